import sharp, { type Sharp } from "sharp";
import { BadInput } from "../../lib/errors.ts";

/** A phone's camera makes up to 50 megapixels; anything above is meant to exhaust us. */
const MOST_PIXELS = 64_000_000;
const PHOTOS: ReadonlySet<string> = new Set(["jpeg", "png", "webp", "heif"]);
/** What a form may carry per photo, in bytes. */
export const PHOTO_LIMIT_BYTES = 12 * 1024 * 1024;

/**
 * A photo turned upright and without its metadata (it tells where it was taken), as `shape` makes it.
 * @param field the form field that the sentence belongs to
 * @param drawings also takes SVG; never from people, whose drawing could keep the renderer busy or name other files
 * @throws BadInput when it is no picture, is cut off, or is too large
 */
export async function readPhoto<Result>(
  bytes: Uint8Array,
  field: string,
  shape: (photo: Sharp) => Promise<Result>,
  { drawings = false }: { drawings?: boolean } = {},
): Promise<Result> {
  if (bytes.length > PHOTO_LIMIT_BYTES)
    throw new BadInput({ [field]: "Foto lebih dari 12 MB. Kecilkan dulu, lalu pilih lagi." });
  try {
    const picture = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: "error" });
    const { format } = await picture.metadata();
    if (!PHOTOS.has(format) && !(drawings && format === "svg")) throw new Error(`a photo is no ${format}`);
    return await shape(picture.rotate());
  } catch {
    throw new BadInput({ [field]: "Foto tidak dapat dibaca. Pakai foto JPEG, PNG, atau WebP yang utuh." });
  }
}
