import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Sharp } from "sharp";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import { BadInput } from "../../../lib/errors.ts";
import { readPhoto } from "../../media/read-photo.server.ts";

/** Wide enough for the small squares of a code that fills a third of a photo; pixels. */
const LARGEST_SIDE = 1_600;

let decoder: Promise<unknown> | undefined;

/** Its program comes from the package, never from the network, where the package looks by itself. */
function prepareDecoder(): Promise<unknown> {
  decoder ??= readFile(createRequire(import.meta.url).resolve("zxing-wasm/reader/zxing_reader.wasm")).then(
    (program) =>
      prepareZXingModule({
        overrides: { wasmBinary: new Uint8Array(program).buffer },
        fireImmediately: true,
      }),
  );
  return decoder;
}

async function pixelsOf(photo: Sharp): Promise<ImageData> {
  const { data, info } = await photo
    .resize(LARGEST_SIDE, LARGEST_SIDE, { fit: "inside", withoutEnlargement: true })
    .flatten({ background: "#ffffff" })
    .toColourspace("srgb")
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return {
    data: new Uint8ClampedArray(data.buffer, data.byteOffset, data.length),
    width: info.width,
    height: info.height,
    colorSpace: "srgb",
  } as ImageData;
}

/**
 * The texts of all QR codes in a photo, such as that of a printed sticker: askew, upside down and in poor light, too. The photo
 * is not kept.
 * @param field the form field that a sentence belongs to
 * @throws BadInput when it is no picture, or there is no QR code in it
 */
export async function scanQr(photo: Uint8Array, field: string): Promise<readonly string[]> {
  const pixels = await readPhoto(photo, field, pixelsOf);
  await prepareDecoder();
  const found = await readBarcodes(pixels, { formats: ["QRCode"], tryHarder: true, maxNumberOfSymbols: 4 });
  const texts = found.filter(({ isValid }) => isValid).map(({ text }) => text);
  if (texts.length === 0)
    throw new BadInput({
      [field]:
        "Kode QR tidak terbaca di foto ini. Foto lebih dekat, lurus, dan terang; atau tempel isi kodenya.",
    });
  return texts;
}
