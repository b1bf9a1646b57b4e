import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";
import { expect, test } from "vitest";
import { mediaFolder, PICTURE_WIDTHS, storePicture } from "#app/domain/media/store-picture.server.ts";
import { BadInput } from "#app/lib/errors.ts";
import { pictureFor } from "#db/seed/pictures/index.ts";
import { testDatabase } from "#tests/support/database.ts";

const { db } = await testDatabase();
const drawing = pictureFor("kopi-luwak-100");

test("a drawing becomes AVIF and WebP in three widths, small enough for 3G", async () => {
  const { hash } = await storePicture(db, Buffer.from(drawing.svg), { ground: drawing.ground });
  for (const width of PICTURE_WIDTHS) {
    for (const extension of ["avif", "webp"]) {
      const file = path.join(mediaFolder(), `${hash}-${width}.${extension}`);
      expect(await sharp(file).metadata()).toMatchObject({ width, height: width });
      expect((await stat(file)).size).toBeLessThan(30_000);
    }
  }
});

test("the same picture again is the same row and the same files", async () => {
  const first = await storePicture(db, Buffer.from(drawing.svg), { ground: drawing.ground });
  const files = (await readdir(mediaFolder())).filter((name) => name.startsWith(first.hash));
  const again = await Promise.all(
    [1, 2, 3].map(() => storePicture(db, Buffer.from(drawing.svg), { ground: drawing.ground })),
  );
  expect(again).toEqual([first, first, first]);
  expect((await readdir(mediaFolder())).filter((name) => name.startsWith(first.hash))).toEqual(files);
  expect(files).toHaveLength(6);
});

test("a photo is cut square, loses where it was taken, and gives its own ground", async () => {
  const photo = await sharp({ create: { width: 900, height: 500, channels: 3, background: "#c6922b" } })
    .withExif({ IFD0: { Copyright: "rahasia" } })
    .jpeg()
    .toBuffer();
  const { id, hash } = await storePicture(db, photo);
  const stored = await sharp(path.join(mediaFolder(), `${hash}-640.webp`)).metadata();
  expect(stored).toMatchObject({ width: 640, height: 640 });
  expect(stored.exif).toBeUndefined();
  const row = await db.selectFrom("media").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
  expect(row.ground).toMatch(/^#[0-9a-f]{6}$/);
});

test("what is no picture is refused in words, and leaves nothing behind", async () => {
  const before = (await readdir(mediaFolder())).length;
  await expect(storePicture(db, Buffer.from("bukan gambar"))).rejects.toThrow(BadInput);
  expect(await readdir(mediaFolder())).toHaveLength(before);
});
