import type { Tx } from "#db/client.server.ts";
import type { LockedComplaint } from "#db/queries/complaints.ts";
import {
  giveBackReplacement as giveBackPieces,
  takeReplacement as takePieces,
} from "#db/queries/exchange-stock.ts";
import { lockVariants } from "#db/queries/stock.ts";
import { announce, enqueue } from "../jobs/enqueue.server.ts";

type Goods = Pick<LockedComplaint, "id" | "order_id" | "variant_id" | "pieces" | "stock_taken">;

async function tellCatalogue(tx: Tx, productIds: readonly number[]): Promise<void> {
  if (productIds.length === 0) return;
  await enqueue(tx, "index-products", { productIds });
  await announce(tx, "catalogue");
}

/**
 * Puts the replacement aside in the seller's stock; staples come from the shelf, which is not counted.
 * @returns null when it is there, else how many are left
 */
export async function takeReplacement(tx: Tx, goods: Goods): Promise<number | null> {
  if (goods.variant_id === null) return null;
  const [variant] = await lockVariants(tx, [goods.variant_id]);
  const left = variant?.stock ?? 0;
  if (left < goods.pieces) return left;
  const { id: complaintId, order_id: orderId, variant_id: variantId, pieces } = goods;
  await tellCatalogue(tx, await takePieces(tx, { complaintId, orderId, variantId, pieces }));
  return null;
}

/** An exchange that came to nothing: what was put aside for it may be sold again. */
export async function giveBackReplacement(tx: Tx, goods: Goods): Promise<void> {
  if (!goods.stock_taken || goods.variant_id === null) return;
  const { id: complaintId, order_id: orderId, variant_id: variantId, pieces } = goods;
  await tellCatalogue(tx, await giveBackPieces(tx, { complaintId, orderId, variantId, pieces }));
}
