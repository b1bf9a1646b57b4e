import { seedSellers } from "./sellers.ts";
import { TRADES } from "./trades.ts";

export const UMKM_COLUMNS = [
  "nama_usaha",
  "jenis",
  "nama_pemilik",
  "nik",
  "nib",
  "no_hp",
  "alamat",
  "rt",
  "rw",
  "desa",
  "kecamatan",
  "kabupaten",
  "kbli",
  "kategori",
  "pirt",
  "halal",
  "bpom",
] as const;
export type UmkmSheetRow = Record<(typeof UMKM_COLUMNS)[number], string>;

/** The sellers of the seed as a regency's spreadsheet of UMKM and cooperatives; the named cast comes first. */
export function* umkmRows({ sellers = 320 }: { sellers?: number } = {}): Generator<UmkmSheetRow> {
  for (const seller of seedSellers(sellers)) {
    yield {
      nama_usaha: seller.name,
      jenis: seller.kind,
      nama_pemilik: seller.ownerName,
      nik: seller.nik,
      nib: seller.nib,
      no_hp: seller.mobile,
      alamat: seller.address,
      rt: seller.rt,
      rw: seller.rw,
      desa: seller.village.name,
      kecamatan: seller.district,
      kabupaten: seller.regency,
      kbli: TRADES[seller.category]!.kbli,
      kategori: seller.category,
      pirt: seller.pirt,
      halal: seller.halal,
      bpom: seller.bpom,
    };
  }
}
