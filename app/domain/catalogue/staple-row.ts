import { z } from "zod";
import { numberCell, textCell } from "../../lib/import-rows.ts";

/** A staple of the province's list. Weight in grams; the official ceiling in whole rupiah per unit, or empty. */
export const StapleRow = z.object({
  kunci: textCell("Kunci", 60).refine(
    (key) => /^[a-z0-9-]+$/.test(key),
    "Kunci hanya huruf kecil, angka dan tanda hubung.",
  ),
  nama: textCell("Nama", 120),
  satuan: textCell("Satuan", 40),
  berat_gram: numberCell("Berat", 1, 100_000),
  golongan: textCell("Golongan", 40),
  harga_acuan: z
    .string()
    .optional()
    .transform((text) => text || null)
    .pipe(
      z.union([z.null(), numberCell("Harga acuan", 100, 100_000_000)], {
        error: "Harga acuan harus berupa angka bulat.",
      }),
    ),
  dasar_acuan: z.string().max(200, "Dasar acuan paling panjang 200 huruf.").default(""),
  /** name of a picture that came with the sheet */
  gambar: z.string().default(""),
});
export type StapleRow = z.infer<typeof StapleRow>;
