import type { Db } from "#db/client.server.ts";
import { findHomeRows } from "#db/queries/catalogue-pages.ts";
import type { Village } from "../regions/find-village.server.ts";
import { type ProductCard, toCard } from "./product-card.ts";

const SHOWN = 8;

/**
 * What the home page shows: goods made near the village (its district first, then its regency), and the newest of all
 * Lampung. Without a village only the newest. One query.
 */
export async function findHomeProducts(
  db: Db,
  village: Village | undefined,
): Promise<{ near: ProductCard[]; newest: ProductCard[] }> {
  const rows = await findHomeRows(db, village ?? null, SHOWN * 2);
  const near = rows.filter((row) => row.near < 3).slice(0, SHOWN);
  const shown = new Set(near.map((row) => row.id));
  const newest = rows.filter((row) => row.near === 3 && !shown.has(row.id)).slice(0, SHOWN);
  const card = (row: (typeof rows)[number]) => toCard(row, village?.regencyCode);
  return { near: near.map(card), newest: newest.map(card) };
}
