import type { Db } from "#db/client.server.ts";
import { addSearchCounts, type CountedSearch } from "#db/queries/searches.ts";
import { dateWib, now } from "../../lib/clock.ts";

export type { CountedSearch } from "#db/queries/searches.ts";

/** Different texts of one day that are kept: whoever writes nonsense by the thousand fills no more than this. */
const MOST_A_DAY = 10_000;

/** Writes counted searches of today (WIB), many in one go. Nothing in them tells who searched. */
export async function countSearches(db: Db, counts: readonly CountedSearch[]): Promise<void> {
  if (counts.length > 0) await addSearchCounts(db, { day: dateWib(now()), counts, most: MOST_A_DAY });
}
