import type { Db } from "#db/client.server.ts";
import { listSearchedTexts, listSynonyms, type SearchedText, type SynonymRow } from "#db/queries/searches.ts";
import { addMinutes, dateWib, now } from "../../lib/clock.ts";
import { type Actor, asOfficer } from "../accounts/actor.ts";

const SHOWN = 50;

export type Searches = {
  readonly texts: readonly SearchedText[];
  readonly synonyms: readonly SynonymRow[];
  /** officers of the province add words; those of a regency read */
  readonly mayChange: boolean;
};

/**
 * What was searched in the last `days` days (WIB, today included): the most often, or what found nothing; and the words
 * officers added. @throws NotLoggedIn, NotAllowed, SecondFactorNeeded
 */
export async function findSearches(
  db: Db,
  actor: Actor,
  { days, onlyNone }: { days: number; onlyNone: boolean },
): Promise<Searches> {
  const { regencyCode } = asOfficer(actor);
  const from = dateWib(addMinutes(now(), -(days - 1) * 24 * 60));
  const [texts, synonyms] = await Promise.all([
    listSearchedTexts(db, { from, onlyNone, limit: SHOWN }),
    listSynonyms(db),
  ]);
  return { texts, synonyms, mayChange: regencyCode === null };
}
