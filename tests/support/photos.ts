/** Photos as phones make them, and what is sent instead of one. */
import { randomBytes } from "node:crypto";
import sharp from "sharp";

/** A JPEG lying on its side (EXIF orientation 6) that says where it was taken; about `megabytes` large. */
export async function aPhonePhoto(megabytes: number): Promise<Buffer> {
  // noise hardly compresses: its size grows with its pixels
  const side = Math.round(Math.sqrt(megabytes * 1_000_000) * 1.2);
  const [width, height] = [Math.round(side * 1.1), Math.round(side / 1.1)];
  return sharp(randomBytes(width * height * 3), { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 80 })
    .withExif({
      IFD0: { Make: "Ponsel Uji", Orientation: "6" },
      IFD3: {
        GPSLatitudeRef: "S",
        GPSLatitude: "5/1 22/1 0/1",
        GPSLongitudeRef: "E",
        GPSLongitude: "105/1 15/1 0/1",
      },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer();
}

/** The first half of a photo: the connection broke. */
export function cutOff(photo: Buffer): Buffer {
  return photo.subarray(0, Math.floor(photo.length / 2));
}

/** A small file of one colour that unpacks to `megapixels` million pixels. */
export async function aBomb(megapixels: number): Promise<Buffer> {
  const side = Math.round(Math.sqrt(megapixels * 1_000_000));
  return sharp({
    create: { width: side, height: side, channels: 3, background: "#000000" },
    limitInputPixels: false,
  })
    .png({ compressionLevel: 9 })
    .toBuffer();
}
