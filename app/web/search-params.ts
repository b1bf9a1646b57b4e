import type { SearchRequest, SearchSort } from "../domain/catalogue/search-catalogue.server.ts";

export const PER_PAGE = 24;

export const SORTS = {
  relevan: "Paling cocok",
  terlaris: "Terlaris",
  terbaru: "Terbaru",
  termurah: "Termurah",
  termahal: "Termahal",
} as const satisfies Record<SearchSort, string>;

function rupiahOf(text: string | null): number | undefined {
  const digits = (text ?? "").replace(/[.\s]|Rp/gi, "");
  return /^\d{1,9}$/.test(digits) ? Number(digits) : undefined;
}

/** Reads the address of a search page; what makes no sense is left out rather than refused. */
export function readSearch(params: URLSearchParams): SearchRequest {
  const sort = params.get("urut") ?? "relevan";
  const page = Number(params.get("halaman") ?? 1);
  const all = (name: string, shape: RegExp) =>
    [...new Set(params.getAll(name))].filter((value) => shape.test(value)).slice(0, 20);
  return {
    text: (params.get("q") ?? "").trim(),
    category: all("kategori", /^[a-z0-9-]{1,60}$/),
    regency: all("kabupaten", /^18\.\d\d$/),
    seller: all("penjual", /^[a-z0-9-]{1,100}$/),
    priceMin: rupiahOf(params.get("harga_min")),
    priceMax: rupiahOf(params.get("harga_max")),
    inStock: params.get("tersedia") === "ya",
    sort: sort in SORTS ? (sort as SearchSort) : "relevan",
    page: Number.isInteger(page) && page >= 1 && page <= 1000 ? page : 1,
    perPage: PER_PAGE,
  };
}

/** The address of the same search with something changed; changing anything but the page goes back to the first. */
export function searchHref(params: URLSearchParams, change: (next: URLSearchParams) => void): string {
  const next = new URLSearchParams(params);
  next.delete("halaman");
  change(next);
  for (const [name, value] of [...next]) if (value === "") next.delete(name, value);
  const query = next.toString();
  return query ? `/produk?${query}` : "/produk";
}
