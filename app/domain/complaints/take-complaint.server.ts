import type { Tx } from "#db/client.server.ts";
import { findComplaintOrder, type LockedComplaint, lockComplaint } from "#db/queries/complaints.ts";
import { type LockedOrder, lockOrderById } from "#db/queries/orders.ts";
import { NotFound } from "../../lib/errors.ts";

export type TakenComplaint = { readonly order: LockedOrder; readonly complaint: LockedComplaint };

/** Locks a complaint for the rest of the transaction, its order first: their steps happen one after the other. @throws NotFound */
export async function takeComplaint(
  tx: Tx,
  which: { readonly code: string } | { readonly id: number },
): Promise<TakenComplaint> {
  const orderId = await findComplaintOrder(tx, which);
  const order = orderId === undefined ? undefined : await lockOrderById(tx, orderId);
  const complaint = order && (await lockComplaint(tx, which));
  if (!order || !complaint) throw new NotFound("keluhan");
  return { order, complaint };
}
