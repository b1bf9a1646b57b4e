import type { Db } from "#db/client.server.ts";
import { countConsignmentWork } from "#db/queries/shelf-pages.ts";
import { type Actor, asSeller } from "../accounts/actor.ts";

/** Returns this seller has to count. One query. @throws NotLoggedIn, NotAllowed */
export async function countComingBack(db: Db, actor: Actor): Promise<number> {
  return (await countConsignmentWork(db, { umkmId: asSeller(actor).umkm.umkmId })).coming_back;
}
