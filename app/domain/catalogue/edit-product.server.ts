import type { Db } from "#db/client.server.ts";
import { isNameTaken, listPhotoIds, replacePhotos, updateProduct } from "#db/queries/own-product.ts";
import { BadInput } from "../../lib/errors.ts";
import { type Actor, asSeller } from "../accounts/actor.ts";
import { NAME_TAKEN } from "./create-product.server.ts";
import type { ProductInput } from "./product-input.ts";
import { takeOwnProduct, tellCatalogue } from "./take-own-product.server.ts";
import { readProductFields, writeVariants } from "./write-product.server.ts";

/**
 * Changes one's own product and its pack sizes; its address stays, and orders already placed keep what they say.
 * @throws NotLoggedIn, NotAllowed, NotFound, BadInput, among others when a stock moved since the page was opened
 */
export async function editProduct(
  actor: Actor,
  db: Db,
  { slug, input }: { slug: string; input: ProductInput },
): Promise<void> {
  const { umkm, name: by } = asSeller(actor);
  const fields = await readProductFields(db, input);
  await db.transaction().execute(async (tx) => {
    const { id } = await takeOwnProduct(tx, umkm.umkmId, slug);
    if (await isNameTaken(tx, umkm.umkmId, input.name, id)) throw new BadInput({ nama: NAME_TAKEN });
    await updateProduct(tx, id, fields);
    await writeVariants(tx, id, { umkmId: umkm.umkmId, by }, input);
    await replacePhotos(tx, id, await listPhotoIds(tx, id), input.name);
    await tellCatalogue(tx, [id]);
  });
}
