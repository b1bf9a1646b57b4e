import type { Db } from "#db/client.server.ts";
import {
  askEngine,
  checkWhole,
  mayAsk,
  type SearchEngine,
  searchState,
  sharedEngine,
} from "./engine.server.ts";
import { noFacets } from "./facets.ts";
import { firstAnswer } from "./first-answer.ts";
import { observeSearch } from "./metrics.server.ts";
import { readQuery } from "./read-query.ts";
import { searchMeilisearch } from "./search-meilisearch.server.ts";
import { searchPostgres } from "./search-postgres.server.ts";
import type { SearchRequest, SearchResult } from "./types.ts";

/** What a request may ask for, whatever the address said. */
function bounded(request: SearchRequest): SearchRequest {
  const whole = (value: number, least: number, most: number) =>
    Number.isFinite(value) ? Math.min(Math.max(Math.trunc(value), least), most) : least;
  const price = (value: number | undefined) =>
    value === undefined || !Number.isFinite(value) ? undefined : whole(value, 0, Number.MAX_SAFE_INTEGER);
  return {
    ...request,
    page: whole(request.page, 1, 1_000),
    perPage: whole(request.perPage, 1, 100),
    priceMin: price(request.priceMin),
    priceMax: price(request.priceMax),
    category: clean(request.category),
    regency: clean(request.regency),
    seller: clean(request.seller),
    sort: request.sort === "terdekat" && !request.place ? "relevan" : request.sort,
    near: request.place && request.near,
  };
}

/** PostgreSQL refuses a NUL inside a text. */
const clean = (values: readonly string[]) => values.slice(0, 50).map((value) => value.replaceAll("\0", ""));

/**
 * Finds products, and staples by the same text, in the words people use here. Any text is fine. Meilisearch answers; when
 * it has not after 100 ms PostgreSQL is asked too, and after failures PostgreSQL answers alone until Meilisearch is seen
 * to be well again.
 * @param engine the Meilisearch to ask; this process's own unless told otherwise, `null` for none
 * @throws only what PostgreSQL throws
 */
export async function searchProducts(
  db: Db,
  request: SearchRequest,
  engine: SearchEngine | null | undefined = sharedEngine(),
): Promise<SearchResult> {
  const asked = bounded(request);
  // An emoji is no word: nothing is found, rather than everything.
  if (asked.text !== "" && !/[\p{L}\p{N}]/u.test(asked.text)) return nothing(asked, searchState(engine));
  const began = performance.now();
  const query = readQuery(asked.text);
  const fromPostgres = () => searchPostgres(db, asked, query);
  let result: SearchResult;
  if (engine && mayAsk(db, engine)) {
    const asking = askEngine(engine, () => searchMeilisearch(engine.client, asked, query));
    result = await firstAnswer(engine, asking, fromPostgres);
  } else result = await fromPostgres();
  // "Nothing" is said only of an index that is known to be whole.
  const isDoubtful = result.source === "meilisearch" && result.hits.length === 0 && result.total === 0;
  if (engine && isDoubtful && !(await checkWhole(db, engine))) result = await fromPostgres();
  observeSearch(result.source, (performance.now() - began) / 1000);
  return result;
}

function nothing(request: SearchRequest, source: SearchResult["source"]): SearchResult {
  return { source, productIds: [], stapleIds: [], hits: [], total: 0, facets: noFacets(request) };
}
