import type { Db } from "#db/client.server.ts";
import { countCategoryMedians } from "#db/queries/quiet-sellers.ts";

/** Counts anew what most of each kind of goods cost (rupiah per 100 grams, or per piece), for officers to compare with. */
export async function refreshCategoryMedians(db: Db): Promise<void> {
  await countCategoryMedians(db);
}
