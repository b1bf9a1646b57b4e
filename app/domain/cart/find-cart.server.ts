import type { Db, Tx } from "#db/client.server.ts";
import { type CartHolder, type CartLineRow, findCartLines } from "#db/queries/cart.ts";
import { dateWib, now } from "../../lib/clock.ts";
import { lineTrouble } from "./line-trouble.ts";

export type CartLine = Omit<CartLineRow, "price"> & {
  /** rupiah today; null for a staple while no village is chosen */
  readonly price: number | null;
  /** why this line cannot be ordered as it is, in words; undefined when it can */
  readonly trouble?: string;
  /** rupiah it cost when the buyer put it in, when that differs */
  readonly priceBefore?: number;
  /** the shelf it is taken from (see `serve-from-shelf.ts`); otherwise its seller brings it */
  readonly shelf_item_id?: number;
};

export type Cart = {
  readonly lines: readonly CartLine[];
  readonly pieces: number;
  readonly goodsTotal: number;
};

/**
 * A cart with today's prices, in rupiah, and what stands in the way of ordering it.
 * @param villageCode the buyer's, or a regency's code where only prices matter: then no shelf is looked at
 */
export async function findCart(
  db: Db | Tx,
  holder: CartHolder | null,
  villageCode: string | null,
): Promise<Cart> {
  const place = { villageCode, regencyCode: villageCode?.slice(0, 5) ?? null };
  const rows = holder ? await findCartLines(db, holder, place, dateWib(now())) : [];
  const lines = rows.map((row) => ({
    ...row,
    trouble: lineTrouble(row),
    priceBefore: row.price !== null && row.price !== row.seen_price ? row.seen_price : undefined,
  }));
  return {
    lines,
    pieces: lines.reduce((sum, line) => sum + line.quantity, 0),
    goodsTotal: lines.reduce((sum, line) => sum + (line.price ?? 0) * line.quantity, 0),
  };
}
