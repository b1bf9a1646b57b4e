/** What a buyer asks of the catalogue; every list is "any of these", an empty list is "all". */
export type SearchRequest = {
  readonly text: string;
  /** category slugs */
  readonly category: readonly string[];
  /** regency codes such as `18.71` */
  readonly regency: readonly string[];
  /** seller slugs */
  readonly seller: readonly string[];
  /** rupiah, inclusive */
  readonly priceMin?: number;
  /** rupiah, inclusive */
  readonly priceMax?: number;
  readonly inStock?: boolean;
  /** keys of `PRICE_BANDS`; within `priceMin` and `priceMax` */
  readonly priceBand?: readonly string[];
  readonly halal?: boolean;
  /** made in the district, or in the regency, of `place`; without a place it says nothing */
  readonly near?: Nearness;
  /** where the buyer is: counts what was made nearby, and is needed to sort by distance */
  readonly place?: Place;
  readonly sort: SearchSort;
  /** from 1 */
  readonly page: number;
  readonly perPage: number;
};

/** `terdekat` without a place is `relevan`. */
export type SearchSort = "relevan" | "terdekat" | "terbaru" | "termurah" | "termahal" | "terlaris";

export type Nearness = "district" | "regency";

/** The buyer's village: degrees, WGS 84, and the codes of what it lies in. */
export type Place = {
  readonly districtCode: string;
  readonly regencyCode: string;
  readonly latitude: number;
  readonly longitude: number;
};

export type SearchHit = { readonly kind: "product" | "staple"; readonly id: number };

export type SellerCount = { readonly slug: string; readonly name: string; readonly count: number };

/** Counts of each choice under all the other choices made: a facet's own choices do not narrow its own counts. */
export type SearchFacets = {
  readonly category: Readonly<Record<string, number>>;
  readonly regency: Readonly<Record<string, number>>;
  /** the 20 sellers with the most products, most first; none while nothing narrows the list to some of them */
  readonly seller: readonly SellerCount[];
  /** by key of `PRICE_BANDS` */
  readonly priceBand: Readonly<Record<string, number>>;
  readonly inStock: number;
  readonly halal: number;
  /** none without a place */
  readonly near: Readonly<Record<Nearness, number>> | undefined;
};

export type SearchResult = {
  readonly source: "meilisearch" | "postgres";
  /** products of this page, best first */
  readonly productIds: readonly number[];
  /** at most 6 staples; only on page 1 of a search by text without filters */
  readonly stapleIds: readonly number[];
  /** products and staples of this page in one order, best first */
  readonly hits: readonly SearchHit[];
  /** products found, at most `REACHABLE` */
  readonly total: number;
  readonly facets: SearchFacets;
};

/** Nobody pages further than this; it bounds the work of one request. */
export const REACHABLE = 1000;
/** Longer texts are no search: the rest is cut off. */
export const TEXT_LENGTH = 200;
export const STAPLES_SHOWN = 6;
export const SELLERS_COUNTED = 20;
