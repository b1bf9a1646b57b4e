import type { Db } from "#db/client.server.ts";
import { findSearchRows, findSearchSums } from "#db/queries/search-rows.ts";
import { tellSearchChanged } from "#db/queries/search-upkeep.ts";
import {
  done,
  indexExists,
  rebuildUid,
  type SearchClient,
  SearchTaskFailed,
  searchClient,
} from "./client.server.ts";
import { sealedProduct } from "./seal.ts";

/** Documents of one write: enough for a busy second, small enough to be searchable soon. */
const BATCH = 1_000;
/** A product that changes while it is written is written again, at most this often; then its own jobs go on. */
const TURNS = 5;

type Waiting = { readonly ids: readonly number[]; readonly settle: (error?: unknown) => void };
const queues = new WeakMap<SearchClient, Waiting[]>();

/**
 * Brings the search documents of these products up to date with PostgreSQL, and takes out those no longer public.
 * Calls that come while one is being written go together in the next write, so that a rush of orders does not become a
 * rush of writes.
 * Does nothing without a Meilisearch, or before the index was first built (building reads every product).
 * @throws when Meilisearch does not answer or could not do it: the job is to be tried again
 */
export async function indexProducts(
  db: Db,
  productIds: readonly number[],
  client: SearchClient | undefined = searchClient(),
): Promise<void> {
  if (!client || productIds.length === 0) return;
  const queue = queues.get(client);
  const written = new Promise<void>((resolve, reject) => {
    const waiting = { ids: productIds, settle: (error?: unknown) => (error ? reject(error) : resolve()) };
    if (queue) queue.push(waiting);
    else {
      const started = [waiting];
      queues.set(client, started);
      void writeQueue(db, client, started);
    }
  });
  await written;
}

/** Writes until nobody waits. */
async function writeQueue(db: Db, client: SearchClient, queue: Waiting[]): Promise<void> {
  while (queue.length > 0) {
    const turn: Waiting[] = [];
    const ids = new Set<number>();
    while (queue[0] && (turn.length === 0 || ids.size + queue[0].ids.length <= BATCH)) {
      const next = queue.shift()!;
      turn.push(next);
      for (const id of next.ids) ids.add(id);
    }
    const error = await tryWrite(db, client, [...ids]);
    // One document that Meilisearch refuses takes its whole batch along: the others' changes must not wait for it.
    const isRefused = error instanceof SearchTaskFailed && turn.length > 1;
    for (const { ids: own, settle } of turn) settle(isRefused ? await tryWrite(db, client, own) : error);
  }
  queues.delete(client);
}

/** @returns what went wrong, if anything */
async function tryWrite(db: Db, client: SearchClient, productIds: readonly number[]): Promise<unknown> {
  try {
    for (const uid of [client.index, rebuildUid(client.index)]) {
      if (await indexExists(client, uid)) await writeProducts(db, client, uid, productIds);
    }
    await tellSearchChanged(db);
    return undefined;
  } catch (error) {
    return error ?? new Error("unknown");
  }
}

/**
 * Brings these products up to date in one index that must be there. Looks again after each write: another process may
 * have written a newer state before this one's older one, and whoever writes last finds that out here.
 */
export async function writeProducts(
  db: Db,
  client: SearchClient,
  uid: string,
  productIds: readonly number[],
): Promise<void> {
  const index = client.writer.index(uid);
  let ids = productIds;
  for (let turn = 0; turn < TURNS && ids.length > 0; turn++) {
    const rows = await findSearchRows(db, ids);
    const written = new Map(rows.map((row) => [row.id, row.checksum]));
    const gone = ids.filter((id) => !written.has(id)).map((id) => `p${id}`);
    if (rows.length > 0) await done(index.addDocuments(rows.map(sealedProduct), { primaryKey: "id" }));
    if (gone.length > 0) await done(index.deleteDocuments(gone));
    const now = new Map((await findSearchSums(db, ids)).map((row) => [row.id, row.checksum]));
    ids = ids.filter((id) => now.get(id) !== written.get(id));
  }
}
