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

/**
 * Which slice of an engine's hits a page needs: all up to the page where the order is made here, else just the page.
 */
export function sliceOf(request: SearchRequest): { from: number; count: number; isMixed: boolean } {
  const from = (request.page - 1) * request.perPage;
  if (request.sort === "relevan") {
    return { from: 0, count: Math.min(Math.max(MIXED, from + request.perPage), REACHABLE), isMixed: true };
  }
  return { from, count: Math.max(0, Math.min(request.perPage, REACHABLE - from)), isMixed: false };
}

/** Of one seller so many stand together at most, once somebody would fill the first page. */
const TOGETHER = 4;

/**
 * True when one seller takes more than a quarter of the first page although there may be others further down: then all
 * `REACHABLE` hits are needed, and `spread`.
 */
export function isOneSellers(hits: readonly Rankable[], request: SearchRequest, query: Query): boolean {
  if (request.seller.length > 0 || hits.length < MIXED) return false;
  const sellers = new Map<string, number>();
  for (const { seller } of diversify(hits.slice(0, MIXED), query.terms).slice(0, request.perPage))
    sellers.set(seller, (sellers.get(seller) ?? 0) + 1);
  return Math.max(...sellers.values()) > request.perPage / 4;
}

/** A few of each seller, then a few more of each, and so on; else as they stood. */
export function spread<Hit extends Rankable>(hits: readonly Hit[]): Hit[] {
  const before = new Map<string, number>();
  const rounds: Hit[][] = [];
  for (const hit of hits) {
    const count = before.get(hit.seller) ?? 0;
    before.set(hit.seller, count + 1);
    const round = Math.floor(count / TOGETHER);
    if (round === rounds.length) rounds.push([]);
    rounds[round]!.push(hit);
  }
  return rounds.flat();
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

type Scored = {
  readonly row: number;
  readonly name: string;
  readonly score: number;
  /** a staple that comes in other sizes than the one asked for */
  readonly isOtherSize?: boolean;
};

/** A staple that is meant as much as the products before it waits for no more of them than these; one less so, longer. */
const PRODUCTS_AHEAD = 3;
/** So much less likely is what has not the size asked for. */
const OTHER_SIZE = 2;

/** One order for both kinds: a staple stands before the first product that is meant and fits no better than itself. */
export function mergeHits(
  products: readonly Scored[],
  staples: readonly Scored[],
  query: Query,
): SearchHit[] {
  const best = Math.max(0, ...staples.map(({ score }) => score));
  // Half a fit to "1 l" is another size, too.
  const isOther = ({ isOtherSize, score }: Scored) =>
    isOtherSize === true || (query.amounts.length > 0 && score < best / 2);
  const waiting = staples
    .map((staple) => ({
      ...staple,
      unlikely: unlikeliness(staple.name, query.terms) + (isOther(staple) ? OTHER_SIZE : 0),
    }))
    .sort((a, b) => a.unlikely - b.unlikely || b.score - a.score || a.row - b.row);
  const hits: SearchHit[] = [];
  let ahead = 0;
  for (const product of products) {
    const unlikely = waiting.length > 0 ? unlikeliness(product.name, query.terms) : 0;
    const goesFirst = (staple: (typeof waiting)[number]) =>
      staple.unlikely === unlikely
        ? staple.score >= product.score || ahead >= PRODUCTS_AHEAD
        : staple.unlikely < unlikely || ahead >= PRODUCTS_AHEAD * (1 + staple.unlikely - unlikely);
    while (waiting[0] && goesFirst(waiting[0])) {
      hits.push({ kind: "staple", id: waiting.shift()!.row });
      ahead = 0;
    }
    hits.push({ kind: "product", id: product.row });
    ahead += 1;
  }
  return [...hits, ...waiting.map((staple): SearchHit => ({ kind: "staple", id: staple.row }))];
}
