import { z } from "zod";
import { BadInput, NotFound } from "../lib/errors.ts";
import { text, wholeNumber } from "./form.server.ts";

/** The key a form was drawn with: the same form acts once. */
export const formKey = z.uuid("Formulir ini tidak lengkap. Muat ulang halaman, lalu coba lagi.");

export const NoteForm = z.object({ kunci: formKey, catatan: text("catatan", { max: 500 }) });

/** Pieces of one thing. */
export const pieces = (what: string, min = 0) => wholeNumber(what, { min, max: 1000 });

const MOST_FIELDS = 300;

/**
 * Numbers of pieces by variant from fields such as `jumlah_17`; empty fields are left out.
 * @throws BadInput by field
 */
export function piecesByVariant(form: FormData, prefix: string): Map<number, number> {
  const found = new Map<number, number>();
  const wrong: Record<string, string> = {};
  for (const [name, value] of [...form].slice(0, MOST_FIELDS)) {
    const variant = new RegExp(`^${prefix}_([1-9]\\d{0,14})$`).exec(name);
    if (!variant || typeof value !== "string" || value.trim() === "") continue;
    const read = pieces("Jumlah").safeParse(value.trim());
    if (read.success) found.set(Number(variant[1]), read.data);
    else wrong[name] = read.error.issues[0]!.message;
  }
  if (Object.keys(wrong).length > 0) throw new BadInput(wrong);
  return found;
}

/** The id in an address such as `/penjual/titip/rak/12`. @throws NotFound */
export function itemIdOf(param: string | undefined): number {
  if (!/^[1-9]\d{0,14}$/.test(param ?? "")) throw new NotFound("titipan");
  return Number(param);
}

/** Where a history goes on (`?sebelum=`); what cannot be an id means the beginning. */
export function beforeOf(search: URLSearchParams): number | undefined {
  const asked = /^[1-9]\d{0,14}$/.exec(search.get("sebelum") ?? "");
  return asked ? Number(asked[0]) : undefined;
}
