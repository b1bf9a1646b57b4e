import { timingSafeEqual } from "node:crypto";
import type { Db } from "#db/client.server.ts";
import { findOrderDetail, type OrderDetailRow } from "#db/queries/order-pages.ts";
import { NotFound } from "../../lib/errors.ts";
import type { Actor } from "../accounts/actor.ts";

/** Whether this is the secret of the tracking link; takes as long whatever is given. */
export function sameSecret(given: string | undefined, stored: string): boolean {
  if (given === undefined || given.length !== stored.length) return false;
  return timingSafeEqual(Buffer.from(given), Buffer.from(stored));
}

/**
 * An order for the one who placed it: by the secret of the tracking link, or by their account.
 * @throws NotFound for everybody else, as for a code that does not exist
 */
export async function findTracking(
  db: Db,
  { actor, code, secret }: { actor: Actor; code: string; secret: string | undefined },
): Promise<OrderDetailRow> {
  const order = await findOrderDetail(db, code);
  const isOwn = order && actor.kind === "person" && order.account_id === actor.accountId;
  if (!order || !(isOwn || sameSecret(secret, order.tracking_secret))) throw new NotFound("pesanan");
  return order;
}
