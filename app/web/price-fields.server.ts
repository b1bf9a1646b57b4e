import { BadInput } from "../lib/errors.ts";

const AMOUNT = /^\d{1,9}$|^\d{1,3}(\.\d{3})+$/;

/**
 * The price fields of a sheet (`harga.KEY`, `terlihat.KEY`), in rupiah by key; an empty field is no answer.
 * @throws BadInput with a sentence per field that is no amount
 */
export function readPriceFields(form: FormData): Record<string, { price: number; seen: number | null }> {
  const prices: Record<string, { price: number; seen: number | null }> = {};
  const wrong: Record<string, string> = {};
  for (const [name, value] of form) {
    const key = /^harga\.([a-z0-9-]{1,60})$/.exec(name)?.[1];
    const typed = typeof value === "string" ? value.trim() : "";
    if (!key || typed === "") continue;
    const seen = String(form.get(`terlihat.${key}`) ?? "");
    if (!AMOUNT.test(typed)) wrong[name] = "Tulis harga dengan angka saja, misalnya 13.500.";
    else
      prices[key] = {
        price: Number(typed.replaceAll(".", "")),
        seen: /^\d+$/.test(seen) ? Number(seen) : null,
      };
  }
  if (Object.keys(wrong).length > 0) throw new BadInput(wrong);
  return prices;
}
