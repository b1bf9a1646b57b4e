import { count, rupiah } from "../../lib/rupiah.ts";

/** What a variant may cost (rupiah) and how many pieces of it there may be; the table checks the same. */
export const PRICE = { min: 100, max: 100_000_000 } as const;
export const STOCK = { min: 0, max: 1_000_000 } as const;
/** Grams. */
export const WEIGHT = { min: 1, max: 100_000 } as const;
/** Pack sizes of one product. */
export const MOST_VARIANTS = 20;
/** Photos of one product. */
export const MOST_PHOTOS = 6;

function within(value: number, { min, max }: { readonly min: number; readonly max: number }): boolean {
  return Number.isInteger(value) && value >= min && value <= max;
}

/** What is wrong with a price, in words; undefined when it can be asked. */
export function priceProblem(price: number): string | undefined {
  if (within(price, PRICE)) return undefined;
  return `Harga harus ${rupiah(PRICE.min)} sampai ${rupiah(PRICE.max)}. Harga lama masih berlaku.`;
}

/** What is wrong with a stock, in words; undefined when it can be. */
export function stockProblem(stock: number): string | undefined {
  if (within(stock, STOCK)) return undefined;
  return `Stok harus ${count(STOCK.min)} sampai ${count(STOCK.max)}. Stok lama masih berlaku.`;
}

/** Why a stock that changed since the page was opened (orders take from it, too) was not overwritten. */
export function stockMovedText(stock: number, seenStock: number): string {
  return stock < seenStock
    ? `Baru saja ada pesanan: stok tinggal ${count(stock)}. Hitung lagi, lalu simpan.`
    : `Stok baru saja berubah menjadi ${count(stock)}. Hitung lagi, lalu simpan.`;
}

/** Why a price that changed since the page was opened was not overwritten. */
export function priceMovedText(price: number): string {
  return `Harga sudah diubah menjadi ${rupiah(price)}. Periksa, lalu simpan lagi.`;
}
