import { createHash } from "node:crypto";
import { compress, type Encoding } from "./compress.ts";

/** Bytes sent many times: their fingerprint is made once, and each compressed form once, when first asked for. */
export class SharedBody {
  readonly #compressed = new Map<Encoding, Promise<Buffer>>();
  readonly #fingerprint: string;

  constructor(readonly plain: Buffer) {
    this.#fingerprint = createHash("sha1").update(plain).digest("base64url").slice(0, 20);
  }

  /** Differs per encoding, as RFC 9110 asks. */
  etag(encoding: Encoding | undefined): string {
    return encoding ? `"${this.#fingerprint}-${encoding}"` : `"${this.#fingerprint}"`;
  }

  async bytes(encoding: Encoding | undefined): Promise<Buffer> {
    if (!encoding) return this.plain;
    let packed = this.#compressed.get(encoding);
    if (!packed) {
      packed = compress(this.plain, encoding, "once");
      this.#compressed.set(encoding, packed);
    }
    return packed;
  }
}

/** True when the browser's `If-None-Match` names this very body. */
export function isUnchanged(ifNoneMatch: string | undefined, etag: string): boolean {
  return ifNoneMatch?.split(",").some((known) => known.trim().replace(/^W\//, "") === etag) ?? false;
}
