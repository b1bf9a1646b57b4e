import { createHmac, hkdfSync, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { env } from "./env.server.ts";

let root: Buffer | undefined;

/** SESSION_SECRET, else a random one made once and kept in DATA_DIR/secret (mode 600). */
function rootSecret(): Buffer {
  if (root) return root;
  const given = env().SESSION_SECRET;
  if (given) {
    root = Buffer.from(given, "utf8");
    return root;
  }
  const path = join(env().DATA_DIR, "secret");
  if (!existsSync(path)) {
    mkdirSync(env().DATA_DIR, { recursive: true });
    try {
      writeFileSync(path, randomBytes(32).toString("hex"), { mode: 0o600, flag: "wx" });
    } catch (error) {
      // another process of ours was first
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
  root = Buffer.from(readFileSync(path, "utf8").trim(), "hex");
  return root;
}

const keys = new Map<string, Buffer>();

/** A 32-byte key for one purpose (HKDF-SHA-256, RFC 5869), so that no key serves two. */
export function keyFor(purpose: string): Buffer {
  let key = keys.get(purpose);
  if (!key) {
    key = Buffer.from(hkdfSync("sha256", rootSecret(), "", `lapak-lampung/${purpose}`, 32));
    keys.set(purpose, key);
  }
  return key;
}

/** Keyed fingerprint of a value: equal values are found, the value is not read back. */
export function fingerprint(purpose: string, value: string): Buffer {
  return createHmac("sha256", keyFor(purpose)).update(value).digest();
}

/** `bytes` of randomness as URL-safe text. */
export function randomToken(bytes = 24): string {
  return randomBytes(bytes).toString("base64url");
}
