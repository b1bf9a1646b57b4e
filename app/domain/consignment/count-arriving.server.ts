import type { Db } from "#db/client.server.ts";
import { countConsignmentWork } from "#db/queries/shelf-pages.ts";
import { type Actor, asOperator } from "../accounts/actor.ts";

/** Sendings this warung has to count. One query. @throws NotLoggedIn, NotAllowed */
export async function countArriving(db: Db, actor: Actor): Promise<number> {
  return (await countConsignmentWork(db, { warungId: asOperator(actor).warung.warungId })).arriving;
}
