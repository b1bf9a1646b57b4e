import type { Db } from "#db/client.server.ts";
import { type Browsed, browseCatalogue } from "#db/queries/catalogue-browse.ts";
import {
  type CatalogueFound,
  type CatalogueSearch,
  searchCatalogueByLooks,
  searchCatalogueByWords,
} from "#db/queries/catalogue-search.ts";
import { firstAttempt, furtherAttempts, withoutAmounts } from "./attempts.ts";
import { elsewhereWords } from "./dictionary/index.ts";
import {
  isFiltered,
  isNarrowed,
  isOneSellers,
  mergeHits,
  mixedPage,
  sliceOf,
  spread,
  wantsStaples,
} from "./page.ts";
import type { Query } from "./read-query.ts";
import { REACHABLE, SELLERS_COUNTED, type SearchRequest, type SearchResult, STAPLES_SHOWN } from "./types.ts";

const isEmpty = (found: CatalogueFound) => found.total === 0 && found.staples.length === 0;

/** Strict first, then ever more forgiving; what merely looks like it comes last. */
async function findText(
  db: Db,
  search: CatalogueSearch,
  query: Query,
  mayGuess: boolean,
): Promise<CatalogueFound> {
  let found = await searchCatalogueByWords(db, search, firstAttempt(query));
  const loose = withoutAmounts(query);
  if (loose && (found.total === 0 || (search.staples > 0 && found.staples.length === 0))) {
    const others = await searchCatalogueByWords(db, search, loose);
    // What has just that size ("beras 5 kg") stays the better one.
    const rows = new Set(found.staples.map(({ row }) => row));
    const inOtherSizes = others.staples
      .filter(({ row }) => !rows.has(row))
      .map((staple) => ({ ...staple, isOtherSize: true }));
    const staples = [...found.staples, ...inOtherSizes];
    found = { ...(found.total === 0 ? others : found), staples };
  }
  // Under filters an empty list is mostly the filters' doing, and each further look costs as much as the first.
  if (!mayGuess) return found;
  for (const attempt of furtherAttempts(query)) {
    if (!isEmpty(found)) break;
    found = await searchCatalogueByWords(db, search, attempt);
  }
  // Comparing names letter by letter needs some letters, and a word that may be a slip.
  const maySlip =
    !query.isExact && (query.core.length > 0 || !query.terms.some(({ typed }) => elsewhereWords.has(typed)));
  if (isEmpty(found) && maySlip && query.plain.length >= 4)
    found = await searchCatalogueByLooks(db, search, query.plain);
  return found;
}

/**
 * The same answer from PostgreSQL alone. Without a text all counts are exact; with one they are over the first 1,000
 * products that match.
 */
export async function searchPostgres(db: Db, request: SearchRequest, query: Query): Promise<SearchResult> {
  const { from, count, isMixed } = sliceOf(request);
  const find = async (search: CatalogueSearch): Promise<CatalogueFound> =>
    query.text === ""
      ? plain(await browseCatalogue(db, { ...search, ...sellersOf(request, query) }))
      : await findText(db, search, query, !isFiltered(request));
  const search: CatalogueSearch = {
    filter: request,
    sort: request.sort,
    offset: from,
    limit: count,
    reach: REACHABLE,
    sellers: isNarrowed(request, query) ? SELLERS_COUNTED : 0,
    staples: wantsStaples(request, query) ? STAPLES_SHOWN : 0,
  };
  const found = await find(search);
  const wide =
    isMixed && isOneSellers(found.products, request, query)
      ? spread((await find({ ...search, limit: REACHABLE })).products)
      : found.products;
  const page = isMixed ? mixedPage(wide, request, query) : found.products;
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
