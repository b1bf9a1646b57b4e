import type { Db } from "#db/client.server.ts";
import { findOffer } from "#db/queries/offers.ts";
import { lockOrderById } from "#db/queries/orders.ts";
import { findPendingOfferIds } from "#db/queries/warung-status.ts";
import { system } from "../accounts/actor.ts";
import { closeOffer } from "./close-offer.server.ts";
import { recordOrderEvent } from "./record-order-event.server.ts";

/** A warung was taken out: the orders it has not answered are asked of the next. What it answered meanwhile stays. */
export async function withdrawOffers(db: Db, warungId: number): Promise<void> {
  for (const offerId of await findPendingOfferIds(db, warungId)) {
    await db.transaction().execute(async (tx) => {
      const found = await findOffer(tx, offerId);
      const order = found && (await lockOrderById(tx, found.order_id));
      // read again under the lock: the operator may have answered in between
      const offer = await findOffer(tx, offerId);
      if (!order || offer?.status !== "pending") return;
      await closeOffer(tx, order, offer, "withdrawn");
      const router = { actor: system("Pengarah pesanan"), as: "system" } as const;
      await recordOrderEvent(tx, order.id, "withdrawn", router, { warungId });
    });
  }
}
