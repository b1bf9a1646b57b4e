import type { Db } from "#db/client.server.ts";
import { findOwnProductRow, listPhotoIds, replacePhotos } from "#db/queries/own-product.ts";
import { NotFound } from "../../lib/errors.ts";
import { type Actor, asSeller } from "../accounts/actor.ts";
import { takeOwnProduct, tellCatalogue } from "./take-own-product.server.ts";

export type PhotoMove =
  /** the whole new order; photos it does not name go behind, in their old order */
  | { readonly order: readonly number[] }
  | { readonly mediaId: number; readonly to: "earlier" | "later" | "gone" };

/** The photos in their new order. */
export function arrangePhotos(photos: readonly number[], move: PhotoMove): number[] {
  if ("order" in move) {
    const named = [...new Set(move.order)].filter((id) => photos.includes(id));
    return [...named, ...photos.filter((id) => !named.includes(id))];
  }
  const at = photos.indexOf(move.mediaId);
  if (at === -1) return [...photos];
  const others = photos.filter((id) => id !== move.mediaId);
  if (move.to === "gone") return others;
  others.splice(Math.max(0, at + (move.to === "earlier" ? -1 : 1)), 0, move.mediaId);
  return others;
}

/** Puts the photos of one's own product in order, or takes one away. The first is the one on its card. @throws NotFound */
export async function arrangeProductPhotos(
  actor: Actor,
  db: Db,
  { slug, move }: { slug: string; move: PhotoMove },
): Promise<void> {
  const { umkmId } = asSeller(actor).umkm;
  await db.transaction().execute(async (tx) => {
    const { id } = await takeOwnProduct(tx, umkmId, slug);
    const product = await findOwnProductRow(tx, umkmId, slug);
    if (!product) throw new NotFound("produk");
    const photos = await listPhotoIds(tx, id);
    const arranged = arrangePhotos(photos, move);
    if (arranged.join() === photos.join()) return;
    await replacePhotos(tx, id, arranged, product.name);
    await tellCatalogue(tx, [id]);
  });
}
