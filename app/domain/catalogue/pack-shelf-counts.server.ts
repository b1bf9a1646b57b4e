import type { Db } from "#db/client.server.ts";
import { packShelfCountRows } from "#db/queries/shelf-counts.ts";

/** So many rows more are read by every page that counts; summing them up costs more than that now and then. */
const LOOSE = 2_000;

/** Sums up the counts of the shelves once many changes have come together. Any number of these may run at once. */
export async function packShelfCounts(db: Db): Promise<void> {
  await packShelfCountRows(db, LOOSE);
}
