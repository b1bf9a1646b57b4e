import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { keyFor } from "./secret.server.ts";

/** Seals bytes for one purpose (AES-256-GCM; layout: 12-byte nonce, 16-byte tag, ciphertext). */
export function sealBytes(purpose: string, bytes: Uint8Array): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyFor(purpose), nonce);
  const sealed = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** Opens what `sealBytes` closed. @throws Error when it was sealed with another key or altered */
export function openBytes(purpose: string, sealed: Buffer): Buffer {
  const decipher = createDecipheriv("aes-256-gcm", keyFor(purpose), sealed.subarray(0, 12));
  decipher.setAuthTag(sealed.subarray(12, 28));
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]);
}

/** Seals text for one purpose. */
export function seal(purpose: string, text: string): Buffer {
  return sealBytes(purpose, Buffer.from(text, "utf8"));
}

/** Opens what `seal` closed. @throws Error when it was sealed with another key or altered */
export function open(purpose: string, sealed: Buffer): string {
  return openBytes(purpose, sealed).toString("utf8");
}
