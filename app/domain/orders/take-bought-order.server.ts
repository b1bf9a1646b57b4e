import type { Tx } from "#db/client.server.ts";
import { findCheckoutHolder } from "#db/queries/checkout.ts";
import type { LockedOrder } from "#db/queries/orders.ts";
import { NotFound } from "../../lib/errors.ts";
import type { Actor } from "../accounts/actor.ts";
import { takeOrder } from "./move-order.server.ts";

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
  const holder = await findCheckoutHolder(tx, order.checkout_id);
  const isOwn = actor.kind === "person" && holder.account_id === actor.accountId;
  if (!isOwn && secret !== holder.tracking_secret) throw new NotFound("pesanan");
  return order;
}
