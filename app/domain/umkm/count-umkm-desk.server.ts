import type { Db } from "#db/client.server.ts";
import { countUmkmDesk as countRows } from "#db/queries/umkm-desk.ts";
import { type Actor, asOfficer } from "../accounts/actor.ts";

/** Applications returned to their owners, and since when the oldest waits (null: none does). @throws NotLoggedIn, NotAllowed */
export async function countUmkmDesk(
  db: Db,
  actor: Actor,
): Promise<{ returned: number; oldest: Date | null }> {
  return countRows(db, { regencyCode: asOfficer(actor).regencyCode });
}
