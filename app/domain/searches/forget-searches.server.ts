import type { Db } from "#db/client.server.ts";
import { deleteSearchCounts } from "#db/queries/searches.ts";
import { addMinutes, dateWib, now } from "../../lib/clock.ts";

/** Days that counts of searches are kept. */
const KEPT_DAYS = 90;

/** Forgets what was searched more than 90 days ago. */
export async function forgetSearches(db: Db): Promise<void> {
  await deleteSearchCounts(db, dateWib(addMinutes(now(), -KEPT_DAYS * 24 * 60)));
}
