import type { Db } from "#db/client.server.ts";
import { findOrderPaymentRow, type OrderPaymentRow } from "#db/queries/order-payment.ts";
import type { OrderStatus } from "../../orders/order-status.ts";
import { isQrisOpen } from "./qris-open.ts";
import { fitsQris, withAmount } from "./with-amount.ts";

export type QrisPayment = Pick<
  OrderPaymentRow,
  "outstanding" | "prepaid" | "received" | "claimed" | "claimed_at" | "receipts"
> & {
  /** the code that asks for what is outstanding, and whose it is; null: it cannot be paid by QRIS (now) */
  readonly code: { readonly payload: string; readonly name: string } | null;
};

/**
 * How an order stands that is paid by QRIS; null for one that is paid in another way. Whoever calls has checked who is asking.
 */
export async function findQrisPayment(db: Db, orderId: number): Promise<QrisPayment | null> {
  const row = await findOrderPaymentRow(db, orderId);
  if (row?.method !== "qris") return null;
  const { outstanding, prepaid, received, claimed, claimed_at, receipts, qris_payload, qris_name } = row;
  const isAsked = isQrisOpen(row.status as OrderStatus) && fitsQris(outstanding);
  return {
    outstanding,
    prepaid,
    received,
    claimed,
    claimed_at,
    receipts,
    code:
      isAsked && qris_payload && qris_name
        ? { payload: withAmount(qris_payload, outstanding), name: qris_name }
        : null,
  };
}
