import { createHash, randomBytes } from "node:crypto";
import { access, mkdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import sharp, { type OutputInfo, type Sharp } from "sharp";
import type { Db } from "#db/client.server.ts";
import { upsertMedia } from "#db/queries/media.ts";
import { env } from "../../lib/env.server.ts";
import { readPhoto } from "./read-photo.server.ts";

/** Widths of every stored picture, in pixels; pictures are square. */
export const PICTURE_WIDTHS = [160, 320, 640] as const;
const LARGEST = 640;
/** Part of the hash: pictures that are encoded otherwise are other pictures. */
const RECIPE = "1";

type Encoding = { readonly extension: "avif" | "webp"; encode(picture: Sharp): Sharp };

// Flat drawings and shelf-sized photos gain little from more effort: 0 takes a third of the time of 2 for 3 kB more.
const ENCODINGS: readonly Encoding[] = [
  {
    extension: "avif",
    encode: (picture) => picture.avif({ quality: 55, effort: 0, chromaSubsampling: "4:2:0" }),
  },
  { extension: "webp", encode: (picture) => picture.webp({ quality: 80, effort: 2 }) },
];

/** The folder of the pictures' files. */
export function mediaFolder(): string {
  return path.join(env().DATA_DIR, "media");
}

const exists = (file: string) =>
  access(file).then(
    () => true,
    () => false,
  );

/** Nobody ever sees half a file: it is written beside its place, then renamed. */
async function writeWhole(file: string, bytes: Buffer): Promise<void> {
  const draft = `${file}.${randomBytes(4).toString("hex")}.tmp`;
  try {
    await writeFile(draft, bytes);
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

type Pixels = { readonly data: Buffer; readonly info: OutputInfo };

/** The picture as a square of 640 pixels. */
async function squarePixels(bytes: Uint8Array, drawings: boolean): Promise<Pixels> {
  return readPhoto(
    bytes,
    "gambar",
    (photo) =>
      photo
        .resize(LARGEST, LARGEST, { fit: "cover" })
        .flatten({ background: "#ffffff" })
        .toColourspace("srgb")
        .raw()
        .toBuffer({ resolveWithObject: true }),
    { drawings },
  );
}

const open = ({ data, info }: Pixels) =>
  sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } });

/** The colour that most of a picture has, as `#rrggbb`. */
async function mainColour(pixels: Pixels): Promise<string> {
  const { dominant } = await open(pixels).stats();
  return `#${[dominant.r, dominant.g, dominant.b].map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

/**
 * Stores a picture (a photo, or a drawing as SVG) as AVIF and WebP in three widths under `DATA_DIR/media`, named by its
 * content: the same picture again is the same files and the same row.
 * @param ground CSS colour to hold the place while it loads; the picture's main colour when left out
 * @param drawings false for what people upload: photos alone
 * Whoever calls has checked who is asking: pictures are part of the floor, below accounts.
 * @throws BadInput when it is no picture
 */
export async function storePicture(
  db: Db,
  bytes: Uint8Array,
  { ground, drawings = true }: { ground?: string; drawings?: boolean } = {},
): Promise<{ id: number; hash: string }> {
  const hash = createHash("sha256").update(RECIPE).update(bytes).digest("hex").slice(0, 32);
  const folder = mediaFolder();
  await mkdir(folder, { recursive: true });
  const files = PICTURE_WIDTHS.flatMap((width) =>
    ENCODINGS.map((encoding) => ({
      width,
      encoding,
      file: path.join(folder, `${hash}-${width}.${encoding.extension}`),
    })),
  );
  const areThere = await Promise.all(files.map(({ file }) => exists(file)));
  const missing = files.filter((_, i) => !areThere[i]);
  if (missing.length > 0 || !ground) {
    const pixels = await squarePixels(bytes, drawings);
    ground ??= await mainColour(pixels);
    for (const { width, encoding, file } of missing) {
      const sized = width === LARGEST ? open(pixels) : open(pixels).resize(width);
      await writeWhole(file, await encoding.encode(sized).toBuffer());
    }
  }
  const id = await upsertMedia(db, { hash, widths: PICTURE_WIDTHS, ground: ground.toLowerCase() });
  return { id, hash };
}
