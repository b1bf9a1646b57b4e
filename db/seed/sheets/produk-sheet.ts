import { shortName } from "./business-names.ts";
import { describeProduct } from "./descriptions.ts";
import { type Random, randomFor } from "./random.ts";
import { kindByKey, type ProductKind } from "./read-data.ts";
import { type Seller, seedSellers } from "./sellers.ts";
import { TRADES } from "./trades.ts";

export const PRODUK_COLUMNS = [
  "nib",
  "sku",
  "nama_produk",
  "kategori",
  "varian",
  "harga",
  "berat_gram",
  "stok",
  "deskripsi",
  "kecamatan_pembuatan",
  "kabupaten_pembuatan",
  "gambar",
  "pirt",
  "halal",
] as const;
export type ProdukSheetRow = Record<(typeof PRODUK_COLUMNS)[number], string>;

/** Rupiah, to the nearest 500. */
const roundPrice = (rupiah: number) => Math.round(rupiah / 500) * 500;

/** A price in the kind's range; the cheap end is more common than the dear one. */
function basePrice(kind: ProductKind, random: Random): number {
  const share = (random.next() + random.next() * random.next()) / 2;
  return roundPrice(kind.priceMin + (kind.priceMax - kind.priceMin) * share);
}

/**
 * The name of a seller's n-th product: the kind's own words first, so that people find it; the seller's name, place or
 * a quality beside them when the plain names are used up.
 */
function productName(kind: ProductKind, seller: Seller, round: number): string {
  const random = randomFor("nama", seller.nib, kind.key);
  const start = seller.isCast ? 0 : random.int(0, kind.names.length - 1);
  const plainFirst = seller.isCast || random.chance(0.55);
  const name = kind.names[(start + round) % kind.names.length]!;
  const suffixes = [
    "",
    shortName(seller.name),
    "Pilihan",
    `Khas ${seller.regency}`,
    "Spesial",
    seller.district,
  ];
  const turn = Math.floor(round / kind.names.length) + (plainFirst ? 0 : 1);
  const suffix = suffixes[turn % suffixes.length]!;
  const again = turn >= suffixes.length ? ` ${turn}` : "";
  return `${name} ${suffix}`.trim() + again;
}

/** `keripik-pisang-coklat-250` for the usual pack, `keripik-pisang-coklat-250-500-g` for a larger one. */
function packSku(kind: ProductKind, label: string, position: number): string {
  return position === 0 ? kind.key : `${kind.key}-${label.toLowerCase().replace(/[^a-z0-9]+/g, "-")}`;
}

function* productRows(seller: Seller, number: number): Generator<ProdukSheetRow> {
  const kind = kindByKey().get(seller.kinds[number % seller.kinds.length]!)!;
  const round = Math.floor(number / seller.kinds.length);
  const random = randomFor("produk", seller.nib, number);
  const name = productName(kind, seller, round);
  // The looks, the tests and README speak of Bu Siti's banana chips at Rp18.000.
  const price = seller.isCast && kind.key === "keripik-pisang-coklat-250" ? 18_000 : basePrice(kind, random);
  const soldOut = !seller.isCast && random.chance(0.03);
  const packs = kind.packs.slice(0, seller.isCast ? kind.packs.length : random.int(1, kind.packs.length));
  const isFood = TRADES[kind.category]!.food === "processed";
  const description = describeProduct(kind, seller, random);
  for (const [position, pack] of packs.entries()) {
    // A larger pack costs a little less by weight.
    const share = (pack.grams / kind.packs[0]!.grams) ** 0.93;
    yield {
      nib: seller.nib,
      sku: packSku(kind, pack.label, position),
      nama_produk: name,
      kategori: kind.category,
      varian: pack.label,
      harga: String(position === 0 ? price : roundPrice(price * share)),
      berat_gram: String(pack.grams),
      stok: String(soldOut ? 0 : random.int(seller.isCast ? 60 : 4, price > 500_000 ? 12 : 180) || 1),
      deskripsi: description,
      kecamatan_pembuatan: seller.district,
      kabupaten_pembuatan: seller.regency,
      gambar: kind.key,
      pirt: isFood ? seller.pirt : "",
      halal: isFood ? seller.halal : "",
    };
  }
}

/**
 * The products of the seed as a spreadsheet, one row per pack size, the rows of a product together. Prices in whole
 * rupiah, weights in grams. Rows are made one at a time: 100,000 products take no more memory than ten.
 */
export function* produkRows({ sellers = 320, products = 1_280 } = {}): Generator<ProdukSheetRow> {
  const people = seedSellers(sellers);
  // Some sell two things, some six; the shares add up to exactly `products`.
  const share = (index: number) => (people[index]!.isCast ? 8 : randomFor("banyak", index).int(2, 6));
  const total = people.reduce((sum, _, index) => sum + share(index), 0);
  let before = 0;
  let done = 0;
  for (const [index, seller] of people.entries()) {
    before += share(index);
    const until = Math.round((before / total) * products);
    for (let number = 0; done < until; number++, done++) yield* productRows(seller, number);
  }
}
