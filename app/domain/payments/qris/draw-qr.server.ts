import sharp from "sharp";
import { encode } from "uqr";

/** Quiet zone that scanners count on, in squares (ISO/IEC 18004). */
const BORDER = 4;
/** About this wide: sharp in any gallery; pixels. */
const WIDTH = 1_000;

/** A QR code as a PNG to keep and show: black on white, each square whole pixels wide. */
export async function drawQr(text: string): Promise<Buffer> {
  const { size, data } = encode(text, { border: BORDER, ecc: "M" });
  const pixels = Uint8Array.from(data.flat(), (dark) => (dark ? 0 : 255));
  const square = Math.max(1, Math.floor(WIDTH / size));
  return sharp(pixels, { raw: { width: size, height: size, channels: 1 } })
    .resize(size * square, size * square, { kernel: "nearest" })
    .toColourspace("b-w")
    .png({ compressionLevel: 9, palette: true, colours: 2 })
    .toBuffer();
}
