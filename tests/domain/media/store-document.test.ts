import sharp from "sharp";
import { expect, it } from "vitest";
import { readDocument, storeDocument } from "#app/domain/media/store-document.server.ts";
import { BadInput } from "#app/lib/errors.ts";
import { aBomb, aPhonePhoto, cutOff } from "#tests/support/photos.ts";

const refusal = (bytes: Buffer) => storeDocument(bytes, { field: "foto" }).catch((error: unknown) => error);

it("a phone's photo of nearly 12 MB is kept upright, without its metadata, at most 1,800 pixels", async () => {
  const photo = await aPhonePhoto(11.5);
  expect(photo.length).toBeGreaterThan(9_000_000);
  expect(photo.length).toBeLessThan(12 * 1024 * 1024);
  const before = await sharp(photo).metadata();
  expect(before.exif?.includes("Ponsel Uji")).toBe(true);
  expect([before.orientation, before.width > before.height]).toEqual([6, true]);
  const { file } = await storeDocument(photo, { field: "foto" });
  const after = await sharp(await readDocument(file)).metadata();
  expect(after.width).toBeLessThan(after.height);
  expect(after.height).toBe(1_800);
  expect([after.exif, after.orientation, after.format]).toEqual([undefined, undefined, "webp"]);
});

it.each([
  ["a photo that was cut off", async () => cutOff(await aPhonePhoto(2)), /tidak dapat dibaca/],
  ["a text that is called .jpg", async () => Buffer.from("bukan foto\n".repeat(100)), /tidak dapat dibaca/],
  [
    "a drawing",
    async () =>
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>1</script></svg>'),
    /tidak dapat dibaca/,
  ],
  ["more than 12 MB", async () => Buffer.alloc(12 * 1024 * 1024 + 1), /lebih dari 12 MB/],
  ["a small file of 70 megapixels", () => aBomb(70), /tidak dapat dibaca/],
])("%s is refused with a sentence at its field", async (_, make, sentence) => {
  const error = await refusal(await make());
  expect(error).toBeInstanceOf(BadInput);
  expect((error as BadInput).fields.foto).toMatch(sentence);
});
