import type { Point } from "#app/lib/distance.ts";
import type { Db } from "#db/client.server.ts";
import { findCardRows } from "#db/queries/catalogue-pages.ts";
import { type ProductCard, toCard } from "./product-card.ts";

/**
 * The cards of these products in this order; what is no longer public is left out. One query.
 * @param from the cards say how far from here each was made
 */
export async function findProductCards(
  db: Db,
  ids: readonly number[],
  regencyCode?: string,
  from?: Point,
): Promise<ProductCard[]> {
  if (ids.length === 0) return [];
  const rows = await findCardRows(db, ids);
  return rows.map((row) => toCard(row, regencyCode, from));
}
