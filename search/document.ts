import { bandOf } from "#app/lib/price-bands.ts";
import { standardSpelling } from "./dictionary/index.ts";
import { plainText, wordsOf } from "./words.ts";

/** One document of the search index: everything a hit is found, filtered, counted and sorted by. */
export type SearchDocument = {
  /** `p123` or `s4` */
  readonly id: string;
  readonly kind: "product" | "staple";
  /** id of the row in PostgreSQL; a higher one is newer */
  readonly row: number;
  /** in lower case, as are all searched texts: Meilisearch cuts MinyaKita in two at the capital */
  readonly name: string;
  /** the name in standard spelling and units ("kripik 250gr" → "keripik 250 g"), when that differs */
  readonly also: string;
  readonly description: string;
  readonly category: string;
  readonly category_name: string;
  readonly seller: string;
  readonly seller_name: string;
  /** `slug|name`: a facet count that needs no second look-up for the name */
  readonly seller_label: string;
  readonly regency: string;
  readonly district: string;
  /** "Kedondong Pesawaran": both names, as people type them */
  readonly place: string;
  /** rupiah, cheapest variant */
  readonly price: number;
  /** place in `PRICE_BANDS` */
  readonly band: number;
  readonly in_stock: 0 | 1;
  readonly halal: 0 | 1;
  readonly sku: readonly string[];
  /** pack sizes, in standard units: "250 g" */
  readonly packs: readonly string[];
  readonly sold: number;
  readonly _geo?: { readonly lat: number; readonly lng: number };
};

/** A public product as `db/queries/search-rows.ts` reads it. */
export type ProductRow = {
  readonly id: number;
  readonly name: string;
  readonly description: string;
  readonly category_slug: string;
  readonly category_name: string;
  readonly seller_slug: string;
  readonly seller_name: string;
  readonly regency_code: string;
  readonly regency_name: string;
  readonly district_code: string;
  readonly district_name: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly price_from: number;
  readonly in_stock: boolean;
  readonly is_halal: boolean;
  readonly sold: number;
  readonly skus: readonly string[];
  readonly labels: readonly string[];
};

export type StapleRow = {
  readonly id: number;
  readonly key: string;
  readonly name: string;
  readonly unit: string;
  readonly group_name: string;
};

/** The name as a query would put it; empty when that adds nothing. */
function standardName(name: string): string {
  const words = wordsOf(name);
  const standard = standardSpelling(words).join(" ");
  return standard === (name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(" ") ? "" : standard;
}

/** The search document of a public product. */
export function productDocument(row: ProductRow): SearchDocument {
  return {
    id: `p${row.id}`,
    kind: "product",
    row: row.id,
    name: row.name.toLowerCase(),
    also: standardName(row.name),
    description: row.description.toLowerCase(),
    category: row.category_slug,
    category_name: row.category_name.toLowerCase(),
    seller: row.seller_slug,
    seller_name: row.seller_name.toLowerCase(),
    seller_label: `${row.seller_slug}|${row.seller_name}`,
    regency: row.regency_code,
    district: row.district_code,
    place: `${row.district_name} ${row.regency_name}`.toLowerCase(),
    price: row.price_from,
    band: bandOf(row.price_from),
    in_stock: row.in_stock ? 1 : 0,
    halal: row.is_halal ? 1 : 0,
    sku: row.skus,
    packs: row.labels.map(plainText),
    sold: row.sold,
    _geo: { lat: row.latitude, lng: row.longitude },
  };
}

/** Staples have no seller, place or single price; they are found by name only. */
export function stapleDocument(row: StapleRow): SearchDocument {
  return {
    id: `s${row.id}`,
    kind: "staple",
    row: row.id,
    name: row.name.toLowerCase(),
    also: standardName(row.name),
    description: "",
    category: "",
    category_name: row.group_name.toLowerCase(),
    seller: "",
    seller_name: "",
    seller_label: "",
    regency: "",
    district: "",
    place: "",
    price: 0,
    band: 0,
    in_stock: 1,
    halal: 0,
    sku: [row.key],
    packs: [plainText(row.unit)],
    sold: 0,
  };
}
