import { isDeepStrictEqual } from "node:util";
import type { Settings } from "meilisearch";
import type { Db } from "#db/client.server.ts";
import { countPublicProducts } from "#db/queries/search-rows.ts";
import { indexExists, type SearchClient, searchClient } from "./client.server.ts";
import { readOwnSynonyms } from "./own-synonyms.server.ts";
import { type RebuildProgress, rebuildSearchIndex } from "./rebuild.server.ts";
import { searchSettings } from "./settings.ts";

/** As Meilisearch gives them back: lists that are sets in any order, synonyms by key. */
function comparable(settings: Settings): unknown {
  const sorted = (values: unknown) => (Array.isArray(values) ? [...values].map(String).sort() : values);
  const { searchableAttributes, rankingRules, typoTolerance, synonyms, pagination, searchCutoffMs } =
    settings;
  return {
    searchableAttributes,
    rankingRules,
    filterable: sorted(settings.filterableAttributes),
    sortable: sorted(settings.sortableAttributes),
    displayed: sorted(settings.displayedAttributes),
    stopWords: sorted(settings.stopWords),
    words: typoTolerance?.minWordSizeForTypos,
    exact: sorted(typoTolerance?.disableOnAttributes),
    synonyms: Object.fromEntries(
      Object.entries(synonyms ?? {}).map(([typed, meant]) => [typed, sorted(meant)]),
    ),
    pagination: pagination?.maxTotalHits,
    searchCutoffMs,
  };
}

/** Why the index must be built anew; undefined when it is good. */
async function whyRebuild(db: Db, client: SearchClient): Promise<string | undefined> {
  if (!(await indexExists(client))) return "belum ada";
  const index = client.writer.index(client.index);
  if (!isDeepStrictEqual(comparable(await index.getSettings()), comparable(searchSettings()))) {
    return "pengaturan berubah";
  }
  const { estimatedTotalHits = 0 } = await index.search("", { filter: "kind = product", limit: 0 });
  return estimatedTotalHits === 0 && (await countPublicProducts(db)) > 0 ? "kosong" : undefined;
}

/**
 * At start: builds the search index when it is missing, empty, or made with other settings (dictionary included).
 * Meanwhile searches go to the old index, or to PostgreSQL.
 * @returns why it was built, in Indonesian; undefined when it was good, or without a Meilisearch
 */
export async function ensureSearchIndex(
  db: Db,
  onProgress: (progress: RebuildProgress) => void = () => {},
  client: SearchClient | undefined = searchClient(),
): Promise<string | undefined> {
  if (!client) return undefined;
  await readOwnSynonyms(db);
  const reason = await whyRebuild(db, client);
  if (reason !== undefined) await rebuildSearchIndex(db, onProgress, client);
  return reason;
}
