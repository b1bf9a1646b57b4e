import type { Tx } from "#db/client.server.ts";
import { insertPosting } from "#db/queries/ledger.ts";
import { addReceived, insertReceipt } from "#db/queries/payments.ts";
import { account } from "./accounts.ts";
import { refundSurplus } from "./refund-surplus.server.ts";

type Received = {
  /** of the fact, such as the provider's charge: the same money is booked once */
  readonly key: string;
  readonly orderId: number;
  /** rupiah */
  readonly amount: number;
  readonly from:
    | { readonly method: "card"; readonly providerRef: string }
    /** into the warung's own account */
    | { readonly method: "qris"; readonly warungId: number };
  /** who says so */
  readonly confirmedBy: string;
};

/**
 * Money came in for a locked order before its goods are handed over: booked at the provider or at the warung (debit) for
 * the buyer (credit). With as much as the order costs its payment counts as paid; what is more goes back.
 * @returns false when this money was booked before: then nothing has changed
 */
export async function receivePayment(
  tx: Tx,
  { key, orderId, amount, from, confirmedBy }: Received,
): Promise<boolean> {
  const isNew = await insertReceipt(tx, {
    key,
    orderId,
    amount,
    method: from.method,
    warungId: from.method === "qris" ? from.warungId : null,
    providerRef: from.method === "card" ? from.providerRef : null,
    confirmedBy,
  });
  if (!isNew) return false;
  await addReceived(tx, orderId, amount);
  await insertPosting(tx, { key: `received:${key}`, kind: "payment_received", orderId }, [
    { account: from.method === "card" ? account.provider : account.warungQris(from.warungId), amount },
    { account: account.prepaid(orderId), amount: -amount },
  ]);
  await refundSurplus(tx, orderId);
  return true;
}
