import type { Db } from "#db/client.server.ts";
import {
  countPublicProducts,
  databaseNow,
  findProductsChangedSince,
  findSearchRowsAfter,
} from "#db/queries/search-rows.ts";
import { done, indexExists, type SearchClient, searchClient } from "./client.server.ts";
import { productDocument } from "./document.ts";
import { rebuildUid, writeProducts } from "./index-products.server.ts";
import { writeStaples } from "./index-staples.server.ts";
import { readOwnSynonyms } from "./own-synonyms.server.ts";
import { searchSettings } from "./settings.ts";

const BATCH = 5_000;
/** Batches handed over before the first is done: more only fill the disk. */
const AHEAD = 4;
/** One big batch may take minutes on a small machine. Milliseconds. */
const PATIENCE = 20 * 60_000;

export type RebuildProgress = { readonly done: number; readonly total: number };

/**
 * Builds a new index beside the one in use and swaps the two: searches meet the old one, then the new one, never an
 * empty one. What changes meanwhile is caught up before and after the swap.
 * @param onProgress told the number of products handed over, of how many
 * @returns number of products in the new index; undefined without a Meilisearch
 * @throws when Meilisearch does not answer or could not do it: the index in use stays as it is
 */
export async function rebuildSearchIndex(
  db: Db,
  onProgress: (progress: RebuildProgress) => void = () => {},
  client: SearchClient | undefined = searchClient(),
): Promise<number | undefined> {
  if (!client) return undefined;
  const { index, writer } = client;
  const fresh = rebuildUid(index);
  const since = await databaseNow(db);
  await readOwnSynonyms(db);
  // What an earlier rebuild, cut short, left behind.
  await dropIndex(client, fresh);
  await done(writer.createIndex(fresh, { primaryKey: "id" }));
  await done(writer.index(fresh).updateSettings(searchSettings()));
  const count = await fill(db, client, fresh, onProgress);
  await writeStaples(db, client, fresh);
  await catchUp(db, client, fresh, since);
  if (!(await indexExists(client))) await done(writer.createIndex(index, { primaryKey: "id" }));
  await done(writer.swapIndexes([{ indexes: [index, fresh], rename: false }]), PATIENCE);
  await catchUp(db, client, index, since);
  await dropIndex(client, fresh);
  return count;
}

async function dropIndex(client: SearchClient, uid: string): Promise<void> {
  if (await indexExists(client, uid)) await done(client.writer.deleteIndex(uid), PATIENCE);
}

async function fill(
  db: Db,
  client: SearchClient,
  uid: string,
  onProgress: (progress: RebuildProgress) => void,
) {
  const total = await countPublicProducts(db);
  const target = client.writer.index(uid);
  const waiting: Promise<void>[] = [];
  let count = 0;
  onProgress({ done: 0, total });
  for (let afterId = 0; ; ) {
    const rows = await findSearchRowsAfter(db, afterId, BATCH);
    if (rows.length === 0) break;
    afterId = rows.at(-1)!.id;
    const enqueued = target.addDocuments(rows.map(productDocument), { primaryKey: "id" });
    await enqueued;
    const finished = done(enqueued, PATIENCE);
    // Its failure is met below; it must not end the process before.
    finished.catch(() => {});
    waiting.push(finished);
    if (waiting.length >= AHEAD) await waiting.shift();
    count += rows.length;
    onProgress({ done: count, total: Math.max(total, count) });
  }
  await Promise.all(waiting);
  return count;
}

/**
 * For a change read before and written after another one of the same product. The margin is for changes under way when
 * the rebuild began; those that commit later have jobs of their own, which write to both indexes.
 */
async function catchUp(db: Db, client: SearchClient, uid: string, since: Date): Promise<void> {
  const changed = await findProductsChangedSince(db, new Date(since.getTime() - 5_000));
  for (let from = 0; from < changed.length; from += BATCH) {
    await writeProducts(db, client, uid, changed.slice(from, from + BATCH));
  }
}
