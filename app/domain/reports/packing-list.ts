import type { Goods } from "./goods-list.ts";
import { groupBy, sumGoods } from "./goods-list.ts";

/** One line of an order that has to be in the shop. */
export type PackingLine = {
  readonly code: string;
  readonly isTest: boolean;
  readonly status: string;
  readonly isPickup: boolean;
  readonly promiseUntil: Date;
  readonly late: boolean;
  readonly buyer: string;
  /** "Kedaton, RT 004/RW 002" */
  readonly place: string;
  readonly name: string;
  readonly unit: string;
  readonly quantity: number;
  readonly gathered: boolean;
  /** null: from the warung's own shelf */
  readonly umkmId: number | null;
  readonly seller: string | null;
  readonly sellerMobile: string | null;
  readonly sellerStatus: string | null;
  readonly handOverBy: Date | null;
};

/** How a packing list may be put together. */
export const PACKING_KINDS = {
  pesanan: "Per pesanan",
  penjual: "Per penjual",
  produk: "Per produk",
} as const;
export type PackingKind = keyof typeof PACKING_KINDS;

/** Goods with how many of them lie in the shop already. */
export type PackedGoods = Goods & { readonly there: number };

export type PackingSeller = Pick<PackingLine, "umkmId" | "seller" | "sellerMobile"> & {
  readonly goods: readonly PackedGoods[];
};

export type PackingProduct = PackedGoods & Pick<PackingLine, "seller" | "sellerMobile">;

const goodsKey = (line: PackingLine) => JSON.stringify([line.umkmId, line.name, line.unit]);

function packed(lines: readonly PackingLine[]): PackedGoods {
  const there = lines.reduce((sum, line) => sum + (line.gathered ? line.quantity : 0), 0);
  return { ...sumGoods(lines), there };
}

/** One group of lines for each order, the most urgent first. */
export function packByOrder(lines: readonly PackingLine[]): PackingLine[][] {
  return groupBy(lines, (line) => line.code);
}

/** The warung's own shelf first, then each seller by name, with their goods added up over the orders. */
export function packBySeller(lines: readonly PackingLine[]): PackingSeller[] {
  return groupBy(lines, (line) => line.umkmId ?? 0)
    .map((own) => ({
      umkmId: own[0]!.umkmId,
      seller: own[0]!.seller,
      sellerMobile: own[0]!.sellerMobile,
      goods: groupBy(own, goodsKey).map(packed),
    }))
    .sort((a, b) => (a.seller ?? "").localeCompare(b.seller ?? "", "id"));
}

/** Each product once, by name, with the pieces of all orders. */
export function packByProduct(lines: readonly PackingLine[]): PackingProduct[] {
  return groupBy(lines, goodsKey)
    .map((own) => ({ ...packed(own), seller: own[0]!.seller, sellerMobile: own[0]!.sellerMobile }))
    .sort((a, b) => a.name.localeCompare(b.name, "id") || a.unit.localeCompare(b.unit, "id"));
}
