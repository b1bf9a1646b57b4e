import { z } from "zod";
import { digitsCell, halalCell, numberCell, pirtCell, textCell } from "../../lib/import-rows.ts";

/** One pack size of a product in a spreadsheet. Price in whole rupiah, weight in grams. */
export const ProductRow = z.object({
  nib: digitsCell("NIB", 13),
  sku: textCell("SKU", 60),
  nama_produk: textCell("Nama produk", 140).refine(
    (name) => name.length >= 2,
    "Nama produk paling pendek 2 huruf.",
  ),
  kategori: textCell("Kategori", 60),
  varian: textCell("Varian", 60),
  harga: numberCell("Harga", 100, 100_000_000),
  berat_gram: numberCell("Berat", 1, 100_000),
  stok: numberCell("Stok", 0, 1_000_000),
  deskripsi: z.string().max(4_000, "Deskripsi paling panjang 4.000 huruf.").default(""),
  kecamatan_pembuatan: textCell("Kecamatan pembuatan"),
  kabupaten_pembuatan: textCell("Kabupaten/kota pembuatan"),
  /** name of a picture that came with the sheet */
  gambar: z.string().default(""),
  pirt: pirtCell,
  halal: halalCell,
});
export type ProductRow = z.infer<typeof ProductRow>;
