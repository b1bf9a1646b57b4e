import { diversify, MIXED, type Rankable } from "./diversify.ts";
import { unlikeliness } from "./names.ts";
import type { Query } from "./read-query.ts";
import { REACHABLE, type SearchHit, type SearchRequest } from "./types.ts";

/** True when a choice besides the text narrows the list. */
export function isFiltered(request: SearchRequest): boolean {
  const { priceMin, priceMax, priceBand = [], inStock, halal } = request;
  return (
    isOfSome(request) ||
    request.seller.length > 0 ||
    priceBand.length > 0 ||
    priceMin !== undefined ||
    priceMax !== undefined ||
    inStock === true ||
    halal === true
  );
}

/** True when only some kinds or places are asked for. */
function isOfSome({ category, regency, near, place }: SearchRequest): boolean {
  return category.length > 0 || regency.length > 0 || (near !== undefined && place !== undefined);
}

/** True when staples belong into the answer: a search by text, first page, nothing filtered. */
export function wantsStaples(request: SearchRequest, query: Query): boolean {
  return query.text !== "" && request.page === 1 && !isFiltered(request);
}

/** True when the list is of few enough sellers that counting them is worth it: nobody picks one from all there are. */
export function isNarrowed(request: SearchRequest, query: Query): boolean {
  return query.text !== "" || isOfSome(request);
}

/** Which slice of an engine's hits a page needs: the whole mixed window, as its order is made here, or just the page. */
export function sliceOf(request: SearchRequest): { from: number; count: number; isMixed: boolean } {
  const from = (request.page - 1) * request.perPage;
  if (request.sort === "relevan" && from < MIXED) {
    return { from: 0, count: Math.max(MIXED, from + request.perPage), isMixed: true };
  }
  return { from, count: Math.max(0, Math.min(request.perPage, REACHABLE - from)), isMixed: false };
}

/** The page out of the mixed window and what follows it. */
export function mixedPage<Hit extends Rankable>(
  hits: readonly Hit[],
  request: SearchRequest,
  query: Query,
): Hit[] {
  const from = (request.page - 1) * request.perPage;
  return [...diversify(hits.slice(0, MIXED), query.terms), ...hits.slice(MIXED)].slice(
    from,
    from + request.perPage,
  );
}

type Scored = { readonly row: number; readonly name: string; readonly score: number };

/** One order for both kinds: a staple stands before the first product that is meant and fits no better than itself. */
export function mergeHits(
  products: readonly Scored[],
  staples: readonly Scored[],
  query: Query,
): SearchHit[] {
  const waiting = staples
    .map((staple) => ({ ...staple, unlikely: unlikeliness(staple.name, query.terms) }))
    .sort((a, b) => a.unlikely - b.unlikely);
  const hits: SearchHit[] = [];
  for (const product of products) {
    const unlikely = waiting.length > 0 ? unlikeliness(product.name, query.terms) : 0;
    const goesFirst = (staple: (typeof waiting)[number]) =>
      staple.unlikely === unlikely ? staple.score >= product.score : staple.unlikely < unlikely;
    while (waiting[0] && goesFirst(waiting[0])) hits.push({ kind: "staple", id: waiting.shift()!.row });
    hits.push({ kind: "product", id: product.row });
  }
  return [...hits, ...waiting.map((staple): SearchHit => ({ kind: "staple", id: staple.row }))];
}
