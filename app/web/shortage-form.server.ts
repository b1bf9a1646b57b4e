import { z } from "zod";
import type { Choice } from "../domain/orders/choose-substitute.server.ts";
import { type MissingReason, REASONS_OF } from "../domain/orders/missing-reasons.ts";
import { BadInput } from "../lib/errors.ts";
import { id, readForm, wholeNumber } from "./form.server.ts";

const FIELDS = ["jumlah", "alasan", "sisa", "pengganti", "jumlah_pengganti", "q"];

/** Which line a report is about, what is searched for, and what was typed so far, from the page's address. */
export function readShortageQuestion(url: URL): {
  lineId: number | undefined;
  q: string | undefined;
  typed: Record<string, string>;
} {
  const line = /^[1-9]\d{0,14}$/.exec(url.searchParams.get("baris") ?? "");
  const typed: Record<string, string> = {};
  for (const name of FIELDS) {
    const value = url.searchParams.get(name)?.replaceAll("\0", "").trim().slice(0, 60);
    if (value) typed[name] = value;
  }
  return { lineId: line ? Number(line[0]) : undefined, q: typed.q, typed };
}

const Schema = z.object({
  baris: id,
  jumlah: wholeNumber("Yang tidak ada", { min: 1, max: 999 }),
  alasan: z.string().optional(),
  sisa: wholeNumber("Sisa stok", { max: 1_000_000 }).optional(),
  pengganti: z
    .string()
    .regex(/^(tanpa|(produk|sembako)-[1-9]\d{0,14})$/, "Pilih satu pengganti, atau tanpa pengganti.")
    .default("tanpa"),
  jumlah_pengganti: wholeNumber("Jumlah pengganti", { min: 1, max: 999 }).optional(),
});

/** A report of missing pieces as its form sends it. @throws BadInput */
export function readShortageReport(form: FormData, who: keyof typeof REASONS_OF) {
  const given = readForm(form, Schema);
  const reason = (REASONS_OF[who] as readonly MissingReason[]).find((known) => known === given.alasan);
  if (!reason) throw new BadInput({ alasan: "Pilih satu alasan." });
  const [kind, number] = given.pengganti.split("-");
  const quantity = given.jumlah_pengganti ?? given.jumlah;
  let substitute: Choice | null = null;
  if (kind === "produk") substitute = { variantId: Number(number), quantity };
  if (kind === "sembako") substitute = { stapleId: Number(number), quantity };
  return { lineId: given.baris, pieces: given.jumlah, reason, stockLeft: given.sisa ?? 0, substitute };
}
