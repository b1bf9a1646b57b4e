import { sql } from "kysely";
import type { Tx } from "../client.server.ts";

type PaymentMethod = "cash" | "qris" | "card";

export type RefundRow = {
  readonly id: number;
  /** `complaint`, or `surplus`: what was paid beyond what the order cost in the end */
  readonly kind: string;
  readonly order_id: number;
  /** rupiah */
  readonly amount: number;
  /** how it goes back */
  readonly method: string;
  /** who hands it back, and bears it where no seller does; null: a surplus that goes back to a card */
  readonly warung_id: number | null;
  /** whose loss it is; null: the warung's, or nobody's */
  readonly umkm_id: number | null;
};

const columns = ["id", "kind", "order_id", "amount", "method", "warung_id", "umkm_id"] as const;

/** By which way the money of a complaint goes back: the way in which all of it came, else in cash. */
export async function findRefundMethod(tx: Tx, orderId: number): Promise<PaymentMethod> {
  const { rows } = await sql<{ method: PaymentMethod }>`
    select case when cash = 0 then method else 'cash' end as method from payment where order_id = ${orderId}`.execute(
    tx,
  );
  return rows[0]?.method ?? "cash";
}

/** Money is owed to the buyer. The table refuses more than was paid. */
export async function insertRefund(
  tx: Tx,
  refund: {
    complaintId: number;
    orderId: number;
    lineId: number;
    amount: number;
    method: PaymentMethod;
    warungId: number;
    umkmId: number | null;
  },
): Promise<RefundRow> {
  return tx
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
    .returning(columns)
    .executeTakeFirstOrThrow();
}

/**
 * The buyer has their money. What the warung hands over against the PIN is cash, however it was paid; what it had
 * transferred is not; and what goes back to a card is the provider's to confirm.
 * @returns the refund, or undefined when it was paid back before
 */
export async function payRefund(
  tx: Tx,
  complaintId: number,
  confirmedBy: "operator" | "buyer" | "officer",
): Promise<RefundRow | undefined> {
  return tx
    .updateTable("refund")
    .set({
      status: "paid_back",
      paid_back_at: sql<Date>`now()`,
      confirmed_by: confirmedBy,
      ...(confirmedBy === "operator" && {
        method: sql<string>`case when method = 'qris' and status = 'due' then 'cash' else method end`,
      }),
    })
    .where("complaint_id", "=", complaintId)
    .where("method", "<>", "card")
    .where("status", "in", ["due", "sent"])
    .returning(columns)
    .executeTakeFirst();
}

/** The complaint that a refund which is back was for; undefined for a surplus, or while it is not back. */
export async function findRefundComplaint(
  tx: Tx,
  refundId: number,
): Promise<{ complaint_id: number; amount: number } | undefined> {
  const { rows } = await sql<{ complaint_id: number; amount: number }>`
    select complaint_id, amount from refund
     where id = ${refundId} and complaint_id is not null and status = 'paid_back'`.execute(tx);
  return rows[0];
}
