import type { MultiSearchQuery, MultiSearchResult } from "meilisearch";
import { type Attempt, firstAttempt, furtherAttempts, textOf, withoutAmounts } from "./attempts.ts";
import type { SearchClient } from "./client.server.ts";
import { isNarrowed, mergeHits, mixedPage, sliceOf, wantsStaples } from "./page.ts";
import type { Query } from "./read-query.ts";
import {
  REACHABLE,
  SELLERS_COUNTED,
  type SearchFacets,
  type SearchRequest,
  type SearchResult,
  type SearchSort,
  STAPLES_SHOWN,
} from "./types.ts";

type Found = {
  readonly row: number;
  readonly name: string;
  readonly seller: string;
  readonly isOtherSize?: boolean;
};
type Facet = "category" | "regency" | "seller";

/** What an attempt looks in: all but the description. */
const NAMING = ["name", "also", "category_name", "seller_name", "place", "packs", "sku"];
const STRICTNESS = { all: "all", some: "frequency" } as const;

const SORTS: Readonly<Record<SearchSort, string[]>> = {
  relevan: [],
  terbaru: ["row:desc"],
  termurah: ["price:asc"],
  termahal: ["price:desc"],
  terlaris: ["sold:desc", "row:desc"],
};
const FACETS: readonly Facet[] = ["category", "regency", "seller"];
const ATTRIBUTE: Readonly<Record<Facet, string>> = {
  category: "category",
  regency: "regency",
  seller: "seller_label",
};

/** A value inside a filter; what a buyer sends in the address can contain anything. */
const quoted = (value: string) => `"${value.replace(/[\\"]/g, "\\$&")}"`;

function filterFor(request: SearchRequest, without?: Facet): string[] {
  const filter = ["kind = product"];
  for (const facet of FACETS) {
    if (facet === without || request[facet].length === 0) continue;
    filter.push(`${facet} IN [${request[facet].map(quoted).join(", ")}]`);
  }
  if (request.priceMin !== undefined) filter.push(`price >= ${request.priceMin}`);
  if (request.priceMax !== undefined) filter.push(`price <= ${request.priceMax}`);
  if (request.inStock) filter.push("in_stock = 1");
  return filter;
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
  const chosen = FACETS.filter((facet) => request[facet].length > 0);
  const main: MultiSearchQuery = {
    ...common,
    filter: filterFor(request),
    sort: SORTS[request.sort],
    // Counting 30,000 sellers costs more than the search; nobody picks one from a list of everything.
    facets: FACETS.filter(
      (facet) => !chosen.includes(facet) && (facet !== "seller" || isNarrowed(request, query)),
    ).map((facet) => ATTRIBUTE[facet]),
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
      facets: [ATTRIBUTE[facet]],
      limit: 0,
    }),
  );
  return { queries: wantsStaples(request, query) ? [main, staples, ...counts] : [main, ...counts] };
}

function facetsOf(results: readonly MultiSearchResult<Found>[]): SearchFacets {
  const counts = Object.assign({}, ...results.map((result) => result.facetDistribution ?? {})) as Record<
    string,
    Record<string, number>
  >;
  const seller = Object.entries(counts.seller_label ?? {})
    .map(([label, count]) => {
      const bar = label.indexOf("|");
      return { slug: label.slice(0, bar), name: label.slice(bar + 1), count };
    })
    .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name, "id"))
    .slice(0, SELLERS_COUNTED);
  return { category: counts.category ?? {}, regency: counts.regency ?? {}, seller };
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
 * One round trip to Meilisearch; further ones, more forgiving, only when nothing was found.
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
  let results = await ask(firstAttempt(query));
  const loose = withoutAmounts(query);
  if (loose && (lacks(0) || (withStaples && lacks(1))))
    results = joined(results, await ask(loose), withStaples);
  for (const attempt of furtherAttempts(query)) {
    if (!lacks(0) || (withStaples && !lacks(1))) break;
    results = await ask(attempt);
  }
  const [main, ...others] = results as [MultiSearchResult<Found>, ...Results];
  const page = sliceOf(request).isMixed ? mixedPage(main.hits, request, query) : main.hits;
  const staples = withStaples ? others.shift()!.hits : [];
  return {
    source: "meilisearch",
    productIds: page.map((hit) => hit.row),
    stapleIds: staples.map((hit) => hit.row),
    hits: mergeHits(page.map(scored), staples.map(scored), query),
    total: Math.min(main.estimatedTotalHits ?? 0, REACHABLE),
    facets: facetsOf([main, ...others]),
  };
}

const scored = (hit: Found & { readonly _rankingScore?: number }) => ({
  row: hit.row,
  name: hit.name,
  score: hit._rankingScore ?? 0,
  isOtherSize: hit.isOtherSize,
});
