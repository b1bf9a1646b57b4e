import type { Db } from "#db/client.server.ts";
import { findSearchRows } from "#db/queries/search-rows.ts";
import { done, indexExists, type SearchClient, searchClient } from "./client.server.ts";
import { productDocument } from "./document.ts";

/** The index a rebuild is filling: what changes meanwhile is written there too, so that nothing is lost at the swap. */
export const rebuildUid = (index: string) => `${index}-baru`;

/** Documents of one write: enough for a busy second, small enough to be searchable soon. */
const BATCH = 1_000;

type Waiting = { readonly ids: readonly number[]; readonly settle: (error?: unknown) => void };
const queues = new WeakMap<SearchClient, Waiting[]>();

/**
 * Brings the search documents of these products up to date with PostgreSQL, and takes out those no longer public.
 * Calls that come while one is being written go together in the next write: in order, so that no older state overwrites
 * a newer one, and in batches, so that a rush of orders does not become a rush of writes.
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
    const error = await writeEverywhere(db, client, [...ids]).catch(
      (reason: unknown) => reason ?? new Error("unknown"),
    );
    for (const { settle } of turn) settle(error);
  }
  queues.delete(client);
}

async function writeEverywhere(db: Db, client: SearchClient, productIds: readonly number[]): Promise<void> {
  for (const uid of [client.index, rebuildUid(client.index)]) {
    if (await indexExists(client, uid)) await writeProducts(db, client, uid, productIds);
  }
}

/** Brings these products up to date in one index that must be there. */
export async function writeProducts(
  db: Db,
  client: SearchClient,
  uid: string,
  productIds: readonly number[],
): Promise<void> {
  const rows = await findSearchRows(db, productIds);
  const isPublic = new Set(rows.map((row) => row.id));
  const gone = productIds.filter((id) => !isPublic.has(id)).map((id) => `p${id}`);
  const index = client.writer.index(uid);
  if (rows.length > 0) await done(index.addDocuments(rows.map(productDocument), { primaryKey: "id" }));
  if (gone.length > 0) await done(index.deleteDocuments(gone));
}
