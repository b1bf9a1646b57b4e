import type { Tx } from "#db/client.server.ts";
import { type LockedOrder, lockOrderById } from "#db/queries/orders.ts";
import { findRefundOrder, type LockedRefund, lockRefund } from "#db/queries/refund-tasks.ts";
import { NotFound } from "../../../lib/errors.ts";

export type TakenRefund = { readonly order: LockedOrder; readonly refund: LockedRefund };

/** Locks a refund that a warung gives back, its order first. @throws NotFound, also for one that goes back to a card */
export async function takeRefund(tx: Tx, id: number): Promise<TakenRefund> {
  const orderId = await findRefundOrder(tx, id);
  const order = orderId === undefined ? undefined : await lockOrderById(tx, orderId);
  const refund = order && (await lockRefund(tx, id));
  if (!order || !refund || refund.method === "card" || refund.warung_id === null)
    throw new NotFound("pengembalian");
  return { order, refund };
}
