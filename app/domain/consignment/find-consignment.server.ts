import type { Db } from "#db/client.server.ts";
import { type ConsignmentDetailRow, findConsignmentRow } from "#db/queries/consignment-pages.ts";
import type { ShelfSide } from "#db/queries/shelf-pages.ts";
import { NotFound } from "../../lib/errors.ts";
import { type Actor, asOperator, asSeller } from "../accounts/actor.ts";

/**
 * One sending with its counts and notes, as its seller or its warung sees it. One query.
 * @throws NotLoggedIn, NotAllowed, NotFound when it is neither's
 */
export async function findConsignment(
  db: Db,
  actor: Actor,
  { as, code }: { as: "seller" | "warung"; code: string },
): Promise<ConsignmentDetailRow> {
  const side: ShelfSide =
    as === "seller"
      ? { umkmId: asSeller(actor).umkm.umkmId }
      : { warungId: asOperator(actor).warung.warungId };
  const found = await findConsignmentRow(db, side, code);
  if (!found) throw new NotFound("titipan");
  return found;
}
