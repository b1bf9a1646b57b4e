import type { Tx } from "#db/client.server.ts";
import { decideOffer, findPendingOffer } from "#db/queries/offers.ts";
import { cancelSellerLines, type LockedOrder } from "#db/queries/orders.ts";
import { voidPayment } from "#db/queries/payments.ts";
import { releaseWindow } from "#db/queries/routing.ts";
import { writeOffMissing } from "#db/queries/shelf.ts";
import { closeShortagesOf } from "#db/queries/shortages.ts";
import { giveBackStock, lockOrderVariants } from "#db/queries/stock.ts";
import type { Actor } from "../accounts/actor.ts";
import { announce, enqueue } from "../jobs/enqueue.server.ts";
import { WITH_THE_SELLER } from "./missing-reasons.ts";
import { moveOrder } from "./move-order.server.ts";
import type { OrderStatus } from "./order-status.ts";
import { type ActingAs, recordOrderEvent } from "./record-order-event.server.ts";
import { retotalOrder } from "./retotal-order.server.ts";

/**
 * Ends a locked order that has not left the warung: the offer is withdrawn, capacity and stock go back (but for what
 * was said to be missing), nothing is owed, and what was paid goes back.
 * @throws StaleOrder when the order is not in `from`
 */
export async function annulOrder(
  tx: Tx,
  order: LockedOrder,
  {
    from,
    reason,
    who,
  }: { from: OrderStatus; reason: string; who: { readonly actor: Actor; readonly as: ActingAs } },
): Promise<void> {
  // goods before shelf and window, as whoever takes them does
  await lockOrderVariants(tx, order.id);
  const offer = await findPendingOffer(tx, order.id);
  if (offer) await decideOffer(tx, offer.id, "withdrawn");
  const warungId = order.warung_id ?? offer?.warung_id;
  await moveOrder(tx, order, from as "placed", "cancelled", { cancelledReason: reason, heldWindow: null });
  await closeShortagesOf(tx, order.id, WITH_THE_SELLER);
  await writeOffMissing(tx, order.id);
  await retotalOrder(tx, order.id);
  await cancelSellerLines(tx, order.id);
  await voidPayment(tx, order.id);
  const productIds = await giveBackStock(tx, order.id);
  if (productIds.length > 0) {
    await enqueue(tx, "index-products", { productIds });
    await announce(tx, "catalogue");
  }
  if (order.held_window && warungId) await releaseWindow(tx, warungId, order.held_window);
  await recordOrderEvent(tx, order.id, "cancelled", who, { reason });
  if (warungId) await announce(tx, `warung:${warungId}`);
}
