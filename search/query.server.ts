import { log } from "#app/lib/log.server.ts";
import type { Db } from "#db/client.server.ts";
import { type Breaker, createBreaker } from "./breaker.ts";
import { type SearchClient, searchClient } from "./client.server.ts";
import { noFacets } from "./facets.ts";
import { type Query, readQuery } from "./read-query.ts";
import { searchMeilisearch } from "./search-meilisearch.server.ts";
import { searchPostgres } from "./search-postgres.server.ts";
import type { SearchRequest, SearchResult } from "./types.ts";

/** After this many failures in a row, or one timeout, PostgreSQL answers alone for `PAUSE` milliseconds. */
const FAILURES = 3;
const PAUSE = 5_000;

/** A Meilisearch with its breaker. */
export type SearchEngine = { readonly client: SearchClient; readonly breaker: Breaker };

export function openSearchEngine(client: SearchClient, pause = PAUSE): SearchEngine {
  return { client, breaker: createBreaker({ failures: FAILURES, pause }) };
}

let shared: SearchEngine | undefined;

function sharedEngine(): SearchEngine | undefined {
  const client = searchClient();
  if (client && !shared) shared = openSearchEngine(client);
  return client && shared;
}

/** The client wraps what fetch threw, once or twice. */
function isTimeout(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if (/time-?out/i.test(cause.name)) return true;
  return false;
}

/** The answer, or undefined when Meilisearch gave none. */
async function tryMeilisearch(
  { client, breaker }: SearchEngine,
  request: SearchRequest,
  query: Query,
): Promise<SearchResult | undefined> {
  if (!breaker.allows()) return undefined;
  const wasOpen = breaker.isOpen();
  try {
    const result = await searchMeilisearch(client, request, query);
    breaker.succeeded();
    if (wasOpen) log.info("search: Meilisearch answers again");
    return result;
  } catch (error) {
    breaker.failed(isTimeout(error) ? "timeout" : "error");
    if (!wasOpen) log.warn({ reason: String(error) }, "search: Meilisearch failed, PostgreSQL answers");
    return undefined;
  }
}

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
 * Finds products, and staples by the same text, in the words people use here. Any text is fine. Meilisearch answers
 * within 250 ms, else PostgreSQL does; after failures PostgreSQL answers alone for 5 s, then Meilisearch is tried again.
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
  const query = readQuery(asked.text);
  const result = engine ? await tryMeilisearch(engine, asked, query) : undefined;
  return result ?? (await searchPostgres(db, asked, query));
}

function nothing(request: SearchRequest, source: SearchResult["source"]): SearchResult {
  return { source, productIds: [], stapleIds: [], hits: [], total: 0, facets: noFacets(request) };
}

/** Which of the two answers searches now. */
export function searchState(
  engine: SearchEngine | null | undefined = sharedEngine(),
): SearchResult["source"] {
  return engine && !engine.breaker.isOpen() ? "meilisearch" : "postgres";
}

/** Asks Meilisearch itself, within 250 ms, whether it is well; false without one. Never throws. */
export async function pingSearch(engine: SearchEngine | null | undefined = sharedEngine()): Promise<boolean> {
  return engine ? engine.client.reader.isHealthy() : false;
}
