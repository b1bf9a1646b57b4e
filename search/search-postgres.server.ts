import type { Db } from "#db/client.server.ts";
import { type Browsed, browseCatalogue } from "#db/queries/catalogue-browse.ts";
import {
  type CatalogueFound,
  type CatalogueSearch,
  searchCatalogueByLooks,
  searchCatalogueByWords,
} from "#db/queries/catalogue-search.ts";
import { isFiltered, isNarrowed, mergeHits, mixedPage, sliceOf, wantsStaples } from "./page.ts";
import type { Query } from "./read-query.ts";
import { REACHABLE, SELLERS_COUNTED, type SearchRequest, type SearchResult, STAPLES_SHOWN } from "./types.ts";

const isEmpty = (found: CatalogueFound) => found.total === 0 && found.staples.length === 0;

/** All that was asked, else without the amounts, else any of the words, else what looks like it. */
async function findText(
  db: Db,
  search: CatalogueSearch,
  query: Query,
  mayGuess: boolean,
): Promise<CatalogueFound> {
  const { terms, amounts } = query;
  let found = await searchCatalogueByWords(db, search, { terms, amounts, strictness: "all" });
  if (found.total === 0 && terms.length > 0 && amounts.length > 0) {
    const { staples } = found;
    found = await searchCatalogueByWords(db, search, { terms, amounts: [], strictness: "all" });
    // A staple of just that size ("beras 5 kg") stays the better one.
    if (staples.length > 0) found = { ...found, staples };
  }
  // Under filters an empty list is mostly the filters' doing, and each further look costs as much as the first.
  if (!mayGuess) return found;
  if (isEmpty(found) && terms.length > 1) {
    found = await searchCatalogueByWords(db, search, { terms, amounts: [], strictness: "any" });
  }
  // Comparing names letter by letter needs some letters.
  if (isEmpty(found) && query.plain.length >= 4)
    found = await searchCatalogueByLooks(db, search, query.plain);
  return found;
}

/**
 * The same answer from PostgreSQL alone. Without a text all counts are exact; with one they are over the first 1,000
 * products that match.
 */
export async function searchPostgres(db: Db, request: SearchRequest, query: Query): Promise<SearchResult> {
  const { from, count, isMixed } = sliceOf(request);
  const search: CatalogueSearch = {
    filter: request,
    sort: request.sort,
    offset: from,
    limit: count,
    reach: REACHABLE,
    sellers: isNarrowed(request, query) ? SELLERS_COUNTED : 0,
    staples: wantsStaples(request, query) ? STAPLES_SHOWN : 0,
  };
  const found: CatalogueFound =
    query.text === ""
      ? plain(await browseCatalogue(db, { ...search, ...sellersOf(request, query) }))
      : await findText(db, search, query, !isFiltered(request));
  const page = isMixed ? mixedPage(found.products, request, query) : found.products;
  return {
    source: "postgres",
    productIds: page.map((product) => product.row),
    stapleIds: found.staples.map((staple) => staple.row),
    hits: mergeHits(page, found.staples, query),
    total: found.total,
    facets: countsIn(found),
  };
}

/** Which sellers are counted: those of some kinds or places, else the chosen ones. */
function sellersOf(request: SearchRequest, query: Query) {
  const otherSellers = isNarrowed(request, query);
  return { otherSellers, sellers: otherSellers || request.seller.length > 0 ? SELLERS_COUNTED : 0 };
}

/** Without a text nothing fits better than the other, and no staple is meant. */
const plain = (browsed: Browsed): CatalogueFound => ({
  ...browsed,
  products: browsed.products.map((product) => ({ ...product, score: 0 })),
  staples: [],
});

const countsIn = ({ category, regency, seller, priceBand, inStock, halal, near }: CatalogueFound) => ({
  ...{ category, regency, seller, priceBand, inStock, halal, near },
});
