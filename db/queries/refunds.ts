import { sql } from "kysely";
import type { Tx } from "../client.server.ts";

export type DueRefund = {
  readonly id: number;
  readonly amount: number;
  readonly method: string;
  readonly warung_id: number;
  /** whose loss it is; null: the warung's */
  readonly umkm_id: number | null;
};

/** Money is owed to the buyer. The table refuses more than was paid. */
export async function insertRefund(
  tx: Tx,
  refund: {
    complaintId: number;
    orderId: number;
    lineId: number;
    amount: number;
    method: "cash";
    warungId: number;
    umkmId: number | null;
  },
): Promise<void> {
  await tx
    .insertInto("refund")
    .values({
      complaint_id: refund.complaintId,
      order_id: refund.orderId,
      order_line_id: refund.lineId,
      amount: refund.amount,
      method: refund.method,
      warung_id: refund.warungId,
      umkm_id: refund.umkmId,
    })
    .execute();
}

/** The buyer has their money. @returns the refund, or undefined when it was paid back before */
export async function payRefund(
  tx: Tx,
  complaintId: number,
  confirmedBy: "operator" | "buyer" | "officer",
): Promise<DueRefund | undefined> {
  return tx
    .updateTable("refund")
    .set({ status: "paid_back", paid_back_at: sql<Date>`now()`, confirmed_by: confirmedBy })
    .where("complaint_id", "=", complaintId)
    .where("status", "=", "due")
    .returning(["id", "amount", "method", "warung_id", "umkm_id"])
    .executeTakeFirst();
}
