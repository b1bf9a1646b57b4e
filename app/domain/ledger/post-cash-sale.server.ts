import type { Tx } from "#db/client.server.ts";
import { insertPosting } from "#db/queries/ledger.ts";
import { sumPerSeller } from "#db/queries/orders.ts";

/**
 * Books a delivery paid in cash, in whole rupiah: the warung now holds the money (debit); the sellers are owed their
 * goods, and the warung its staples and its fee (credit). The same order is booked once.
 */
export async function postCashSale(
  tx: Tx,
  order: { readonly id: number; readonly code: string; readonly total: number },
  warungId: number,
): Promise<void> {
  const sellers = await sumPerSeller(tx, order.id);
  const ownGoodsAndFee = order.total - sellers.reduce((sum, seller) => sum + seller.amount, 0);
  const entries = [
    { account: `warung:${warungId}:kas`, amount: order.total },
    ...sellers.map((seller) => ({ account: `umkm:${seller.umkm_id}:piutang`, amount: -seller.amount })),
    { account: `warung:${warungId}:pendapatan`, amount: -ownGoodsAndFee },
  ].filter((entry) => entry.amount !== 0);
  await insertPosting(tx, { key: `cash-sale:${order.code}`, kind: "cash_sale", orderId: order.id }, entries);
}
