import type { Tx } from "#db/client.server.ts";
import { findSurplus, insertSurplusRefund } from "#db/queries/payments.ts";
import { enqueue } from "../jobs/enqueue.server.ts";
import { postRefundDue } from "./post-refund.server.ts";

/**
 * What came in for an order beyond what it costs now (nothing, when it is cancelled) is owed back to its buyer, the way
 * it came. Does nothing when there is no such surplus; asked again, it finds only what came on top.
 * @param orderId of an order that this transaction has locked
 */
export async function refundSurplus(tx: Tx, orderId: number): Promise<void> {
  const surplus = await findSurplus(tx, orderId);
  if (!surplus) return;
  const refund = await insertSurplusRefund(tx, { orderId, ...surplus });
  await postRefundDue(tx, refund);
  if (refund.method === "card") await enqueue(tx, "pay-refund", { refundId: refund.id });
}
