import { Meilisearch } from "meilisearch";
import { env } from "#app/lib/env.server.ts";

/** A search this slow is worse than PostgreSQL's answer. Milliseconds. */
const SEARCH_TIMEOUT = 250;
/** Handing over a batch may take its time: nobody waits for it. Milliseconds. */
const WRITE_TIMEOUT = 30_000;

export type SearchServer = {
  readonly url: string;
  /** for writing; without it nothing but searches is possible */
  readonly apiKey?: string;
  /** for searching; the one for writing unless given */
  readonly searchKey?: string;
  readonly index: string;
  /** milliseconds a search may take; 250 unless told otherwise */
  readonly searchTimeout?: number;
  /** milliseconds after which PostgreSQL is asked as well; two fifths of the former unless told otherwise */
  readonly lateAfter?: number;
};

/** A Meilisearch and the index that is ours in it. */
export type SearchClient = {
  readonly index: string;
  /** for whoever waits at a page; give it `patience()` */
  readonly reader: Meilisearch;
  /** a signal that ends a search when its time is up (the client's own time-out does not cover the answer's body) */
  readonly patience: () => AbortSignal;
  /** milliseconds after which PostgreSQL is asked as well */
  readonly lateAfter: number;
  readonly writer: Meilisearch;
};

export function openSearchClient({
  url,
  apiKey,
  searchKey = apiKey,
  index,
  searchTimeout = SEARCH_TIMEOUT,
  lateAfter = searchTimeout * 0.4,
}: SearchServer): SearchClient {
  // Compressed, an answer comes in two pieces, and the second waits 40 ms for TCP to confirm the first.
  const requestInit = { headers: { "Accept-Encoding": "identity" } };
  const reader = new Meilisearch({ host: url, apiKey: searchKey, timeout: searchTimeout, requestInit });
  const writer = new Meilisearch({ host: url, apiKey, timeout: WRITE_TIMEOUT });
  return { index, reader, writer, lateAfter, patience: () => AbortSignal.timeout(searchTimeout) };
}

let shared: SearchClient | undefined;

/** This process's client; undefined when MEILISEARCH_URL is not set. */
export function searchClient(): SearchClient | undefined {
  const { MEILISEARCH_URL, MEILISEARCH_API_KEY, MEILISEARCH_SEARCH_KEY, MEILISEARCH_INDEX } = env();
  if (!MEILISEARCH_URL) return undefined;
  shared ??= openSearchClient({
    url: MEILISEARCH_URL,
    apiKey: MEILISEARCH_API_KEY,
    searchKey: MEILISEARCH_SEARCH_KEY,
    index: MEILISEARCH_INDEX,
  });
  return shared;
}

/** A Meilisearch task ended otherwise than well. */
export class SearchTaskFailed extends Error {
  override name = "SearchTaskFailed";
}

type Waitable = { waitTask: (options: { timeout: number; interval: number }) => Promise<FinishedTask> };
type FinishedTask = { uid: number; type: string; status: string; error: { message: string } | null };

/**
 * Waits until a task is done. (Meilisearch's own waiting resolves for a failed task, too.)
 * @param timeout milliseconds
 * @throws SearchTaskFailed when it failed or was cancelled
 */
export async function done(task: Waitable, timeout = 60_000): Promise<void> {
  const { uid, type, status, error } = await task.waitTask({ timeout, interval: 25 });
  if (status !== "succeeded") throw new SearchTaskFailed(`${type} ${uid}: ${error?.message ?? status}`);
}

/** The index a rebuild is filling: what changes meanwhile is written there too, so that nothing is lost at the swap. */
export const rebuildUid = (index: string) => `${index}-baru`;

/** True when our index is there. */
export async function indexExists(client: SearchClient, uid = client.index): Promise<boolean> {
  try {
    await client.writer.getRawIndex(uid);
    return true;
  } catch (error) {
    if ((error as { cause?: { code?: string } }).cause?.code === "index_not_found") return false;
    throw error;
  }
}

/** Documents of products in our index, as anyone who may search can count them. */
export async function countDocuments({ index, reader, patience }: SearchClient): Promise<number> {
  const queries = [{ indexUid: index, q: "", limit: 0, facets: ["kind"] }];
  const { results } = await reader.multiSearch({ queries }, { signal: patience() });
  return results[0]?.facetDistribution?.kind?.product ?? 0;
}
