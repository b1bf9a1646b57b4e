import type { Db } from "#db/client.server.ts";
import { findSearchStaples } from "#db/queries/search-rows.ts";
import { tellSearchChanged } from "#db/queries/search-upkeep.ts";
import { done, indexExists, rebuildUid, type SearchClient, searchClient } from "./client.server.ts";
import { sealedStaple } from "./seal.ts";

/**
 * Brings the search documents of all staples up to date. Does nothing without a Meilisearch or before the first build.
 * @throws when Meilisearch does not answer or could not do it: the job is to be tried again
 */
export async function indexStaples(db: Db, client: SearchClient | undefined = searchClient()): Promise<void> {
  if (!client) return;
  for (const uid of [client.index, rebuildUid(client.index)]) {
    if (await indexExists(client, uid)) await writeStaples(db, client, uid);
  }
  await tellSearchChanged(db);
}

/** Replaces all staples in one index that must be there. */
export async function writeStaples(db: Db, client: SearchClient, uid: string): Promise<void> {
  const rows = await findSearchStaples(db);
  const index = client.writer.index(uid);
  const kept = rows.map((row) => row.id).join(", ");
  const gone = rows.length > 0 ? `kind = staple AND row NOT IN [${kept}]` : "kind = staple";
  await done(index.deleteDocuments({ filter: gone }));
  if (rows.length > 0) await done(index.addDocuments(rows.map(sealedStaple), { primaryKey: "id" }));
}
