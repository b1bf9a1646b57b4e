import type { Tx } from "#db/client.server.ts";
import { findCheckoutHolder } from "#db/queries/checkout.ts";
import type { LockedOrder } from "#db/queries/orders.ts";
import { NotFound } from "../../lib/errors.ts";
import type { Actor } from "../accounts/actor.ts";

/** Whoever placed the order: by their account, or by the secret of its tracking link. @throws NotFound for a stranger */
export async function requireBuyer(
  tx: Tx,
  actor: Actor,
  order: LockedOrder,
  secret: string | undefined,
): Promise<void> {
  const holder = await findCheckoutHolder(tx, order.checkout_id);
  const isOwn = actor.kind === "person" && holder.account_id === actor.accountId;
  if (!isOwn && secret !== holder.tracking_secret) throw new NotFound("pesanan");
}
