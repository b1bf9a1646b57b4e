import type { Db } from "#db/client.server.ts";
import { listSendable, type SendableRow } from "#db/queries/consignment-pages.ts";
import { type ConsignmentWarung, findConsignmentWarung } from "#db/queries/consignments.ts";
import { NotFound } from "../../lib/errors.ts";
import { type Actor, asSeller } from "../accounts/actor.ts";

/**
 * A warung and what a seller can send to it. Two queries.
 * @throws NotLoggedIn, NotAllowed, NotFound when it takes no goods in consignment now
 */
export async function findSendable(
  db: Db,
  actor: Actor,
  { warungSlug }: { warungSlug: string },
): Promise<{ warung: ConsignmentWarung; goods: SendableRow[] }> {
  const { umkm } = asSeller(actor);
  const warung = await findConsignmentWarung(db, { slug: warungSlug });
  if (warung?.status !== "ready" || warung.shelf_limit === 0) throw new NotFound("warung");
  return { warung, goods: await listSendable(db, umkm.umkmId, warung.id) };
}
