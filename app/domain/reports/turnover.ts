/** A seller's goods of a year in whole rupiah: price times pieces of what was handed over, before any deduction. */
export type Turnover = {
  readonly months: readonly {
    /** 1 … 12 */
    readonly month: number;
    readonly orders: number;
    readonly sold: number;
    readonly refunded: number;
  }[];
  readonly regencies: readonly { readonly name: string; readonly orders: number; readonly amount: number }[];
  readonly orders: number;
  readonly sold: number;
  readonly refunded: number;
  /** sold less refunded */
  readonly net: number;
};

/** What the figures are and are not, on the paper and on its page. */
export const TURNOVER_SOURCE =
  "Angka diambil dari buku besar Lapak Lampung: barang yang diserahkan kepada pembeli (harga × jumlah), sebelum potongan, tanpa ongkos kirim. Uang yang dikembalikan kepada pembeli dikurangkan pada bulan pengembaliannya. Penjualan di luar Lapak Lampung tidak termasuk.";

/** Adds up the months. */
export function sumTurnover(months: Turnover["months"], regencies: Turnover["regencies"]): Turnover {
  const sum = (key: "orders" | "sold" | "refunded") => months.reduce((total, month) => total + month[key], 0);
  const [sold, refunded] = [sum("sold"), sum("refunded")];
  return { months, regencies, orders: sum("orders"), sold, refunded, net: sold - refunded };
}

/** `OMZET/2026/000012`. */
export function documentNumber({ issued_year, number }: { issued_year: number; number: number }): string {
  return `OMZET/${issued_year}/${String(number).padStart(6, "0")}`;
}
