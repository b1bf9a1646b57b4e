import type { Db } from "#db/client.server.ts";
import { lockOwnVariants, updateVariants } from "#db/queries/own-product.ts";
import { insertStockChanges } from "#db/queries/stock.ts";
import { BadInput } from "../../lib/errors.ts";
import { type Actor, asSeller } from "../accounts/actor.ts";
import { tellCatalogue } from "./take-own-product.server.ts";
import { priceMovedText, priceProblem, stockMovedText, stockProblem } from "./variant-limits.ts";

export type SheetRow = {
  readonly variantId: number;
  /** rupiah */
  readonly price: number;
  readonly seenPrice: number;
  readonly stock: number;
  readonly seenStock: number;
};

/**
 * The seller changes price and stock of many pack sizes at once: all of it or nothing. Only what differs from what they
 * saw is written, and only where it still is what they saw.
 * @returns how many pack sizes were changed
 * @throws NotLoggedIn, NotAllowed, BadInput by row (`harga_17` for variant 17), also for another seller's
 */
export async function changeMany(
  actor: Actor,
  db: Db,
  { rows }: { rows: readonly SheetRow[] },
): Promise<{ changed: number }> {
  const { umkm, name } = asSeller(actor);
  const asked = rows.filter((row) => row.price !== row.seenPrice || row.stock !== row.seenStock);
  if (asked.length === 0) return { changed: 0 };
  return db.transaction().execute(async (tx) => {
    const ids = asked.map((row) => row.variantId);
    const known = new Map((await lockOwnVariants(tx, umkm.umkmId, ids)).map((row) => [row.id, row]));
    const wrong: Record<string, string> = {};
    const changes = asked.flatMap((row) => {
      const now = known.get(row.variantId);
      if (!now) {
        wrong[`harga_${row.variantId}`] = "Ukuran ini sudah tidak ada. Muat ulang halaman.";
        return [];
      }
      const price = row.price === row.seenPrice ? now.price : row.price;
      const stock = row.stock === row.seenStock ? now.stock : row.stock;
      const movedPrice = price !== now.price && now.price !== row.seenPrice;
      const movedStock = stock !== now.stock && now.stock !== row.seenStock;
      const priceWrong = priceProblem(price) ?? (movedPrice ? priceMovedText(now.price) : undefined);
      const stockWrong =
        stockProblem(stock) ?? (movedStock ? stockMovedText(now.stock, row.seenStock) : undefined);
      if (priceWrong) wrong[`harga_${row.variantId}`] = priceWrong;
      if (stockWrong) wrong[`stok_${row.variantId}`] = stockWrong;
      return price === now.price && stock === now.stock ? [] : [{ ...now, price, stock, before: now.stock }];
    });
    if (Object.keys(wrong).length > 0) throw new BadInput(wrong);
    if (changes.length === 0) return { changed: 0 };
    await updateVariants(tx, changes);
    await insertStockChanges(
      tx,
      changes.map(({ id, before, stock }) => ({
        variantId: id,
        before,
        after: stock,
        cause: "set",
        actorName: name,
      })),
    );
    await tellCatalogue(tx, [...new Set(changes.map((change) => change.product_id))]);
    return { changed: changes.length };
  });
}
