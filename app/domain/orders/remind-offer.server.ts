import type { Db } from "#db/client.server.ts";
import { findOffer, markReminded } from "#db/queries/offers.ts";
import { lockOrderById } from "#db/queries/orders.ts";
import { system } from "../accounts/actor.ts";
import { announce } from "../jobs/enqueue.server.ts";
import { recordOrderEvent } from "./record-order-event.server.ts";

/** Half of the answering time is over: the warung is called once more. A decided offer is left alone. */
export async function remindOffer(db: Db, offerId: number): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const offer = await findOffer(tx, offerId);
    if (!offer) return;
    const { order_id: orderId, warung_id: warungId } = offer;
    // the order before its offer, as whoever ends the offer does
    await lockOrderById(tx, orderId);
    if (!(await markReminded(tx, offerId))) return;
    await recordOrderEvent(
      tx,
      orderId,
      "reminded",
      { actor: system("Pengarah pesanan"), as: "system" },
      { warungId },
    );
    await announce(tx, `warung:${warungId}`);
  });
}
