import type { Db } from "#db/client.server.ts";
import { lockOwnVariant, updateVariant } from "#db/queries/seller.ts";
import { BadInput, NotFound } from "../../lib/errors.ts";
import { type Actor, asSeller } from "../accounts/actor.ts";
import { announce, enqueue } from "../jobs/enqueue.server.ts";
import { priceMovedText, priceProblem } from "./variant-limits.ts";

/**
 * The seller asks another price (rupiah) from now on; orders already placed keep theirs.
 * @param seenPrice what stood on the seller's page: a price changed meanwhile on another phone is not overwritten
 * @throws NotLoggedIn, NotAllowed, NotFound for another seller's variant, BadInput
 */
export async function changePrice(
  actor: Actor,
  db: Db,
  { variantId, price, seenPrice }: { variantId: number; price: number; seenPrice?: number },
): Promise<void> {
  const { umkm } = asSeller(actor);
  const problem = priceProblem(price);
  if (problem) throw new BadInput({ harga: problem });
  await db.transaction().execute(async (tx) => {
    const variant = await lockOwnVariant(tx, umkm.umkmId, variantId);
    if (!variant) throw new NotFound("produk");
    if (variant.price === price) return;
    if (seenPrice !== undefined && variant.price !== seenPrice) {
      throw new BadInput({ harga: priceMovedText(variant.price) });
    }
    await updateVariant(tx, variantId, { price });
    await enqueue(tx, "index-products", { productIds: [variant.product_id] });
    await announce(tx, "catalogue");
  });
}
