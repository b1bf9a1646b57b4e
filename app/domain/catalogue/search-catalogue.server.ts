import type { Db } from "#db/client.server.ts";
import { keepOwnSynonyms } from "#search/own-synonyms.server.ts";
import { isFiltered } from "#search/page.ts";
import { searchProducts } from "#search/query.server.ts";
import type { SearchFacets, SearchRequest } from "#search/types.ts";
import type { Changes } from "../../lib/changes.ts";
import type { Village } from "../regions/find-village.server.ts";
import { kindsIn } from "./category-tree.ts";
import { findCategoryTree } from "./find-category-tree.server.ts";
import { findProductCards } from "./find-product-cards.server.ts";
import { findStaples, type StapleCard } from "./find-staples.server.ts";
import type { ProductCard } from "./product-card.ts";

export type { Nearness, SearchFacets, SearchRequest, SearchSort } from "#search/types.ts";

export type CatalogueResult = {
  readonly products: readonly ProductCard[];
  readonly staples: readonly StapleCard[];
  readonly total: number;
  readonly facets: SearchFacets;
  /** which engine answered */
  readonly source: "meilisearch" | "postgres";
  /** a text alone, at its first page: what somebody wished to find */
  readonly isWish: boolean;
};

/**
 * Finds, then reads what is shown from PostgreSQL: price and stock on a card are those of this moment. Two queries
 * beyond the search.
 * @param village the buyer's: what is near, and how far things are
 * @param changes lets officers' new words take effect at once; without it they do within half a minute
 */
export async function searchCatalogue(
  db: Db,
  request: SearchRequest,
  village: Village | undefined,
  changes?: Changes,
): Promise<CatalogueResult> {
  const [tree] = await Promise.all([findCategoryTree(db), keepOwnSynonyms(db, changes)]);
  const category = kindsIn(tree, request.category);
  const found = await searchProducts(db, { ...request, category, place: village });
  const from = request.sort === "terdekat" ? village : undefined;
  const [products, staples] = await Promise.all([
    findProductCards(db, found.productIds, village?.regencyCode, from),
    findStaples(db, found.stapleIds, village?.regencyCode),
  ]);
  const isWish = request.text !== "" && request.page === 1 && !isFiltered(request);
  return { products, staples, total: found.total, facets: found.facets, source: found.source, isWish };
}
