import type { Db } from "#db/client.server.ts";
import { uncountSold } from "#db/queries/exchange-stock.ts";
import { findRefundComplaint } from "#db/queries/refunds.ts";
import { system } from "../accounts/actor.ts";
import { enqueue } from "../jobs/enqueue.server.ts";
import { moveComplaint } from "./move-complaint.server.ts";
import { recordComplaintEvent } from "./record-complaint-event.server.ts";
import { takeComplaint } from "./take-complaint.server.ts";

const provider = { actor: system("Jadwal"), as: "system" } as const;

/** A card has the money of a complaint back: the complaint is closed, and the pieces count as not sold. Once. */
export async function finishCardRefund(db: Db, refundId: number): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const refund = await findRefundComplaint(tx, refundId);
    if (!refund) return;
    const { order, complaint } = await takeComplaint(tx, { id: refund.complaint_id });
    if (complaint.status !== "refund_due") return;
    if (complaint.variant_id !== null) {
      const productIds = await uncountSold(tx, complaint.variant_id, complaint.pieces);
      if (productIds.length > 0) await enqueue(tx, "index-products", { productIds });
    }
    await moveComplaint(tx, complaint, "refund_due", "done", {});
    await recordComplaintEvent(tx, provider, {
      complaint,
      orderId: order.id,
      kind: "complaint_refunded",
      detail: { amount: refund.amount, method: "card" },
    });
  });
}
