import type { Tx } from "#db/client.server.ts";
import type { LockedOrder } from "#db/queries/orders.ts";
import type { Actor } from "../accounts/actor.ts";
import { takeOrder } from "./move-order.server.ts";
import { requireBuyer } from "./require-buyer.server.ts";

/**
 * Locks an order for the one who placed it, by account or by the secret of the tracking link.
 * @throws NotFound for everybody else
 */
export async function takeBoughtOrder(
  tx: Tx,
  actor: Actor,
  { code, secret }: { code: string; secret: string | undefined },
): Promise<LockedOrder> {
  const order = await takeOrder(tx, code);
  await requireBuyer(tx, actor, order, secret);
  return order;
}
