import type { Db } from "#db/client.server.ts";
import { lockOwnVariant, updateVariant } from "#db/queries/seller.ts";
import { insertStockChanges } from "#db/queries/stock.ts";
import { BadInput, NotFound } from "../../lib/errors.ts";
import { type Actor, asSeller } from "../accounts/actor.ts";
import { announce, enqueue } from "../jobs/enqueue.server.ts";
import { stockMovedText, stockProblem } from "./variant-limits.ts";

/**
 * The seller sets how many pieces there are. Orders take from the same stock at the same time, so it is changed only
 * when it still is what the seller saw; otherwise they hear the new number and decide again.
 * @throws NotLoggedIn, NotAllowed, NotFound for another seller's variant, BadInput
 */
export async function changeStock(
  actor: Actor,
  db: Db,
  { variantId, stock, seenStock }: { variantId: number; stock: number; seenStock: number },
): Promise<void> {
  const { umkm, name } = asSeller(actor);
  const problem = stockProblem(stock);
  if (problem) throw new BadInput({ stok: problem });
  await db.transaction().execute(async (tx) => {
    const variant = await lockOwnVariant(tx, umkm.umkmId, variantId);
    if (!variant) throw new NotFound("produk");
    // already so: the same form once more
    if (variant.stock === stock) return;
    if (variant.stock !== seenStock) {
      throw new BadInput({ stok: stockMovedText(variant.stock, seenStock) });
    }
    await updateVariant(tx, variantId, { stock });
    await insertStockChanges(tx, [
      { variantId, before: variant.stock, after: stock, cause: "set", actorName: name },
    ]);
    await enqueue(tx, "index-products", { productIds: [variant.product_id] });
    await announce(tx, "catalogue");
  });
}
