import { ERASED_MOBILE } from "./mobile.ts";

/**
 * Opens WhatsApp with a text already written to a number (E.164), to be sent with one tap; null where the number was
 * erased. Format: https://faq.whatsapp.com/5913398998672934 ("click to chat").
 */
export function whatsappLink(mobile: string, text: string): string | null {
  if (mobile === ERASED_MOBILE) return null;
  return `https://wa.me/${mobile.slice(1)}?text=${encodeURIComponent(text)}`;
}
