import type { MultiSearchQuery, MultiSearchResult } from "meilisearch";
import { type Attempt, firstAttempt, furtherAttempts, textOf, withoutAmounts } from "./attempts.ts";
import type { SearchClient } from "./client.server.ts";
import { attributesOf, countsFor, type Distribution, type Facet, facetsOf, filterFor } from "./facets.ts";
import { isNarrowed, isOneSellers, mergeHits, mixedPage, sliceOf, spread, wantsStaples } from "./page.ts";
import type { Query } from "./read-query.ts";
import {
  REACHABLE,
  type SearchFacets,
  type SearchRequest,
  type SearchResult,
  STAPLES_SHOWN,
} from "./types.ts";

type Found = {
  readonly row: number;
  readonly name: string;
  readonly seller: string;
  readonly isOtherSize?: boolean;
};

/** What an attempt looks in: all but the description. */
const NAMING = ["name", "also", "category_name", "seller_name", "place", "packs", "sku"];
const STRICTNESS = { all: "all", some: "frequency" } as const;

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

function queriesFor(client: SearchClient, request: SearchRequest, query: Query, attempt: Attempt) {
  const { from, count } = sliceOf(request);
  const q = textOf(attempt);
  const common = {
    indexUid: client.index,
    q,
    matchingStrategy: STRICTNESS[attempt.strictness],
    attributesToSearchOn: q === "" || attempt.inDescription ? undefined : NAMING,
  };
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

type Results = MultiSearchResult<Found>[];

/** What has just the size asked for first, then the same in other sizes. */
function joined(exact: Results, loose: Results, withStaples: boolean): Results {
  const results = exact[0]!.estimatedTotalHits === 0 ? [...loose] : [...exact];
  if (!withStaples) return results;
  const rows = new Set(exact[1]!.hits.map(({ row }) => row));
  const others = loose[1]!.hits.filter(({ row }) => !rows.has(row));
  const hits = [...exact[1]!.hits, ...others.map((hit) => ({ ...hit, isOtherSize: true }))];
  results[1] = { ...exact[1]!, hits, estimatedTotalHits: hits.length };
  return results;
}

/**
 * One round trip to Meilisearch; further ones only when nothing was found (more forgiving), or when all that was found is
 * one seller's (deeper).
 * @throws whatever the client throws, and TypeError when the answer is not one: the caller turns to PostgreSQL
 */
export async function searchMeilisearch(
  client: SearchClient,
  request: SearchRequest,
  query: Query,
): Promise<SearchResult> {
  // One patience for all tries: the buyer waits once.
  const signal = client.patience();
  const ask = async (attempt: Attempt) => {
    const parameters = queriesFor(client, request, query, attempt);
    const { results } = await client.reader.multiSearch<typeof parameters, Found>(parameters, { signal });
    if (results.length !== parameters.queries.length) throw new TypeError("search answered something else");
    return results;
  };
  const withStaples = wantsStaples(request, query);
  const lacks = (at: number) => results[at]!.hits.length === 0 && results[at]!.estimatedTotalHits === 0;
  let asked = firstAttempt(query);
  let results = await ask(asked);
  const loose = withoutAmounts(query);
  if (loose && (lacks(0) || (withStaples && lacks(1)))) {
    if (lacks(0)) asked = loose;
    results = joined(results, await ask(loose), withStaples);
  }
  for (const attempt of furtherAttempts(query)) {
    if (!lacks(0) || (withStaples && !lacks(1))) break;
    asked = attempt;
    results = await ask(attempt);
  }
  const [main, ...others] = results as [MultiSearchResult<Found>, ...Results];
  const { isMixed } = sliceOf(request);
  let { hits } = main;
  if (isMixed && isOneSellers(hits, request, query)) {
    const [alone] = queriesFor(client, request, query, asked).queries;
    const queries = [{ ...alone!, facets: [], limit: REACHABLE }];
    const { results: deep } = await client.reader.multiSearch<{ queries: MultiSearchQuery[] }, Found>(
      { queries },
      { signal },
    );
    hits = spread(deep[0]!.hits);
  }
  const page = isMixed ? mixedPage(hits, request, query) : hits;
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
  isOtherSize: hit.isOtherSize,
});
