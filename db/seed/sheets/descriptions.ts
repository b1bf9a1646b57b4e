import type { Random } from "./random.ts";
import type { ProductKind } from "./read-data.ts";
import type { Seller } from "./sellers.ts";

/** How it is kept, sent or ordered, by what it is; the sentence that closes a description. */
const KEEPING: Readonly<Record<string, readonly string[]>> = {
  dry: [
    "Renyah dua minggu sejak dibuka, asal ditutup rapat.",
    "Kemasan tebal berperekat, tidak mudah remuk di jalan.",
    "Tahan tiga bulan dalam kemasan tertutup.",
    "Digoreng setiap dua hari, jadi yang Anda terima selalu baru.",
  ],
  kitchen: [
    "Simpan di tempat sejuk dan kering, jauh dari matahari.",
    "Tanpa pengawet dan tanpa pewarna.",
    "Tahan enam bulan, dan wanginya tetap.",
    "Setiap kemasan bertanggal, supaya Anda tahu kapan dibuat.",
  ],
  wet: [
    "Dibuat setelah dipesan; sebaiknya habis dalam dua hari.",
    "Simpan di kulkas dan hangatkan sebelum disajikan.",
    "Dikirim pagi hari supaya tiba masih segar.",
    "Tahan tiga hari di kulkas, satu bulan di pembeku.",
  ],
  craft: [
    "Karena dikerjakan tangan, warna dan ukurannya dapat sedikit berbeda.",
    "Pesanan khusus dapat dibicarakan dulu dengan perajin.",
    "Dibungkus kotak, siap dijadikan hadiah.",
    "Setiap pembelian ikut menghidupi perajin di desa kami.",
  ],
  fresh: [
    "Dipetik sehari sebelum diantar.",
    "Beratnya ditimbang saat dikemas, bukan saat dipanen.",
    "Kalau tiba rusak, kabari kami hari itu juga dan kami ganti.",
    "Langsung dari petani, tanpa lewat pasar induk.",
  ],
};
const GROUP: Readonly<Record<string, keyof typeof KEEPING>> = {
  keripik: "dry",
  kerupuk: "dry",
  "dodol-manisan": "kitchen",
  kopi: "kitchen",
  minuman: "kitchen",
  "gula-madu": "kitchen",
  rempah: "kitchen",
  kakao: "kitchen",
  "sambal-bumbu": "kitchen",
  herbal: "kitchen",
  tepung: "kitchen",
  beras: "kitchen",
  "olahan-ikan": "wet",
  frozen: "wet",
  kue: "wet",
  tapis: "craft",
  "sulam-usus": "craft",
  batik: "craft",
  fesyen: "craft",
  souvenir: "craft",
  anyaman: "craft",
  kerajinan: "craft",
  segar: "fresh",
};

const PLACES: readonly ((seller: Seller) => string)[] = [
  (seller) => `Dibuat ${seller.name} di ${seller.village.name}, ${seller.district}.`,
  (seller) => `Kami mengerjakannya di rumah sendiri di Kecamatan ${seller.district}.`,
  (seller) => `Bahannya dari sekitar ${seller.village.name}, ${seller.regency}.`,
  (seller) => `Usaha keluarga di ${seller.village.name}, sudah dikenal tetangga bertahun-tahun.`,
  () => "",
];

/** Two or three warm sentences: what it is, where it comes from, how to keep it. */
export function describeProduct(kind: ProductKind, seller: Seller, random: Random): string {
  return [
    random.pick(kind.about),
    random.pick(PLACES)(seller),
    random.pick(KEEPING[GROUP[kind.category] ?? "kitchen"]!),
  ]
    .filter(Boolean)
    .join(" ");
}
