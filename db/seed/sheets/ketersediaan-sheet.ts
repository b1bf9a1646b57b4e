import { CAST_OPERATORS } from "../cast.ts";
import { randomFor } from "./random.ts";
import { stapleKinds } from "./read-data.ts";
import { warungRows } from "./warung-sheet.ts";

export const KETERSEDIAAN_COLUMNS = [
  "nama_warung",
  "desa",
  "kecamatan",
  "kabupaten",
  "sembako",
  "ketersediaan",
] as const;
export type KetersediaanSheetRow = Record<(typeof KETERSEDIAAN_COLUMNS)[number], string>;

/** What each warung has of each staple: mostly there, some short, a few gone; the cast's warung have everything. */
export function* ketersediaanRows(): Generator<KetersediaanSheetRow> {
  let index = 0;
  for (const { nama_warung, desa, kecamatan, kabupaten } of warungRows()) {
    const isCast = index < CAST_OPERATORS.length;
    const random = randomFor("ketersediaan", index++);
    for (const staple of stapleKinds()) {
      const luck = isCast ? 1 : random.next();
      const ketersediaan = luck < 0.04 ? "habis" : luck < 0.14 ? "sedikit" : "ada";
      yield { nama_warung, desa, kecamatan, kabupaten, sembako: staple.key, ketersediaan };
    }
  }
}
