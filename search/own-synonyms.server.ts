import type { Changes } from "#app/lib/changes.ts";
import type { Db } from "#db/client.server.ts";
import { listSynonyms } from "#db/queries/searches.ts";
import { setOwnMeanings } from "./dictionary/index.ts";

/** Words are read again after this long even if no change was heard of. Milliseconds. */
const LONGEST_AGE = 30_000;

let readAt = Number.NEGATIVE_INFINITY;
let reading: Promise<void> | undefined;
let listening = false;

/** Reads the words officers added into this process's dictionary. */
export async function readOwnSynonyms(db: Db): Promise<void> {
  const began = performance.now();
  setOwnMeanings(await listSynonyms(db));
  readAt = began;
}

/**
 * Before a search: the words officers added are those of the database, as of the last change this process heard of, and
 * never older than half a minute. A database that does not answer leaves them as they were.
 */
export async function keepOwnSynonyms(db: Db, changes?: Changes): Promise<void> {
  if (changes && !listening) {
    listening = true;
    changes.subscribe("synonyms", () => {
      readAt = Number.NEGATIVE_INFINITY;
    });
  }
  if (performance.now() - readAt < LONGEST_AGE) return;
  reading ??= readOwnSynonyms(db)
    .catch(() => {})
    .finally(() => {
      reading = undefined;
    });
  await reading;
}
