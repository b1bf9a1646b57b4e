import { mobileText } from "../../lib/mobile.ts";
import { rupiah } from "../../lib/rupiah.ts";

type Fields = Readonly<Record<string, unknown>>;

/** Columns of the sheet by what they become; what is missing here is told through another one. */
const COLUMNS: Readonly<Record<string, string>> = {
  kind: "jenis",
  name: "nama_usaha",
  nib: "nib",
  owner_name: "nama_pemilik",
  nik_fingerprint: "nik",
  mobile: "no_hp",
  address: "alamat",
  rt: "rt",
  rw: "rw",
  village_code: "desa",
  kbli: "kbli",
  pirt: "pirt",
  halal: "halal",
  bpom: "bpom",
  category_slug: "kategori",
  income_before: "omzet_sebelum",
  income_now: "omzet_sekarang",
  affected: "terdampak",
  counted_on: "tanggal pendataan",
  count_source: "sumber pendataan",
};

function asText(field: string, value: unknown): string {
  if (value === null || value === "") return "kosong";
  if (field === "mobile") return mobileText(String(value));
  if (typeof value === "number") return rupiah(value);
  if (typeof value === "boolean") return value ? "ya" : "tidak";
  return String(value);
}

/**
 * What a row of a sheet would change, as "no_hp: 0812-… → 0813-…". Empty cells change nothing. A NIK is named, never
 * shown.
 */
export function compareUmkm(known: Fields, row: Fields): string[] {
  return Object.entries(COLUMNS).flatMap(([field, column]) => {
    const value = row[field] ?? null;
    if (value === null || value === known[field]) return [];
    if (field === "nik_fingerprint") return [`nik: ${known[field] === null ? "diisi" : "diganti"}`];
    return [`${column}: ${asText(field, known[field] ?? null)} → ${asText(field, value)}`];
  });
}
