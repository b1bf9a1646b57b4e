import { log } from "#app/lib/log.server.ts";
import type { Db } from "#db/client.server.ts";
import { countPublicProducts } from "#db/queries/search-rows.ts";
import { type Breaker, createBreaker } from "./breaker.ts";
import { countDocuments, type SearchClient, searchClient } from "./client.server.ts";

/** After this many failures in a row, or one timeout, PostgreSQL answers alone for `PAUSE` milliseconds. */
const FAILURES = 3;
const PAUSE = 5_000;
/** An index with a smaller share of the public products than this would hide goods: PostgreSQL answers. */
const WHOLE = 0.9;
/** How long a count of the index is believed. Milliseconds. */
const BELIEVED = 5_000;

/** A Meilisearch, and what is known of its state. */
export type SearchEngine = {
  readonly client: SearchClient;
  readonly breaker: Breaker;
  /** searches that it has not answered in good time: while there is one, nobody else waits for it */
  late: number;
  /** false while the index holds too few of the public products */
  isWhole: boolean;
  /** when the index was counted last, by `Date.now()` */
  countedAt: number;
};

export function openSearchEngine(client: SearchClient, pause = PAUSE): SearchEngine {
  const breaker = createBreaker({ failures: FAILURES, pause });
  return { client, breaker, late: 0, isWhole: true, countedAt: 0 };
}

let shared: SearchEngine | undefined;

/** This process's own; undefined without a Meilisearch. */
export function sharedEngine(): SearchEngine | undefined {
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

/** Asks Meilisearch and tells the breaker how it went. @returns undefined when it gave no answer */
export async function askEngine<Answer>(
  { breaker }: SearchEngine,
  question: () => Promise<Answer>,
): Promise<Answer | undefined> {
  const wasOpen = breaker.isOpen();
  try {
    const answer = await question();
    breaker.succeeded();
    if (wasOpen) log.info("search: Meilisearch answers again");
    return answer;
  } catch (error) {
    breaker.failed(isTimeout(error) ? "timeout" : "error");
    if (!wasOpen) log.warn({ reason: String(error) }, "search: Meilisearch failed, PostgreSQL answers");
    return undefined;
  }
}

/**
 * Counts the documents of the index beside the public products: an emptied or half-filled index answers without an
 * error, and wrongly.
 * @returns whether it is whole; false as well when it could not be counted. Never throws.
 */
export async function checkWhole(db: Db, engine: SearchEngine): Promise<boolean> {
  engine.countedAt = Date.now();
  const [documents, products] = await Promise.all([
    askEngine(engine, () => countDocuments(engine.client)),
    countPublicProducts(db).catch(() => undefined),
  ]);
  // Nothing can be said of what could not be counted: what was known stays.
  if (documents === undefined || products === undefined) return false;
  const isWhole = documents >= products * WHOLE;
  if (isWhole !== engine.isWhole)
    log.warn({ documents, products }, `search: index ${isWhole ? "" : "not "}whole`);
  engine.isWhole = isWhole;
  return isWhole;
}

/**
 * Whether the next search may go to Meilisearch. What has to be found out for that is found out beside it: no buyer
 * waits for a look at a server that may not answer.
 */
export function mayAsk(db: Db, engine: SearchEngine): boolean {
  if (engine.breaker.isOpen()) {
    if (engine.breaker.allows()) void checkWhole(db, engine);
    return false;
  }
  if (Date.now() - engine.countedAt > BELIEVED) void checkWhole(db, engine);
  return engine.isWhole && engine.late === 0;
}

/** Which of the two answers searches now. */
export function searchState(
  engine: SearchEngine | null | undefined = sharedEngine(),
): "meilisearch" | "postgres" {
  return engine?.isWhole && !engine.breaker.isOpen() ? "meilisearch" : "postgres";
}

/**
 * Asks Meilisearch itself, within 250 ms: `down` when it does not answer, `incomplete` when it lacks too much of what is
 * to be found (not known without `db`), `none` without one. Never throws.
 */
export async function pingSearch(
  db: Db | undefined,
  engine: SearchEngine | null | undefined = sharedEngine(),
): Promise<"ok" | "incomplete" | "down" | "none"> {
  if (!engine) return "none";
  if (!db) return (await engine.client.reader.isHealthy()) ? "ok" : "down";
  const isWhole = await checkWhole(db, engine);
  if (isWhole) return "ok";
  return engine.breaker.isOpen() || engine.isWhole ? "down" : "incomplete";
}
