import type { MultiSearchQuery, MultiSearchResult } from "meilisearch";
import type { SearchClient } from "./client.server.ts";
import { attributesOf, countsFor, type Distribution, type Facet, facetsOf, filterFor } from "./facets.ts";
import { isNarrowed, mergeHits, mixedPage, sliceOf, wantsStaples } from "./page.ts";
import type { Query } from "./read-query.ts";
import {
  REACHABLE,
  type SearchFacets,
  type SearchRequest,
  type SearchResult,
  STAPLES_SHOWN,
} from "./types.ts";

type Found = { readonly row: number; readonly name: string; readonly seller: string };
type Strictness = "all" | "last";

function sortOf({ sort, place }: SearchRequest): string[] {
  switch (sort) {
    case "relevan":
      return [];
    case "terdekat":
      return place ? [`_geoPoint(${place.latitude}, ${place.longitude}):asc`, "sold:desc", "row:desc"] : [];
    case "terbaru":
      return ["row:desc"];
    case "termurah":
      return ["price:asc"];
    case "termahal":
      return ["price:desc"];
    case "terlaris":
      return ["sold:desc", "row:desc"];
  }
}

function queriesFor(
  client: SearchClient,
  request: SearchRequest,
  query: Query,
  q: string,
  strictness: Strictness,
) {
  const { from, count } = sliceOf(request);
  const common = { indexUid: client.index, q, matchingStrategy: strictness };
  const { open, chosen } = countsFor(request, isNarrowed(request, query));
  const main: MultiSearchQuery = {
    ...common,
    filter: filterFor(request),
    sort: sortOf(request),
    facets: attributesOf(open),
    offset: from,
    limit: count,
    attributesToRetrieve: ["row", "name", "seller"],
    showRankingScore: q !== "",
  };
  const staples: MultiSearchQuery = {
    ...common,
    filter: ["kind = staple"],
    limit: STAPLES_SHOWN,
    attributesToRetrieve: ["row", "name", "seller"],
    showRankingScore: true,
  };
  const counts = chosen.map(
    (facet): MultiSearchQuery => ({
      ...common,
      filter: filterFor(request, facet),
      facets: attributesOf([facet]),
      limit: 0,
    }),
  );
  return { queries: wantsStaples(request, query) ? [main, staples, ...counts] : [main, ...counts] };
}

/** The counts, each from the query that was asked for it: `counts` in the order of the chosen facets. */
function countedOf(
  request: SearchRequest,
  query: Query,
  main: MultiSearchResult<Found>,
  counts: readonly MultiSearchResult<Found>[],
): SearchFacets {
  const { open, chosen } = countsFor(request, isNarrowed(request, query));
  const counted = new Map<Facet, Distribution>();
  for (const facet of open) counted.set(facet, main.facetDistribution ?? {});
  for (const [at, facet] of chosen.entries()) counted.set(facet, counts[at]?.facetDistribution ?? {});
  return facetsOf(counted, request);
}

/**
 * One round trip to Meilisearch; a second one, more forgiving, only when nothing was found.
 * @throws whatever the client throws, and TypeError when the answer is not one: the caller turns to PostgreSQL
 */
export async function searchMeilisearch(
  client: SearchClient,
  request: SearchRequest,
  query: Query,
): Promise<SearchResult> {
  // One patience for both tries: the buyer waits once.
  const signal = client.patience();
  const ask = async (q: string, strictness: Strictness) => {
    const parameters = queriesFor(client, request, query, q, strictness);
    const { results } = await client.reader.multiSearch<typeof parameters, Found>(parameters, { signal });
    if (results.length !== parameters.queries.length) throw new TypeError("search answered something else");
    return results;
  };
  const withStaples = wantsStaples(request, query);
  let results = await ask(query.text, "all");
  const isEmpty = () => results[0]!.estimatedTotalHits === 0 && !(withStaples && results[1]!.hits.length > 0);
  if (query.mended !== "" && isEmpty()) results = await ask(query.mended, "last");
  const [main, ...others] = results as [MultiSearchResult<Found>, ...MultiSearchResult<Found>[]];
  const page = sliceOf(request).isMixed ? mixedPage(main.hits, request, query) : main.hits;
  const staples = withStaples ? others.shift()!.hits : [];
  return {
    source: "meilisearch",
    productIds: page.map((hit) => hit.row),
    stapleIds: staples.map((hit) => hit.row),
    hits: mergeHits(page.map(scored), staples.map(scored), query),
    total: Math.min(main.estimatedTotalHits ?? 0, REACHABLE),
    facets: countedOf(request, query, main, others),
  };
}

const scored = (hit: Found & { readonly _rankingScore?: number }) => ({
  row: hit.row,
  name: hit.name,
  score: hit._rankingScore ?? 0,
});
