import type { Db } from "#db/client.server.ts";
import { searchProducts } from "#search/query.server.ts";
import type { SearchFacets, SearchRequest } from "#search/types.ts";
import { findProductCards } from "./find-product-cards.server.ts";
import { findStaples, type StapleCard } from "./find-staples.server.ts";
import type { ProductCard } from "./product-card.ts";

export type { SearchFacets, SearchRequest, SearchSort } from "#search/types.ts";

export type CatalogueResult = {
  readonly products: readonly ProductCard[];
  readonly staples: readonly StapleCard[];
  readonly total: number;
  readonly facets: SearchFacets;
};

/** Finds, then reads what is shown from PostgreSQL: price and stock on a card are those of this moment. Two queries beyond the search. */
export async function searchCatalogue(
  db: Db,
  request: SearchRequest,
  regencyCode: string | undefined,
): Promise<CatalogueResult> {
  const found = await searchProducts(db, request);
  const [products, staples] = await Promise.all([
    findProductCards(db, found.productIds, regencyCode),
    findStaples(db, found.stapleIds, regencyCode),
  ]);
  return { products, staples, total: found.total, facets: found.facets };
}
