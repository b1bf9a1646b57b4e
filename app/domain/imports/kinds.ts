/** What officers can bring in, and which columns each sheet has. */

/** What a column holds, so that a number that a spreadsheet has mangled is recognised. */
export type Holds =
  | "text"
  | "nik"
  | "nib"
  | "mobile"
  | "kbli"
  | "pirt"
  | "short"
  | "number"
  | "degrees"
  | "date";

export type Column = {
  readonly name: string;
  readonly holds: Holds;
  readonly required: boolean;
  /** further names that people give it, besides its own */
  readonly alsoCalled: readonly string[];
  /** of the template's row */
  readonly example: string;
};

const must = (name: string, holds: Holds, example: string, ...alsoCalled: string[]): Column => ({
  ...{ name, holds, required: true, alsoCalled, example },
});
const may = (name: string, holds: Holds, example: string, ...alsoCalled: string[]): Column => ({
  ...{ name, holds, required: false, alsoCalled, example },
});

const VILLAGE =
  "desa/kelurahan kelurahan pekon tiyuh kampung desa/kel kel/desa kel/pekon nama_desa desa/pekon".split(" ");
const DISTRICT = ["kec", "nama kecamatan"];
const REGENCY = "kab/kota kabupaten/kota kab kota kota/kabupaten nama_kabupaten kabkot kota/kab".split(" ");
const MOBILE = [
  ..."hp telepon telp tlp telpon wa whatsapp handphone ponsel nohp nowa notelp kontak".split(" "),
  ...[
    "no telp",
    "no telepon",
    "no wa",
    "nomor hp",
    "nomor telepon",
    "nomor wa",
    "no hp/wa",
    "no whatsapp",
    "nomor whatsapp",
  ],
  ...["no kontak", "nomor kontak", "no handphone", "nomor handphone", "telp/hp", "hp/wa", "no telpon"],
];
const OWNER = [
  "pemilik",
  "nama pengusaha",
  "pelaku usaha",
  "nama pelaku usaha",
  "penanggung jawab",
  "nama lengkap",
];
const ADDRESS = ["alamat usaha", "alamat lengkap", "jalan", "alamat jalan"];

const DAYS = ["senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu"];

export const IMPORT_KINDS = {
  umkm: {
    label: "UMKM dan koperasi",
    note: "Satu baris per usaha, juga data UMKM terdampak.",
    columns: [
      must(
        "nama_usaha",
        "text",
        "Keripik Bunda",
        "usaha",
        "merk",
        "merek",
        "nama umkm",
        "nama",
        "nama koperasi",
        "nama usaha/merk",
        "brand",
      ),
      must("jenis", "text", "UMKM", "jenis usaha", "bentuk", "bentuk usaha", "umkm/koperasi"),
      must("nama_pemilik", "text", "Sri Rahayu", ...OWNER),
      may(
        "nik",
        "nik",
        "1871014508880001",
        "no nik",
        "nomor nik",
        "no ktp",
        "nomor ktp",
        "ktp",
        "nik pemilik",
        "nomor induk kependudukan",
      ),
      may("nib", "nib", "9120012345678", "no nib", "nomor nib", "nomor induk berusaha"),
      must("no_hp", "mobile", "081272009999", ...MOBILE),
      must("alamat", "text", "Jl. Pramuka No. 12", ...ADDRESS),
      may("rt", "short", "004"),
      may("rw", "short", "002"),
      must("desa", "text", "Kedaton", ...VILLAGE),
      must("kecamatan", "text", "Kedaton", ...DISTRICT),
      must("kabupaten", "text", "Kota Bandar Lampung", ...REGENCY),
      may("kbli", "kbli", "10794", "kode kbli", "kbli 2020", "no kbli"),
      may("kategori", "text", "Keripik", "kategori produk", "kategori usaha", "jenis produk"),
      may("pirt", "pirt", "", "p-irt", "no pirt", "nomor pirt", "pirt no", "izin pirt"),
      may("halal", "text", "", "no halal", "nomor halal", "sertifikat halal"),
      may("bpom", "text", "", "no bpom", "nomor bpom", "izin bpom", "bpom md"),
      may(
        "omzet_sebelum",
        "number",
        "4500000",
        "omset sebelum",
        "omzet sebelum pandemi",
        "omset sebelum pandemi",
        "omzet awal",
        "omset awal",
        "pendapatan sebelum",
      ),
      may(
        "omzet_sekarang",
        "number",
        "1200000",
        "omset sekarang",
        "omzet saat ini",
        "omset saat ini",
        "omzet kini",
        "pendapatan sekarang",
        "omzet",
      ),
      may("terdampak", "text", "ya", "dampak", "terdampak covid", "umkm terdampak", "terdampak pandemi"),
    ],
  },
  warung: {
    label: "Warung",
    note: "Satu baris per warung, dengan jam buka, desa layanan, dan tarif antar.",
    columns: [
      must("nama_warung", "text", "Warung Bu Ani", "warung", "nama toko", "toko", "nama"),
      must("nama_pemilik", "text", "Ani Lestari", ...OWNER),
      must("no_hp", "mobile", "081372009999", ...MOBILE),
      must("alamat", "text", "Jl. Teuku Umar No. 3", ...ADDRESS),
      may("rt", "short", "001"),
      may("rw", "short", "002"),
      must("desa", "text", "Kedaton", ...VILLAGE),
      must("kecamatan", "text", "Kedaton", ...DISTRICT),
      must("kabupaten", "text", "Kota Bandar Lampung", ...REGENCY),
      may("lintang", "degrees", "-5.3757", "latitude", "lat", "koordinat lintang"),
      may("bujur", "degrees", "105.2524", "longitude", "long", "lng", "lon", "koordinat bujur"),
      ...DAYS.map((day) =>
        may(`jam_${day}`, "text", day === "minggu" ? "tutup" : "06.00-21.00", day, `jam buka ${day}`),
      ),
      must(
        "desa_layanan",
        "text",
        "18.71.01.1003 18.71.01.1004",
        "kode desa layanan",
        "layanan",
        "wilayah layanan",
      ),
      must("tarif", "text", "2:5000 5:8000", "ongkir", "tarif antar", "biaya antar"),
      must("kapasitas", "number", "12", "daya tampung", "kapasitas pesanan"),
      may("no_sk", "text", "", "nomor sk", "sk", "sk penetapan"),
    ],
  },
  produk: {
    label: "Produk",
    note: "Satu baris per kemasan; baris dari produk yang sama berurutan.",
    columns: [
      must("nib", "nib", "9120012345678", "no nib", "nomor nib", "nib penjual"),
      must("sku", "text", "KP-250", "kode", "kode barang", "kode produk"),
      must("nama_produk", "text", "Keripik Pisang Cokelat", "produk", "nama barang", "nama"),
      must("kategori", "text", "keripik", "kategori produk"),
      must("varian", "text", "250 g", "kemasan", "ukuran"),
      must("harga", "number", "18000", "harga jual", "harga satuan"),
      must("berat_gram", "number", "270", "berat", "berat (gram)", "gram"),
      must("stok", "number", "40", "stock", "jumlah stok", "persediaan"),
      may("deskripsi", "text", "Renyah, dari pisang kepok Lampung.", "keterangan", "uraian"),
      must("kecamatan_pembuatan", "text", "Kedaton", "kecamatan", "kec", "kec pembuatan"),
      must(
        "kabupaten_pembuatan",
        "text",
        "Kota Bandar Lampung",
        "kabupaten",
        "kab/kota",
        "kabupaten/kota",
        "kab pembuatan",
      ),
      may("pirt", "pirt", "", "p-irt", "no pirt"),
      may("halal", "text", "", "no halal", "sertifikat halal"),
    ],
  },
  harga: {
    label: "Harga sembako",
    note: "Satu baris per barang, kabupaten/kota, dan tanggal mulai.",
    columns: [
      must("sembako", "text", "beras-medium", "kunci", "barang", "kode barang", "nama barang", "komoditas"),
      must("kabupaten", "text", "Kota Bandar Lampung", ...REGENCY),
      must("berlaku_mulai", "date", "2026-12-01", "tanggal", "mulai", "tanggal berlaku", "berlaku", "tgl"),
      must("harga", "number", "13500", "harga jual", "harga (rp)", "harga satuan"),
    ],
  },
} as const satisfies Record<
  string,
  { readonly label: string; readonly note: string; readonly columns: readonly Column[] }
>;

export type ImportKind = keyof typeof IMPORT_KINDS;
export const KIND_NAMES = Object.keys(IMPORT_KINDS) as ImportKind[];

export function isImportKind(text: unknown): text is ImportKind {
  return typeof text === "string" && Object.hasOwn(IMPORT_KINDS, text);
}

export function columnsOf(kind: ImportKind): readonly Column[] {
  return IMPORT_KINDS[kind].columns;
}
