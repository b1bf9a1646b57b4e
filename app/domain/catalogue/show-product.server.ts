import type { Db } from "#db/client.server.ts";
import { updateProductStatus } from "#db/queries/seller.ts";
import { NotFound } from "../../lib/errors.ts";
import { type Actor, asSeller } from "../accounts/actor.ts";
import { announce, enqueue } from "../jobs/enqueue.server.ts";

/** Shows one's own product in the shop and the search; twice is once. @throws NotLoggedIn, NotAllowed, NotFound */
export async function showProduct(actor: Actor, db: Db, { productId }: { productId: number }): Promise<void> {
  const { umkm } = asSeller(actor);
  await db.transaction().execute(async (tx) => {
    const product = await updateProductStatus(tx, umkm.umkmId, productId, "published");
    if (!product) throw new NotFound("produk");
    if (!product.changed) return;
    await enqueue(tx, "index-products", { productIds: [productId] });
    await announce(tx, "catalogue");
  });
}
