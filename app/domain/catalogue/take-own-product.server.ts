import type { Tx } from "#db/client.server.ts";
import { type LockedProduct, lockOwnProduct } from "#db/queries/own-product.ts";
import { NotFound } from "../../lib/errors.ts";
import { announce, enqueue } from "../jobs/enqueue.server.ts";

/** One's own product, locked. @throws NotFound for another seller's */
export async function takeOwnProduct(tx: Tx, umkmId: number, slug: string): Promise<LockedProduct> {
  const product = await lockOwnProduct(tx, umkmId, slug);
  if (!product) throw new NotFound("produk");
  return product;
}

/** Shop and search show the product as it is now. */
export async function tellCatalogue(tx: Tx, productIds: readonly number[]): Promise<void> {
  await enqueue(tx, "index-products", { productIds });
  await announce(tx, "catalogue");
}
