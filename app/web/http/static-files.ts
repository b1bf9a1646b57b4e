import { existsSync, readdirSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { extname, join, relative } from "node:path";
import { SharedBody } from "./body.ts";

const TYPES: Record<string, string> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".avif": "image/avif",
  ".webp": "image/webp",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".txt": "text/plain; charset=utf-8",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
};
const YEAR = "public, max-age=31536000, immutable";
const DAY = "public, max-age=86400";

/** What makes devices ring lives on in browsers: an old one must never come from a cache. */
const RINGER = "/lonceng.js";

export type StaticFile = {
  readonly type: string;
  readonly cacheControl: string;
  readonly body: SharedBody;
  readonly compressible: boolean;
};

/** What the build made and `public/` holds: a megabyte, read once. Names under `/assets/` change with their content. */
export function readStaticFiles(folder: string): ReadonlyMap<string, StaticFile> {
  const files = new Map<string, StaticFile>();
  if (!existsSync(folder)) return files;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.parentPath.includes(".vite")) continue;
    const path = join(entry.parentPath, entry.name);
    const type = TYPES[extname(entry.name)];
    if (!type) continue;
    const address = `/${relative(folder, path).replaceAll("\\", "/")}`;
    files.set(address, {
      type,
      cacheControl: address.startsWith("/assets/") ? YEAR : address === RINGER ? "no-cache" : DAY,
      body: new SharedBody(readFileSync(path)),
      compressible: /javascript|css|svg|json|text/.test(type),
    });
  }
  return files;
}

const PICTURE = /^\/gambar\/([0-9a-f]{32}-(?:160|320|640)\.(?:avif|webp))$/;

/** A stored picture by its address; undefined when the address is not one, null when there is no such picture. */
export async function readPicture(
  address: string,
  mediaFolder: string,
): Promise<{ type: string; cacheControl: string; bytes: Buffer } | null | undefined> {
  const name = PICTURE.exec(address)?.[1];
  if (!name) return address.startsWith("/gambar/") ? null : undefined;
  try {
    const bytes = await readFile(join(mediaFolder, name));
    return { type: TYPES[extname(name)]!, cacheControl: YEAR, bytes };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
