import type { Nearness, SearchRequest, SearchSort } from "../domain/catalogue/search-catalogue.server.ts";
import { PRICE_BANDS } from "../lib/price-bands.ts";

export const PER_PAGE = 24;

export const SORTS = {
  relevan: "Paling cocok",
  terdekat: "Terdekat",
  terlaris: "Terlaris",
  terbaru: "Terbaru",
  termurah: "Termurah",
  termahal: "Termahal",
} as const satisfies Record<SearchSort, string>;

/** How addresses name what is near; the wider one holds the other. */
const NEARNESS: readonly (readonly [string, Nearness])[] = [
  ["kabupaten", "regency"],
  ["kecamatan", "district"],
];

/** Which of an address's parameters are a search's, in the order they are written. */
const NAMES = [
  "q",
  ...["kategori", "kabupaten", "penjual", "kisaran", "harga_min", "harga_max"],
  ...["halal", "dekat", "tersedia", "urut", "halaman"],
];

/** Rupiah as typed: dots, spaces and "Rp" are forgiven; anything else counts as not given. */
function rupiahOf(typed: string | null): number | undefined {
  const digits = (typed ?? "").replace(/[.\s]|Rp/gi, "");
  return /^\d{1,9}$/.test(digits) ? Number(digits) : undefined;
}

/**
 * Reads the address of a search page; what makes no sense is left out rather than refused, swapped prices are turned
 * round. `isOddPage`: a page was asked for that cannot be one (`-1`, `abc`), and the first is given instead.
 */
export function readSearch(params: URLSearchParams): { asked: SearchRequest; isOddPage: boolean } {
  const sort = params.get("urut") ?? "relevan";
  const page = params.get("halaman") ?? "";
  const isPage = /^[1-9]\d{0,4}$/.test(page);
  const low = rupiahOf(params.get("harga_min"));
  const high = rupiahOf(params.get("harga_max"));
  const isSwapped = low !== undefined && high !== undefined && low > high;
  const all = (name: string, shape: RegExp) =>
    [...new Set(params.getAll(name))]
      .filter((value) => shape.test(value))
      .slice(0, 20)
      .sort();
  const near = params.getAll("dekat");
  return {
    asked: {
      text: (params.get("q") ?? "").replace(/\s+/g, " ").trim().slice(0, 120),
      category: all("kategori", /^[a-z0-9-]{1,60}$/),
      regency: all("kabupaten", /^18\.\d\d$/),
      seller: all("penjual", /^[a-z0-9-]{1,100}$/),
      priceMin: isSwapped ? high : low,
      priceMax: isSwapped ? low : high,
      priceBand: PRICE_BANDS.map(({ key }) => key).filter((key) => params.getAll("kisaran").includes(key)),
      halal: params.get("halal") === "ya",
      near: NEARNESS.find(([name]) => near.includes(name))?.[1],
      inStock: params.get("tersedia") === "ya",
      sort: Object.hasOwn(SORTS, sort) ? (sort as SearchSort) : "relevan",
      page: isPage ? Number(page) : 1,
      perPage: PER_PAGE,
    },
    isOddPage: page !== "" && !isPage,
  };
}

/** What is near, as addresses name it. */
export function nearName(near: Nearness | undefined): string | undefined {
  return NEARNESS.find(([, nearness]) => nearness === near)?.[0];
}

/** The address of a search; what is usual is left out, so that each search has one address. */
export function searchHref(asked: SearchRequest): string {
  const params = new URLSearchParams();
  if (asked.text) params.set("q", asked.text);
  for (const slug of asked.category) params.append("kategori", slug);
  for (const code of asked.regency) params.append("kabupaten", code);
  for (const slug of asked.seller) params.append("penjual", slug);
  for (const key of asked.priceBand ?? []) params.append("kisaran", key);
  if (asked.priceMin !== undefined) params.set("harga_min", String(asked.priceMin));
  if (asked.priceMax !== undefined) params.set("harga_max", String(asked.priceMax));
  if (asked.halal) params.set("halal", "ya");
  const near = nearName(asked.near);
  if (near) params.set("dekat", near);
  if (asked.inStock) params.set("tersedia", "ya");
  if (asked.sort !== "relevan") params.set("urut", asked.sort);
  if (asked.page > 1) params.set("halaman", String(asked.page));
  const query = params.toString();
  return query ? `/produk?${query}` : "/produk";
}

/**
 * True when these parameters say a search as `searchHref` does: nothing empty, double, odd or usual among them. Their
 * order, and what is not ours (such as `utm_source`), do not matter.
 */
export function isTidy(params: URLSearchParams, asked: SearchRequest): boolean {
  const ours = (of: Iterable<[string, string]>) =>
    [...of]
      .filter(([name]) => NAMES.includes(name))
      .map(([name, value]) => `${name}=${value}`)
      .sort()
      .join("\n");
  return ours(params) === ours(new URLSearchParams(searchHref(asked).split("?")[1]));
}

/** How many filters are in force. */
export function countFilters({ category, regency, seller, priceBand = [], ...asked }: SearchRequest): number {
  const hasPrice = asked.priceMin !== undefined || asked.priceMax !== undefined;
  const single = [hasPrice, asked.inStock, asked.halal, asked.near];
  return (
    [category, regency, seller, priceBand].reduce((sum, choices) => sum + choices.length, 0) +
    single.filter(Boolean).length
  );
}

/** The same search without any filter, on its first page. */
export function unfiltered({ text, sort, perPage }: SearchRequest): SearchRequest {
  return { text, sort, perPage, category: [], regency: [], seller: [], page: 1 };
}
