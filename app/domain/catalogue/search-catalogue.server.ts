import type { Db } from "#db/client.server.ts";
import { searchProducts } from "#search/query.server.ts";
import type { SearchRequest, SearchResult } from "#search/types.ts";

/**
 * Finds products and staples by a buyer's text, filters and sort. Any text is fine; a dead search server is not
 * noticed. Ids may be of products hidden a moment ago: the page shows those still public.
 */
export async function searchCatalogue(db: Db, request: SearchRequest): Promise<SearchResult> {
  return searchProducts(db, request);
}
