import { isDeepStrictEqual } from "node:util";
import type { Settings } from "meilisearch";
import type { Db } from "#db/client.server.ts";
import { countPublicProducts } from "#db/queries/search-rows.ts";
import { done, indexExists, type SearchClient, searchClient } from "./client.server.ts";
import { readOwnSynonyms } from "./own-synonyms.server.ts";
import { type RebuildProgress, rebuildSearchIndex } from "./rebuild.server.ts";
import { searchSettings } from "./settings.ts";

type Name = keyof Settings;

/** What Meilisearch takes over at once, without reading the documents again: no new index is needed. */
const LIGHT: readonly Name[] = [
  "displayedAttributes",
  "rankingRules",
  "synonyms",
  "pagination",
  "faceting",
  "searchCutoffMs",
];
/** Their order means something. */
const ORDERED: readonly Name[] = ["searchableAttributes", "rankingRules"];

/** As Meilisearch gives it back: what it adds by itself left out, lists that are sets in any order. */
function comparable(name: Name, asked: unknown, given: unknown): unknown {
  if (Array.isArray(given)) return ORDERED.includes(name) ? given : given.map(String).sort();
  if (typeof given !== "object" || given === null || typeof asked !== "object" || asked === null)
    return given ?? null;
  const keys = name === "synonyms" ? Object.keys(given) : Object.keys(asked);
  return Object.fromEntries(
    keys.map((key) => {
      const value = (given as Record<string, unknown>)[key];
      return [key, Array.isArray(value) ? [...value].map(String).sort() : value];
    }),
  );
}

/** The settings in which `given` is not what `asked` wants. */
export function changedSettings(asked: Settings, given: Settings): Name[] {
  return (Object.keys(asked) as Name[]).filter(
    (name) =>
      !isDeepStrictEqual(
        comparable(name, asked[name], given[name]),
        comparable(name, asked[name], asked[name]),
      ),
  );
}

/**
 * Brings the light ones of the settings up to date where they are; searches go on meanwhile.
 * @returns whether some are left that take a new index
 */
async function applySettings(client: SearchClient): Promise<boolean> {
  const index = client.writer.index(client.index);
  const asked = searchSettings();
  const changed = changedSettings(asked, await index.getSettings());
  const light = changed.filter((name) => LIGHT.includes(name));
  if (light.length > 0)
    await done(index.updateSettings(Object.fromEntries(light.map((name) => [name, asked[name]]))));
  return light.length < changed.length;
}

/** Why the index must be built anew; undefined when it is good. */
async function whyRebuild(db: Db, client: SearchClient): Promise<string | undefined> {
  if (!(await indexExists(client))) return "belum ada";
  if (await applySettings(client)) return "pengaturan berubah";
  const { numberOfDocuments } = await client.writer.index(client.index).getStats();
  return numberOfDocuments === 0 && (await countPublicProducts(db)) > 0 ? "kosong" : undefined;
}

/**
 * Builds the search index when it is missing, empty, or made with other settings (dictionary included); settings that
 * Meilisearch can change in place are changed there. Meanwhile searches go to the old index, or to PostgreSQL.
 * @returns why it was built, in Indonesian; undefined when it was good, or without a Meilisearch
 * @throws RebuildUnderWay, and when Meilisearch does not answer or could not do it
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
