import type { Db } from "#db/client.server.ts";
import { deleteExpired } from "#db/queries/reports.ts";

/** Sweeps out sessions, counted tries, codes, the texts of old codes, and guests' carts that have run out. */
export async function clearExpired(db: Db): Promise<void> {
  await deleteExpired(db);
}
