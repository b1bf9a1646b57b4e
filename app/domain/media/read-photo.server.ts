import sharp, { type Sharp } from "sharp";
import { BadInput } from "../../lib/errors.ts";

/** A phone's camera makes up to 50 megapixels; anything above is meant to exhaust us. */
const MOST_PIXELS = 64_000_000;
/** What a form may carry per photo, in bytes. */
export const PHOTO_LIMIT_BYTES = 12 * 1024 * 1024;

/**
 * A photo turned upright and without its metadata (it tells where it was taken), as `shape` makes it.
 * @param field the form field that the sentence belongs to
 * @throws BadInput when it is no picture, is cut off, or is too large
 */
export async function readPhoto<Result>(
  bytes: Uint8Array,
  field: string,
  shape: (photo: Sharp) => Promise<Result>,
): Promise<Result> {
  if (bytes.length > PHOTO_LIMIT_BYTES)
    throw new BadInput({ [field]: "Foto lebih dari 12 MB. Kecilkan dulu, lalu pilih lagi." });
  try {
    return await shape(sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: "error" }).rotate());
  } catch {
    throw new BadInput({ [field]: "Foto tidak dapat dibaca. Pakai foto JPEG, PNG, atau WebP yang utuh." });
  }
}
