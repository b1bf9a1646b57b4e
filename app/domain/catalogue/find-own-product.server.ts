import type { Db } from "#db/client.server.ts";
import { findOwnProduct as findRow } from "#db/queries/seller.ts";
import { NotFound } from "../../lib/errors.ts";
import { type Actor, asSeller } from "../accounts/actor.ts";
import type { OwnProduct } from "./find-own-products.server.ts";

/** One's own product with all its variants. @throws NotFound for another seller's */
export async function findOwnProduct(db: Db, actor: Actor, slug: string): Promise<OwnProduct> {
  const { umkm } = asSeller(actor);
  const product = await findRow(db, umkm.umkmId, slug);
  if (!product) throw new NotFound("produk");
  return product;
}
