import type { Db } from "#db/client.server.ts";
import { findOwnProductRow, listPhotoIds, replacePhotos } from "#db/queries/own-product.ts";
import { BadInput, NotFound } from "../../lib/errors.ts";
import { type Actor, asSeller } from "../accounts/actor.ts";
import { storePicture } from "../media/store-picture.server.ts";
import { takeOwnProduct, tellCatalogue } from "./take-own-product.server.ts";
import { MOST_PHOTOS } from "./variant-limits.ts";

/**
 * Adds a photo at the end of one's own product's; the same photo once more is there once.
 * @throws NotLoggedIn, NotAllowed, NotFound, BadInput when it is no picture, or one too many
 */
export async function addProductPhoto(
  actor: Actor,
  db: Db,
  { slug, bytes }: { slug: string; bytes: Uint8Array },
): Promise<void> {
  const { umkmId } = asSeller(actor).umkm;
  const product = await findOwnProductRow(db, umkmId, slug);
  if (!product) throw new NotFound("produk");
  const { id: mediaId } = await storePicture(db, bytes, { drawings: false }).catch((error) => {
    if (error instanceof BadInput) throw new BadInput({ foto: Object.values(error.fields)[0]! });
    throw error;
  });
  await db.transaction().execute(async (tx) => {
    const { id } = await takeOwnProduct(tx, umkmId, slug);
    const photos = await listPhotoIds(tx, id);
    if (photos.includes(mediaId)) return;
    if (photos.length >= MOST_PHOTOS) {
      throw new BadInput({ foto: `Paling banyak ${MOST_PHOTOS} foto. Hapus satu dulu.` });
    }
    await replacePhotos(tx, id, [...photos, mediaId], product.name);
    await tellCatalogue(tx, [id]);
  });
}
