import type { SearchClient } from "./client.server.ts";
import { searchKeyUid } from "./search-key.ts";

const codeOf = (error: unknown) => (error as { cause?: { code?: string } }).cause?.code;

/**
 * Makes the key that can only search our index, unless it is there: the one that the web process uses.
 * @returns false when the writing key may not make keys: then MEILISEARCH_SEARCH_KEY must be set by hand
 * @throws when Meilisearch does not answer
 */
export async function ensureSearchKey({ index, writer }: SearchClient): Promise<boolean> {
  const uid = searchKeyUid(index);
  try {
    await writer.getKey(uid);
    return true;
  } catch (error) {
    if (codeOf(error) === "missing_master_key") return true;
    if (codeOf(error) === "invalid_api_key") return false;
    if (codeOf(error) !== "api_key_not_found") throw error;
  }
  try {
    await writer.createKey({
      ...{ uid, name: `lapak ${index}`, actions: ["search"], indexes: [index] },
      description: "Hanya mencari",
      expiresAt: null,
    });
  } catch (error) {
    // another process was faster
    if (codeOf(error) !== "api_key_already_exists") throw error;
  }
  return true;
}
