import type { Tx } from "#db/client.server.ts";
import { movePayment } from "#db/queries/ledger.ts";
import { decideOffer, findPendingOffer } from "#db/queries/offers.ts";
import { cancelSellerLines, type LockedOrder } from "#db/queries/orders.ts";
import { releaseWindow } from "#db/queries/routing.ts";
import { giveBackStock } from "#db/queries/stock.ts";
import { announce, enqueue } from "../jobs/enqueue.server.ts";
import { moveOrder } from "./move-order.server.ts";
import type { OrderStatus } from "./order-status.ts";

/**
 * Ends a locked order without delivery: the offer is withdrawn, capacity and stock go back, nothing is owed. Who did it
 * and why is for the caller to record.
 * @throws Error when the table of states knows no way from where it is
 */
export async function callOffOrder(tx: Tx, order: LockedOrder, reason: string): Promise<void> {
  const offer = await findPendingOffer(tx, order.id);
  if (offer) await decideOffer(tx, offer.id, "withdrawn");
  const warungId = order.warung_id ?? offer?.warung_id;
  if (order.held_window && warungId) await releaseWindow(tx, warungId, order.held_window);
  await moveOrder(tx, order, order.status as OrderStatus as "placed", "cancelled", {
    cancelledReason: reason,
    heldWindow: null,
  });
  await cancelSellerLines(tx, order.id);
  await movePayment(tx, order.id, "void");
  const productIds = await giveBackStock(tx, order.id);
  if (productIds.length > 0) {
    await enqueue(tx, "index-products", { productIds });
    await announce(tx, "catalogue");
  }
  if (warungId) await announce(tx, `warung:${warungId}`);
}
