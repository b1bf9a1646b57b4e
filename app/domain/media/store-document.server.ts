import { randomBytes } from "node:crypto";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { env } from "../../lib/env.server.ts";
import { NotFound } from "../../lib/errors.ts";
import { open, seal } from "../../lib/secret-box.server.ts";
import { readPhoto } from "./read-photo.server.ts";

/** Wide enough to read a card's small print; pixels. */
const LARGEST_SIDE = 1_800;

function pathOf(file: string): string {
  return join(env().DATA_DIR, "documents", file);
}

/**
 * Keeps the photo of a paper: upright, without metadata, at most 1,800 pixels wide, as WebP, sealed with the app's key.
 * Whoever calls has checked who is asking.
 * @returns its file name and size in bytes
 * @throws BadInput when it is no picture
 */
export async function storeDocument(
  bytes: Uint8Array,
  { field }: { field: string },
): Promise<{ file: string; bytes: number }> {
  const webp = await readPhoto(bytes, field, (photo) =>
    photo
      .resize(LARGEST_SIDE, LARGEST_SIDE, { fit: "inside", withoutEnlargement: true })
      .flatten({ background: "#ffffff" })
      .webp({ quality: 82 })
      .toBuffer(),
  );
  const file = randomBytes(16).toString("hex");
  await mkdir(join(env().DATA_DIR, "documents"), { recursive: true, mode: 0o700 });
  await writeFile(pathOf(file), seal("document", webp.toString("base64")), { mode: 0o600 });
  return { file, bytes: webp.length };
}

/** The photo of a paper, as WebP. Whoever calls has checked who is asking. @throws NotFound */
export async function readDocument(file: string): Promise<Buffer> {
  const sealed = await readFile(pathOf(file)).catch(() => undefined);
  if (!sealed) throw new NotFound("dokumen");
  return Buffer.from(open("document", sealed), "base64");
}

/** Removes it for good; one that is gone is gone. */
export async function removeDocument(file: string): Promise<void> {
  await rm(pathOf(file), { force: true });
}
