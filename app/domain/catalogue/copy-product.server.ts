import type { Db } from "#db/client.server.ts";
import {
  findOwnProductRow,
  insertProduct,
  insertVariant,
  isNameTaken,
  replacePhotos,
} from "#db/queries/own-product.ts";
import { NotFound } from "../../lib/errors.ts";
import { type Actor, asSeller } from "../accounts/actor.ts";
import { freeProductSlug } from "./write-product.server.ts";

/**
 * A new draft with the same data, photos and pack sizes, without stock.
 * @returns the copy's address
 * @throws NotLoggedIn, NotAllowed, NotFound
 */
export async function copyProduct(
  actor: Actor,
  db: Db,
  { slug }: { slug: string },
): Promise<{ slug: string }> {
  const { umkmId, name: umkm } = asSeller(actor).umkm;
  return db.transaction().execute(async (tx) => {
    const product = await findOwnProductRow(tx, umkmId, slug);
    if (!product) throw new NotFound("produk");
    let name = `${product.name.slice(0, 125)} (salinan)`;
    for (let again = 2; await isNameTaken(tx, umkmId, name, null); again++) {
      name = `${product.name.slice(0, 122)} (salinan ${again})`;
    }
    const copy = await freeProductSlug(tx, name, umkm);
    const id = await insertProduct(tx, {
      slug: copy,
      umkm_id: umkmId,
      name,
      description: product.description,
      category_slug: product.category_slug,
      made_in_district_code: product.made_in_district_code,
      regency_code: product.made_in_district_code.slice(0, 5),
      pirt: product.pirt,
      halal: product.halal,
      bpom: product.bpom,
    });
    for (const [position, { label, sku, price, weight_grams }] of product.variants.entries()) {
      await insertVariant(tx, {
        product_id: id,
        umkm_id: umkmId,
        label,
        sku,
        price,
        weight_grams,
        stock: 0,
        position,
      });
    }
    const photos = product.photos.map((photo) => photo.media_id);
    await replacePhotos(tx, id, photos, name);
    return { slug: copy };
  });
}
