import type { Tx } from "#db/client.server.ts";
import { insertPosting } from "#db/queries/ledger.ts";
import type { RefundRow } from "#db/queries/refunds.ts";
import { account } from "./accounts.ts";

/** Whose loss it is: what was paid too much, else the seller's, else the warung's. */
function bearerOf({ kind, order_id, umkm_id, warung_id }: RefundRow): string {
  if (kind === "surplus") return account.prepaid(order_id);
  return umkm_id === null ? account.warungEarnings(warung_id!) : account.sellerDue(umkm_id);
}

/** From where it goes back. */
function sourceOf({ method, warung_id }: RefundRow): string {
  if (method === "card") return account.provider;
  return method === "qris" ? account.warungQris(warung_id!) : account.warungCash(warung_id!);
}

/**
 * Books that a buyer is to get money back, in whole rupiah: whoever bears it is owed so much less (debit), the buyer so
 * much more (credit). The same refund is booked once.
 */
export async function postRefundDue(tx: Tx, refund: RefundRow): Promise<void> {
  await insertPosting(tx, { key: `refund-due:${refund.id}`, kind: "refund_due", orderId: refund.order_id }, [
    { account: bearerOf(refund), amount: refund.amount },
    { account: account.toReturn(refund.order_id), amount: -refund.amount },
  ]);
}

/** Books that the buyer has it, in whole rupiah, out of the warung's cash or QRIS account or from the card provider. Once. */
export async function postRefundPaid(tx: Tx, refund: RefundRow): Promise<void> {
  await insertPosting(
    tx,
    { key: `refund-paid:${refund.id}`, kind: "refund_paid", orderId: refund.order_id },
    [
      { account: account.toReturn(refund.order_id), amount: refund.amount },
      { account: sourceOf(refund), amount: -refund.amount },
    ],
  );
}
