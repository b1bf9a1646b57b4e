import type { SheetPicture } from "#app/domain/catalogue/import-products.server.ts";
import { storePicture } from "#app/domain/media/store-picture.server.ts";
import type { Db } from "#db/client.server.ts";
import { pictureFor } from "./pictures/index.ts";
import { PRODUCT_KINDS, STAPLE_KINDS } from "./pictures/kinds.ts";

/** Encoders at work side by side; each keeps about one processor busy. */
const ENCODERS = 3;

/** Stores the drawing of every kind of product and staple like an uploaded photo. @returns the pictures by key */
export async function seedPictures(db: Db): Promise<ReadonlyMap<string, SheetPicture>> {
  const keys = [...Object.keys(PRODUCT_KINDS), ...Object.keys(STAPLE_KINDS)];
  const pictures = new Map<string, SheetPicture>();
  const waiting = [...keys];
  const encoder = async () => {
    for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
      const { svg, alt, ground } = pictureFor(key);
      const { id } = await storePicture(db, Buffer.from(svg), { ground });
      pictures.set(key, { mediaId: id, alt });
    }
  };
  await Promise.all(Array.from({ length: ENCODERS }, encoder));
  return pictures;
}
