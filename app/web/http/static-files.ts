import { readdirSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { SharedBody } from "./body.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".avif": "image/avif",
  ".css": "text/css; charset=utf-8",
  ".gif": "image/gif",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".mp3": "audio/mpeg",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
};

const IMMUTABLE = "public, max-age=31536000, immutable";
const PACKED_ALREADY = /\.(avif|gif|jpg|mp3|png|webp|woff2)$/;

export type StaticFile = {
  readonly type: string;
  readonly cacheControl: string;
  readonly compressible: boolean;
  /** read when first asked for, then kept */
  readonly body: () => Promise<SharedBody>;
};

/** The built files by their address, listed once at the start: what is not on the list is not a file of ours. */
export function listStaticFiles(folder: string): ReadonlyMap<string, StaticFile> {
  const files = new Map<string, StaticFile>();
  for (const relative of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    const path = join(folder, relative);
    const type = TYPES[extname(relative)];
    if (!type || !statSync(path).isFile()) continue;
    const address = `/${relative.replaceAll("\\", "/")}`;
    let body: Promise<SharedBody> | undefined;
    files.set(address, {
      type,
      // Vite puts a fingerprint of the content into these names
      cacheControl: address.startsWith("/assets/") ? IMMUTABLE : "public, max-age=3600",
      compressible: !PACKED_ALREADY.test(relative),
      body: () => {
        body ??= readFile(path).then((bytes) => new SharedBody(bytes));
        return body;
      },
    });
  }
  return files;
}

const PICTURE = /^\/gambar\/([0-9a-f]{32}-\d{2,4})\.(avif|webp)$/;

export type PictureFile = { readonly type: string; readonly cacheControl: string; readonly path: string };

/** A stored picture by its address; the name is a fingerprint of the content, so it never changes. */
export function findPicture(pathname: string, mediaFolder: string): PictureFile | undefined {
  const match = PICTURE.exec(pathname);
  if (!match) return undefined;
  const [, name, kind] = match;
  return { type: `image/${kind}`, cacheControl: IMMUTABLE, path: join(mediaFolder, `${name}.${kind}`) };
}
