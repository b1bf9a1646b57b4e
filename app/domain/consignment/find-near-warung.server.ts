import type { Db } from "#db/client.server.ts";
import { findNearWarung as findRows, type NearWarungRow } from "#db/queries/consignment-pages.ts";
import { type Actor, asSeller } from "../accounts/actor.ts";

const MOST = 20;

/** Ready warung that take goods in consignment, the nearest to the seller first. One query. @throws NotLoggedIn, NotAllowed */
export async function findNearWarung(
  db: Db,
  actor: Actor,
  { q }: { q: string | undefined },
): Promise<NearWarungRow[]> {
  return findRows(db, asSeller(actor).umkm.umkmId, { q, limit: MOST });
}
