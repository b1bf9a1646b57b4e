import { dateWib } from "#app/lib/clock.ts";
import type { Db } from "#db/client.server.ts";
import { insertSellerTurns } from "#db/queries/seller-turns.ts";
import { TURNS } from "./seller-turns.ts";

/** Decides, once a day (WIB), which sellers are introduced to buyers. Any number of these may run at once. */
export async function giveSellerTurns(db: Db, at: Date): Promise<void> {
  await insertSellerTurns(db, dateWib(at), TURNS);
}
