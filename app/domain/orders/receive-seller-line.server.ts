import type { Db } from "#db/client.server.ts";
import { gatherLines } from "#db/queries/orders.ts";
import { NotFound } from "../../lib/errors.ts";
import { type Actor, asOperator } from "../accounts/actor.ts";
import { dueWhenGathered } from "./move-order.server.ts";
import { recordOrderEvent } from "./record-order-event.server.ts";
import { takeSellerLine } from "./take-seller-line.server.ts";

/** A seller's goods have arrived at the warung, whether or not the seller pressed their button first. @throws NotAllowed, NotFound, StaleOrder */
export async function receiveSellerLine(
  actor: Actor,
  db: Db,
  { code, umkmId }: { code: string; umkmId: number },
): Promise<void> {
  const { warung } = asOperator(actor);
  await db.transaction().execute(async (tx) => {
    const { order, sellerLineId } = await takeSellerLine(
      tx,
      code,
      umkmId,
      ["pending", "confirmed", "handed_over"],
      "received",
    );
    if (order.warung_id !== warung.warungId) throw new NotFound("pesanan");
    await dueWhenGathered(tx, order, new Date());
    await gatherLines(tx, order.id, { sellerLineId }, true);
    await recordOrderEvent(tx, order.id, "seller_received", { actor, as: "operator" }, { umkmId });
  });
}
