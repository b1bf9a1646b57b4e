import type { Tx } from "#db/client.server.ts";
import type { ComplaintPatch, LockedComplaint } from "#db/queries/complaints.ts";
import { findRefundMethod, insertRefund } from "#db/queries/refunds.ts";
import { BadInput } from "../../lib/errors.ts";
import { enqueue } from "../jobs/enqueue.server.ts";
import { postRefundDue } from "../ledger/post-refund.server.ts";
import { newPin } from "../orders/order-code.server.ts";
import type { Answer, ComplaintStatus } from "./complaint-status.ts";
import { moveComplaint } from "./move-complaint.server.ts";
import { takeReplacement } from "./take-replacement.server.ts";

type How = {
  /** whose loss a refund is; of staples it is always the warung's */
  readonly borneBy?: "seller" | "warung";
  /** when nothing is left to exchange for: the money instead of an error */
  readonly orRefund?: boolean;
  readonly patch?: Omit<ComplaintPatch, "deadlineAt">;
};

/** The buyer gets back what these pieces cost; the delivery was made, its fee stays. */
async function owe(tx: Tx, complaint: LockedComplaint, { borneBy = "seller", patch }: How): Promise<void> {
  const refund = await insertRefund(tx, {
    complaintId: complaint.id,
    orderId: complaint.order_id,
    lineId: complaint.order_line_id,
    amount: complaint.price * complaint.pieces,
    method: await findRefundMethod(tx, complaint.order_id),
    warungId: complaint.warung_id,
    umkmId: borneBy === "seller" ? complaint.umkm_id : null,
  });
  await postRefundDue(tx, refund);
  if (refund.method === "card") await enqueue(tx, "pay-refund", { refundId: refund.id });
  const from = complaint.status as "disputed";
  await moveComplaint(tx, complaint, from, "refund_due", { ...patch, outcome: "refund", pin: newPin() });
}

/**
 * What was agreed or decided begins: money is owed, or a replacement is put aside, or nothing is to be done.
 * @returns what begins
 * @throws BadInput on `jawaban` when there is nothing left to exchange for, StaleRecord
 */
export async function carryOut(
  tx: Tx,
  complaint: LockedComplaint,
  outcome: Answer,
  how: How = {},
): Promise<Answer> {
  // each state that an answer can come from may go to each of these
  const from = complaint.status as ComplaintStatus as "disputed";
  if (outcome === "refused") {
    await moveComplaint(tx, complaint, from, "done", { ...how.patch, outcome });
    return outcome;
  }
  if (outcome === "exchange") {
    const left = await takeReplacement(tx, complaint);
    if (left === null) {
      const isSellers = complaint.umkm_id !== null;
      await moveComplaint(tx, complaint, from, isSellers ? "exchange_due" : "exchange_ready", {
        ...how.patch,
        outcome,
        pin: newPin(),
        stockTaken: complaint.variant_id !== null,
      });
      return outcome;
    }
    if (!how.orRefund)
      throw new BadInput({
        jawaban: `Stok ${complaint.name} tinggal ${left}. Isi stoknya dulu, atau pilih uang kembali.`,
      });
  }
  await owe(tx, complaint, how);
  return "refund";
}
