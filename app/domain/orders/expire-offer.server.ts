import type { Db } from "#db/client.server.ts";
import { countExpiry, findOffer } from "#db/queries/offers.ts";
import { lockOrderById } from "#db/queries/orders.ts";
import { pauseWarung } from "#db/queries/warung.ts";
import { system } from "../accounts/actor.ts";
import { announce } from "../jobs/enqueue.server.ts";
import { closeOffer } from "./close-offer.server.ts";
import { recordOrderEvent } from "./record-order-event.server.ts";

/** Unanswered offers in a row after which a warung is paused. */
export const EXPIRIES_BEFORE_PAUSE = 3;

/** Ends an offer nobody answered in time. An offer decided meanwhile, or not due yet, is left alone. */
export async function expireOffer(db: Db, offerId: number): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const found = await findOffer(tx, offerId);
    if (!found) return;
    const order = await lockOrderById(tx, found.order_id);
    // read again under the lock: the operator may have answered in between
    const offer = await findOffer(tx, offerId);
    if (!order || offer?.status !== "pending" || offer.expires_at > new Date()) return;
    await closeOffer(tx, order, offer, "expired");
    const paused = !order.is_test && (await countExpiry(tx, offer.warung_id)) >= EXPIRIES_BEFORE_PAUSE;
    await recordOrderEvent(
      tx,
      order.id,
      "expired",
      { actor: system("Pengarah pesanan"), as: "system" },
      { warungId: offer.warung_id, ...(paused && { paused }) },
    );
    if (paused) {
      await pauseWarung(tx, offer.warung_id, `${EXPIRIES_BEFORE_PAUSE} tawaran berturut-turut tidak dijawab`);
      await announce(tx, "catalogue");
    }
  });
}
