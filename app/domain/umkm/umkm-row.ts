import { z } from "zod";
import {
  halalCell,
  neighbourhoodCell,
  optionalCell,
  optionalDigitsCell,
  optionalNumberCell,
  pirtCell,
  regionCell,
  textCell,
  yesNoCell,
} from "../../lib/import-rows.ts";
import { parseMobile } from "../../lib/mobile.ts";

/** A seller as an officer's spreadsheet has them, one row each. Messages never repeat a NIK. */
export const UmkmRow = z.object({
  nama_usaha: textCell("Nama usaha", 120).refine(
    (name) => name.length >= 2,
    "Nama usaha paling pendek 2 huruf.",
  ),
  jenis: textCell("Jenis")
    .transform((kind) => ({ umkm: "UMKM", koperasi: "Koperasi" })[kind.toLowerCase()])
    .refine((kind) => kind !== undefined, "Jenis harus UMKM atau Koperasi."),
  nama_pemilik: textCell("Nama pemilik", 100),
  nik: optionalDigitsCell("NIK", 16),
  /** missing from the count of 2020 for many; such a business stays a draft */
  nib: optionalDigitsCell("NIB", 13),
  no_hp: textCell("Nomor HP")
    .transform(parseMobile)
    .refine((mobile) => mobile !== undefined, "Nomor HP tidak dikenal. Contoh: 0812-3456-7890."),
  alamat: textCell("Alamat"),
  rt: neighbourhoodCell,
  rw: neighbourhoodCell,
  desa: textCell("Desa/kelurahan"),
  kecamatan: regionCell,
  kabupaten: regionCell,
  /** slug or name */
  kategori: optionalCell(/^.{1,60}$/, "Kategori paling panjang 60 huruf."),
  /** rupiah per month, before the pandemic and now */
  omzet_sebelum: optionalNumberCell("Omzet", 100_000_000_000),
  omzet_sekarang: optionalNumberCell("Omzet", 100_000_000_000),
  terdampak: yesNoCell,
  kbli: optionalCell(/^\d{5}$/, "Kode KBLI harus 5 angka."),
  pirt: pirtCell,
  halal: halalCell,
  bpom: optionalCell(/^MD\d{12,15}$/, "Nomor BPOM dimulai MD lalu 12 sampai 15 angka.", (text) =>
    text.toUpperCase().replace(/[\s.-]/g, ""),
  ),
});
export type UmkmRow = z.infer<typeof UmkmRow>;
