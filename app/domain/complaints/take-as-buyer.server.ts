import type { Tx } from "#db/client.server.ts";
import { findCheckoutHolder } from "#db/queries/checkout.ts";
import type { LockedOrder } from "#db/queries/orders.ts";
import { NotFound } from "../../lib/errors.ts";
import type { Actor } from "../accounts/actor.ts";
import { sameSecret } from "../orders/find-tracking.server.ts";
import { type TakenComplaint, takeComplaint } from "./take-complaint.server.ts";

/** Who bought it: by the secret of the tracking link, or by their account. @throws NotFound for everybody else */
export async function requireBuyer(
  tx: Tx,
  actor: Actor,
  order: LockedOrder,
  secret: string | undefined,
): Promise<void> {
  const holder = await findCheckoutHolder(tx, order.checkout_id);
  const isOwn = actor.kind === "person" && holder.account_id === actor.accountId;
  if (!isOwn && !sameSecret(secret, holder.tracking_secret)) throw new NotFound("keluhan");
}

/** Locks a complaint for the buyer of this order. @throws NotFound for a stranger, or when it is of another order */
export async function takeAsBuyer(
  tx: Tx,
  actor: Actor,
  { orderCode, code, secret }: { orderCode: string; code: string; secret: string | undefined },
): Promise<TakenComplaint> {
  const taken = await takeComplaint(tx, { code });
  if (taken.order.code !== orderCode) throw new NotFound("keluhan");
  await requireBuyer(tx, actor, taken.order, secret);
  return taken;
}
