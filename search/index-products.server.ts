import type { Db } from "#db/client.server.ts";
import { findSearchRows } from "#db/queries/search-rows.ts";
import { done, indexExists, type SearchClient, searchClient } from "./client.server.ts";
import { productDocument } from "./document.ts";

/** The index a rebuild is filling: what changes meanwhile is written there too, so that nothing is lost at the swap. */
export const rebuildUid = (index: string) => `${index}-baru`;

/**
 * Brings the search documents of these products up to date with PostgreSQL, and takes out those no longer public.
 * Does nothing without a Meilisearch, or before the index was first built (building reads every product).
 * @throws when Meilisearch does not answer or could not do it: the job is to be tried again
 */
export async function indexProducts(
  db: Db,
  productIds: readonly number[],
  client: SearchClient | undefined = searchClient(),
): Promise<void> {
  if (!client || productIds.length === 0) return;
  for (const uid of [client.index, rebuildUid(client.index)]) {
    if (await indexExists(client, uid)) await writeProducts(db, client, uid, productIds);
  }
}

/** The same, into one index that must be there. */
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
