import { createHash, createHmac } from "node:crypto";
import type { SearchServer } from "./client.server.ts";

/** The key's name in Meilisearch: one per index, the same on every start (RFC 9562, version 8: made from a hash). */
export function searchKeyUid(index: string): string {
  const hex = createHash("sha256").update(`lapak-lampung search ${index}`).digest("hex");
  // Meilisearch takes random ids (version 4) only.
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/**
 * The key that can only search this index, as Meilisearch makes it of its master key; known without asking, so that the
 * web process starts while Meilisearch is away. Source: Meilisearch's `generate_key_as_hexa` (HMAC-SHA-256 of the uid).
 */
export function searchKeyOf({ apiKey, index }: Pick<SearchServer, "apiKey" | "index">): string | undefined {
  return apiKey && createHmac("sha256", apiKey).update(searchKeyUid(index)).digest("hex");
}
