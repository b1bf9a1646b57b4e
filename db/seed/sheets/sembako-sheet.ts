import { stapleKinds } from "./read-data.ts";

export const SEMBAKO_COLUMNS = [
  "kunci",
  "nama",
  "satuan",
  "berat_gram",
  "golongan",
  "harga_acuan",
  "dasar_acuan",
  "gambar",
] as const;
export type SembakoSheetRow = Record<(typeof SEMBAKO_COLUMNS)[number], string>;

/** The province's list of staples. `harga_acuan` is the official ceiling in rupiah per unit, empty where there is none. */
export function* sembakoRows(): Generator<SembakoSheetRow> {
  for (const staple of stapleKinds()) {
    yield {
      kunci: staple.key,
      nama: staple.name,
      satuan: staple.unit,
      berat_gram: staple.weightGrams,
      golongan: staple.group,
      harga_acuan: staple.ceiling,
      dasar_acuan: staple.ceilingBasis,
      gambar: staple.key,
    };
  }
}
