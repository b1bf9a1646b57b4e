import type { Tx } from "#db/client.server.ts";
import { insertPosting } from "#db/queries/ledger.ts";

type CashRefund = {
  /** of the complaint: it is booked once */
  readonly code: string;
  readonly orderId: number;
  /** rupiah */
  readonly amount: number;
  /** who hands it back */
  readonly warungId: number;
  /** whose loss it is; null: the warung's */
  readonly umkmId: number | null;
};

/**
 * Books cash handed back to a buyer, in whole rupiah: the warung holds so much less (credit), and the seller is owed so
 * much less, or the warung earned so much less (debit). The same complaint is booked once.
 */
export async function postCashRefund(tx: Tx, refund: CashRefund): Promise<void> {
  const { code, orderId, amount, warungId, umkmId } = refund;
  const bearer = umkmId === null ? `warung:${warungId}:pendapatan` : `umkm:${umkmId}:piutang`;
  await insertPosting(tx, { key: `cash-refund:${code}`, kind: "cash_refund", orderId }, [
    { account: bearer, amount },
    { account: `warung:${warungId}:kas`, amount: -amount },
  ]);
}
