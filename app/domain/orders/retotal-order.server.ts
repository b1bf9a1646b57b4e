import type { Tx } from "#db/client.server.ts";
import { updateTotals } from "#db/queries/orders.ts";
import { refundSurplus } from "../ledger/refund-surplus.server.ts";

/**
 * Sums an order anew from the lines that count, in rupiah: goods, the ways to the warung (a seller of whom nothing is
 * left costs none), the total and what is due. The delivery fee stays what was promised. What was paid beyond that is owed back.
 */
export async function retotalOrder(tx: Tx, orderId: number): Promise<void> {
  await updateTotals(tx, orderId);
  await refundSurplus(tx, orderId);
}
