import type { Db } from "#db/client.server.ts";
import { countPublicProducts, findSearchRowsAfter } from "#db/queries/search-rows.ts";
import { type StillOurs, tellSearchChanged, withRebuildLock } from "#db/queries/search-upkeep.ts";
import { done, indexExists, rebuildUid, type SearchClient, searchClient } from "./client.server.ts";
import { writeStaples } from "./index-staples.server.ts";
import { mendIndex } from "./mend.server.ts";
import { readOwnSynonyms } from "./own-synonyms.server.ts";
import { sealedProduct } from "./seal.ts";
import { searchSettings } from "./settings.ts";

/** Meilisearch does one write after the other: between batches of this size the shop's own changes get their turn. */
const BATCH = 2_500;
/** Batches handed over before the first is done. */
const AHEAD = 2;
/** One big batch may take minutes on a small machine. Milliseconds. */
const PATIENCE = 20 * 60_000;

export type RebuildProgress = { readonly done: number; readonly total: number };

/** Another process is building the index. */
export class RebuildUnderWay extends Error {
  override name = "RebuildUnderWay";
  constructor() {
    super("Indeks pencarian sedang disusun oleh proses lain. Tunggu sampai selesai.");
  }
}

/**
 * Builds a new index beside the one in use and swaps the two: searches meet the old one, then the new one, never an
 * empty one. What changes meanwhile is written to both, and all checksums are compared before and after the swap.
 * @param onProgress told the number of products handed over, of how many
 * @returns number of products in the new index; undefined without a Meilisearch
 * @throws RebuildUnderWay, and when Meilisearch does not answer or could not do it: the index in use stays as it is
 */
export async function rebuildSearchIndex(
  db: Db,
  onProgress: (progress: RebuildProgress) => void = () => {},
  client: SearchClient | undefined = searchClient(),
): Promise<number | undefined> {
  if (!client) return undefined;
  const built = await withRebuildLock(db, client.index, (stillOurs) =>
    build(db, client, onProgress, stillOurs),
  );
  if (!built) throw new RebuildUnderWay();
  return built.result;
}

async function build(
  db: Db,
  client: SearchClient,
  onProgress: (progress: RebuildProgress) => void,
  stillOurs: StillOurs,
): Promise<number> {
  const { index, writer } = client;
  const fresh = rebuildUid(index);
  await readOwnSynonyms(db);
  await dropIndex(client, fresh);
  await done(writer.createIndex(fresh, { primaryKey: "id" }));
  await done(writer.index(fresh).updateSettings(searchSettings()));
  const count = await fill(db, client, fresh, onProgress);
  await writeStaples(db, client, fresh);
  await mendIndex(db, client, fresh);
  if (!(await indexExists(client))) await done(writer.createIndex(index, { primaryKey: "id" }));
  await stillOurs();
  await done(writer.swapIndexes([{ indexes: [index, fresh], rename: false }]), PATIENCE);
  await mendIndex(db, client, index);
  await dropIndex(client, fresh);
  await tellSearchChanged(db);
  return count;
}

/**
 * Takes out what a rebuild that was killed left behind; while one is under way, nothing.
 * @returns whether there was anything
 */
export async function dropAbandonedRebuild(db: Db, client: SearchClient): Promise<boolean> {
  const fresh = rebuildUid(client.index);
  if (!(await indexExists(client, fresh))) return false;
  const dropped = await withRebuildLock(db, client.index, () => dropIndex(client, fresh));
  return dropped !== undefined;
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
    const enqueued = target.addDocuments(rows.map(sealedProduct), { primaryKey: "id" });
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
