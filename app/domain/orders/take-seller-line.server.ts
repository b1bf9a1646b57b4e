import type { Tx } from "#db/client.server.ts";
import { type LockedOrder, moveSellerLine } from "#db/queries/orders.ts";
import { NotFound, StaleOrder } from "../../lib/errors.ts";
import { takeOrder } from "./move-order.server.ts";
import { isGathered, type SellerLineStatus } from "./order-status.ts";

/**
 * Moves one seller's part of an order that is being gathered.
 * @returns the order and the seller line's id
 * @throws NotFound when the order is not with a warung or has no such seller, StaleOrder when the part moved on before
 */
export async function takeSellerLine(
  tx: Tx,
  code: string,
  umkmId: number,
  from: readonly SellerLineStatus[],
  to: SellerLineStatus,
): Promise<{ order: LockedOrder; sellerLineId: number }> {
  const order = await takeOrder(tx, code);
  if (order.warung_id === null) throw new NotFound("pesanan");
  if (!isGathered(order.status)) throw new StaleOrder(code, "being gathered");
  const sellerLineId = await moveSellerLine(tx, order.id, umkmId, from, to);
  if (sellerLineId === undefined) throw new StaleOrder(code, from.join("|"));
  return { order, sellerLineId };
}
