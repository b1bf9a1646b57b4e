import type { Db } from "#db/client.server.ts";
import { findConsignmentWarung } from "#db/queries/consignments.ts";
import { type Actor, asOperator } from "../accounts/actor.ts";

/** How many pieces of one kind this warung takes on its shelf. @throws NotLoggedIn, NotAllowed */
export async function findShelfLimit(db: Db, actor: Actor): Promise<number> {
  const warung = await findConsignmentWarung(db, { id: asOperator(actor).warung.warungId });
  return warung!.shelf_limit;
}
