import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { drawQr } from "#app/domain/payments/qris/draw-qr.server.ts";
import { scanQr } from "#app/domain/payments/qris/scan-qr.server.ts";
import { withAmount } from "#app/domain/payments/qris/with-amount.ts";
import { BadInput } from "#app/lib/errors.ts";

const STICKER =
  "00020101021126570011ID.DANA.WWW011893600915302259148102090225914810303UMI51440014ID.CO.QRIS.WWW0215ID10200176114730303UMI5204581253033605802ID5922Warung Sayur Bu Sugeng6010Kab. Demak610559567630458C7";

/** As it hangs in a shop: small on a yellowish wall, askew, a little out of focus, as a JPEG. */
async function photoOf(text: string, degrees: number): Promise<Uint8Array> {
  const code = await sharp(await drawQr(text))
    .resize(520)
    .rotate(degrees, { background: "#ffffff" })
    .toBuffer();
  return sharp({ create: { width: 1800, height: 1400, channels: 3, background: "#b9a98a" } })
    .composite([{ input: code, left: 700, top: 350 }])
    .jpeg({ quality: 60 })
    .toBuffer()
    .then((photo) => sharp(photo).modulate({ brightness: 0.7 }).blur(1.2).jpeg({ quality: 55 }).toBuffer());
}

describe("QR codes", () => {
  it.each([0, 7, 35, 180])("of a sticker are read in a photo turned by %i degrees", async (degrees) => {
    expect(await scanQr(await photoOf(STICKER, degrees), "foto")).toEqual([STICKER]);
  });

  it("that we draw are read as they were written, from a picture of black and white squares", async () => {
    const asked = withAmount(STICKER, 1_234_567);
    const png = await drawQr(asked);
    expect(await scanQr(png, "foto")).toEqual([asked]);
    const { width, height, format } = await sharp(png).metadata();
    expect(format).toBe("png");
    expect(width).toBe(height);
    expect(width).toBeGreaterThan(600);
    expect(png.length).toBeLessThan(10_000);
  });

  it("are asked for in words where there is none, and where there is no picture", async () => {
    const wall = await sharp({ create: { width: 400, height: 300, channels: 3, background: "#b9a98a" } })
      .jpeg()
      .toBuffer();
    await expect(scanQr(wall, "foto")).rejects.toThrow(BadInput);
    await expect(scanQr(wall, "foto")).rejects.toMatchObject({ fields: { foto: /tidak terbaca/ } });
    await expect(scanQr(new TextEncoder().encode("bukan foto"), "foto")).rejects.toThrow(BadInput);
  });
});
