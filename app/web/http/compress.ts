import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

export type Encoding = "br" | "gzip";

/** Below this a compressed answer saves no packet. */
const WORTHWHILE_BYTES = 1_000;

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/** The best encoding this browser takes; undefined when none, or when the body is too small to gain. */
export function chooseEncoding(acceptEncoding: string | undefined, bytes: number): Encoding | undefined {
  if (!acceptEncoding || bytes < WORTHWHILE_BYTES) return undefined;
  if (/\bbr\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(acceptEncoding)) return "br";
  if (/\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(acceptEncoding)) return "gzip";
  return undefined;
}

/** `effort`: `once` for bytes that are sent many times, `each` for a page made for one person. */
export async function compress(body: Buffer, encoding: Encoding, effort: "once" | "each"): Promise<Buffer> {
  if (encoding === "gzip") return gzipped(body, { level: effort === "once" ? 8 : 4 });
  return brotli(body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: effort === "once" ? 6 : 3,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    },
  });
}
