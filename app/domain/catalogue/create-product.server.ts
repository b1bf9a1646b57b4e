import type { Db } from "#db/client.server.ts";
import { insertProduct, isNameTaken } from "#db/queries/own-product.ts";
import { BadInput } from "../../lib/errors.ts";
import { type Actor, asSeller } from "../accounts/actor.ts";
import type { ProductInput } from "./product-input.ts";
import { freeProductSlug, readProductFields, writeVariants } from "./write-product.server.ts";

/** What a seller hears when they have a product of this name already. */
export const NAME_TAKEN = "Anda sudah punya produk dengan nama ini. Beri nama yang berbeda.";

/**
 * A new product of one's own, as a draft that only its seller sees.
 * @returns its address
 * @throws NotLoggedIn, NotAllowed, BadInput
 */
export async function createProduct(actor: Actor, db: Db, input: ProductInput): Promise<{ slug: string }> {
  const { umkm, name: by } = asSeller(actor);
  const fields = await readProductFields(db, input);
  return db.transaction().execute(async (tx) => {
    const slug = await freeProductSlug(tx, input.name, umkm.name);
    if (await isNameTaken(tx, umkm.umkmId, input.name, null)) throw new BadInput({ nama: NAME_TAKEN });
    const productId = await insertProduct(tx, { ...fields, slug, umkm_id: umkm.umkmId });
    await writeVariants(tx, productId, { umkmId: umkm.umkmId, by }, input);
    return { slug };
  });
}
