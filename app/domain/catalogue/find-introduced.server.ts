import { dateWib } from "#app/lib/clock.ts";
import type { Db } from "#db/client.server.ts";
import { findTurnRows } from "#db/queries/seller-turns.ts";
import { toCard } from "./product-card.ts";
import { INTRODUCED, type Introduced, slotAt } from "./seller-turns.ts";

/**
 * The sellers whose turn it is to be introduced. One query.
 * @param where codes of regencies and slugs of kinds they and their goods are of; empty lists: any
 * @param regencyCode the buyer's own regency, where the district says more
 */
export async function findIntroduced(
  db: Db,
  where: { readonly regencies: readonly string[]; readonly categories: readonly string[] },
  at: Date,
  regencyCode?: string,
): Promise<Introduced[]> {
  const rows = await findTurnRows(db, where, { day: dateWib(at), slot: slotAt(at), shown: INTRODUCED });
  return rows.map((row) => {
    const { seller, place, name, picture } = toCard(row, regencyCode);
    return { slug: row.seller_slug, name: seller, place, product: name, picture };
  });
}
