import type { Db } from "#db/client.server.ts";
import { countAboveCeiling as countRows } from "#db/queries/staple-prices.ts";
import { dateWib, now } from "../../lib/clock.ts";
import { type Actor, asOfficer } from "../accounts/actor.ts";

/** Staples that cost more than their official ceiling today, in an officer's regency or over all. @throws NotLoggedIn, NotAllowed */
export async function countAboveCeiling(db: Db, actor: Actor): Promise<number> {
  return countRows(db, asOfficer(actor).regencyCode, dateWib(now()));
}
