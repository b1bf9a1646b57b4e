import type { Tx } from "#db/client.server.ts";
import type { LockedComplaint } from "#db/queries/complaints.ts";
import { uncountSold } from "#db/queries/exchange-stock.ts";
import type { LockedOrder } from "#db/queries/orders.ts";
import { payRefund } from "#db/queries/refunds.ts";
import { StaleRecord } from "../../lib/errors.ts";
import type { Actor } from "../accounts/actor.ts";
import { enqueue } from "../jobs/enqueue.server.ts";
import { postRefundPaid } from "../ledger/post-refund.server.ts";
import { moveComplaint } from "./move-complaint.server.ts";
import { recordComplaintEvent } from "./record-complaint-event.server.ts";

type Finished = {
  readonly order: LockedOrder;
  readonly complaint: LockedComplaint;
  /** the warung took the old goods back */
  readonly goodsReturned: boolean;
};

type Who = { readonly actor: Actor; readonly as: "operator" | "buyer" | "officer" };

/** The buyer has their money: paid, in the ledger, and the pieces count as not sold, at once. */
async function payBack(tx: Tx, { complaint, goodsReturned }: Finished, as: Who["as"]): Promise<number> {
  const refund = await payRefund(tx, complaint.id, as);
  if (!refund) throw new StaleRecord("keluhan");
  await postRefundPaid(tx, refund);
  if (complaint.variant_id !== null) {
    const productIds = await uncountSold(tx, complaint.variant_id, complaint.pieces);
    if (productIds.length > 0) await enqueue(tx, "index-products", { productIds });
  }
  await moveComplaint(tx, complaint, "refund_due", "done", { goodsReturned });
  return refund.amount;
}

/**
 * The buyer holds what was agreed or decided, money or goods: the complaint is closed. Done twice it is done once.
 * @throws StaleRecord when nothing is to be handed over (yet)
 */
export async function finishRemedy(tx: Tx, who: Who, finished: Finished): Promise<void> {
  const { order, complaint, goodsReturned } = finished;
  const isRefund = complaint.outcome === "refund";
  if (complaint.status === "done" && (isRefund || complaint.outcome === "exchange")) return;
  let detail: Readonly<Record<string, unknown>> = { goodsReturned };
  if (complaint.status === "refund_due") detail = { ...detail, amount: await payBack(tx, finished, who.as) };
  else if (complaint.status === "exchange_ready")
    await moveComplaint(tx, complaint, "exchange_ready", "done", { goodsReturned });
  else throw new StaleRecord("keluhan");
  await recordComplaintEvent(tx, who, {
    complaint,
    orderId: order.id,
    kind: isRefund ? "complaint_refunded" : "complaint_exchanged",
    detail,
  });
}
