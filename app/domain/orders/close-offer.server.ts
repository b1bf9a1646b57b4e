import type { Tx } from "#db/client.server.ts";
import { decideOffer } from "#db/queries/offers.ts";
import type { LockedOrder } from "#db/queries/orders.ts";
import { releaseWindow } from "#db/queries/routing.ts";
import { StaleOffer } from "../../lib/errors.ts";
import { announce, enqueue } from "../jobs/enqueue.server.ts";
import { moveOrder } from "./move-order.server.ts";

const TEST_OVER = {
  declined: "Pesanan uji ditolak warung",
  expired: "Pesanan uji tidak dijawab warung",
  withdrawn: "Pesanan uji ditarik",
} as const;

/**
 * Ends a pending offer without acceptance: capacity goes back and the next warung is looked for. A test order was for
 * this warung alone: it is over, and may be started again.
 * @throws StaleOffer when the offer was decided before
 */
export async function closeOffer(
  tx: Tx,
  order: LockedOrder,
  offer: { readonly id: number; readonly warung_id: number },
  outcome: "declined" | "expired" | "withdrawn",
  reason: string | null = null,
): Promise<void> {
  if (!(await decideOffer(tx, offer.id, outcome, reason))) throw new StaleOffer();
  if (order.held_window) await releaseWindow(tx, offer.warung_id, order.held_window);
  if (order.is_test) {
    await moveOrder(tx, order, "offered", "cancelled", { cancelledReason: TEST_OVER[outcome] });
  } else {
    await moveOrder(tx, order, "offered", "placed", { heldWindow: null });
    await enqueue(tx, "route-order", { orderId: order.id }, { key: `route-order:${order.id}` });
  }
  await announce(tx, `warung:${offer.warung_id}`);
}
