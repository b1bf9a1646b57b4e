import type { Tx } from "#db/client.server.ts";
import type { LockedOrder } from "#db/queries/orders.ts";
import { NotFound } from "../../lib/errors.ts";
import { takeOrder } from "./move-order.server.ts";

/** Locks an order that is with this warung. @throws NotFound when it is not (any more) */
export async function takeOwnOrder(tx: Tx, code: string, warungId: number): Promise<LockedOrder> {
  const order = await takeOrder(tx, code);
  if (order.warung_id !== warungId) throw new NotFound("pesanan");
  return order;
}
