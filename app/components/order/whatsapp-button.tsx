// Opens WhatsApp with a text already written to somebody of an order: sent with one tap.
import type { ReactNode } from "react";
import { whatsappLink } from "#app/lib/whatsapp-link.ts";
import { ButtonLink } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";

type Props = {
  readonly mobile: string;
  readonly text: string;
  readonly small?: boolean;
  readonly wide?: boolean;
  /** what the button says */
  readonly children: ReactNode;
};

export function WhatsappButton({ mobile, text, small, wide, children }: Props) {
  const link = whatsappLink(mobile, text);
  if (!link) return null;
  return (
    <ButtonLink plain kind="outlined" to={link} small={small} wide={wide}>
      <Icon name="message" size={small ? 18 : 22} /> {children}
    </ButtonLink>
  );
}
