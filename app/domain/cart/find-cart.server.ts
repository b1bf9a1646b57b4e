import type { Db, Tx } from "#db/client.server.ts";
import { type CartHolder, type CartLineRow, findCartLines } from "#db/queries/cart.ts";
import { dateWib, now } from "../../lib/clock.ts";

export type CartLine = Omit<CartLineRow, "price"> & {
  /** rupiah today; null for a staple while no village is chosen */
  readonly price: number | null;
  /** why this line cannot be ordered as it is, in words; undefined when it can */
  readonly trouble?: string;
  /** rupiah it cost when the buyer put it in, when that differs */
  readonly priceBefore?: number;
};

export type Cart = {
  readonly lines: readonly CartLine[];
  readonly pieces: number;
  readonly goodsTotal: number;
};

function troubleOf(line: CartLineRow): string | undefined {
  if (line.staple_id !== null) {
    return line.price === null ? "Pilih desa dulu untuk melihat harganya." : undefined;
  }
  if (!line.available) return "Tidak dijual lagi. Hapus dari keranjang.";
  if (line.stock === 0) return "Baru saja habis. Hapus dari keranjang.";
  if (line.stock !== null && line.quantity > line.stock) return `Tinggal ${line.stock}. Kurangi jumlahnya.`;
  return undefined;
}

/** A cart with today's prices, in rupiah, and what stands in the way of ordering it. */
export async function findCart(
  db: Db | Tx,
  holder: CartHolder | null,
  regencyCode: string | null,
): Promise<Cart> {
  const rows = holder ? await findCartLines(db, holder, regencyCode, dateWib(now())) : [];
  const lines = rows.map((row) => ({
    ...row,
    trouble: troubleOf(row),
    priceBefore: row.price !== null && row.price !== row.seen_price ? row.seen_price : undefined,
  }));
  return {
    lines,
    pieces: lines.reduce((sum, line) => sum + line.quantity, 0),
    goodsTotal: lines.reduce((sum, line) => sum + (line.price ?? 0) * line.quantity, 0),
  };
}
