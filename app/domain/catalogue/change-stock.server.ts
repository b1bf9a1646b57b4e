import type { Db } from "#db/client.server.ts";
import { lockOwnVariant, updateVariant } from "#db/queries/seller.ts";
import { BadInput, NotFound } from "../../lib/errors.ts";
import { count } from "../../lib/rupiah.ts";
import { type Actor, asSeller } from "../accounts/actor.ts";
import { announce, enqueue } from "../jobs/enqueue.server.ts";
import { stockProblem } from "./variant-limits.ts";

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
  const { umkm } = asSeller(actor);
  const problem = stockProblem(stock);
  if (problem) throw new BadInput({ stok: problem });
  await db.transaction().execute(async (tx) => {
    const variant = await lockOwnVariant(tx, umkm.umkmId, variantId);
    if (!variant) throw new NotFound("produk");
    // already so: the same form once more
    if (variant.stock === stock) return;
    if (variant.stock !== seenStock) {
      throw new BadInput({
        stok:
          variant.stock < seenStock
            ? `Baru saja ada pesanan: stok tinggal ${count(variant.stock)}. Hitung lagi, lalu simpan.`
            : `Stok baru saja berubah menjadi ${count(variant.stock)}. Hitung lagi, lalu simpan.`,
      });
    }
    await updateVariant(tx, variantId, { stock });
    await enqueue(tx, "index-products", { productIds: [variant.product_id] });
    await announce(tx, "catalogue");
  });
}
