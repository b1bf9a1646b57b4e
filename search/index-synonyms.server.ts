import type { Db } from "#db/client.server.ts";
import { tellSearchChanged } from "#db/queries/search-upkeep.ts";
import { done, indexExists, rebuildUid, type SearchClient, searchClient } from "./client.server.ts";
import { readOwnSynonyms } from "./own-synonyms.server.ts";
import { searchSettings } from "./settings.ts";

/**
 * Brings the synonyms of the index up to date with the words officers added. Meilisearch reads synonyms when it
 * searches: no document is indexed anew. Does nothing without a Meilisearch, or before the index was first built.
 * @throws when Meilisearch does not answer or could not do it: the job is to be tried again
 */
export async function indexSynonyms(
  db: Db,
  client: SearchClient | undefined = searchClient(),
): Promise<void> {
  if (!client) return;
  await readOwnSynonyms(db);
  const { synonyms } = searchSettings();
  for (const uid of [client.index, rebuildUid(client.index)]) {
    if (await indexExists(client, uid)) await done(client.writer.index(uid).updateSynonyms(synonyms ?? {}));
  }
  await tellSearchChanged(db);
}
