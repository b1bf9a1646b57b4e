import { gini } from "./gini.ts";

/** What is known of one warung in a month. */
export type ShopMonth = {
  readonly slug: string;
  readonly name: string;
  readonly place: string;
  readonly status: string;
  /** why it takes no orders now, in words; null when it does */
  readonly standstill: string | null;
  readonly wasReady: boolean;
  readonly offers: number;
  readonly accepted: number;
  readonly declined: number;
  readonly expired: number;
  readonly assigned: number;
  readonly toOfficer: number;
  readonly medianMinutes: number | null;
  readonly orders: number;
  readonly late: number;
  readonly cancelled: number;
  readonly pausedDays: number;
};

/** With what follows from the others: shares are 0 … 1. */
export type ShopShare = ShopMonth & {
  /** of the offers it was to answer; null when it answered none yet */
  readonly acceptance: number | null;
  readonly share: number;
};

export type FairShare = {
  readonly shops: readonly ShopShare[];
  readonly orders: number;
  /** what each would have if all had alike, 0 … 1; 0 without a shop */
  readonly equalShare: number;
  /** over the shops that could take orders; null when there were no orders to share */
  readonly gini: number | null;
};

/** Sets the orders of each warung beside an equal share. Only warung that could take orders count as sharing. */
export function shareOrders(months: readonly ShopMonth[]): FairShare {
  const orders = months.reduce((sum, shop) => sum + shop.orders, 0);
  const sharing = months.filter((shop) => shop.wasReady || shop.orders > 0);
  return {
    shops: months.map((shop) => {
      const answered = shop.accepted + shop.declined + shop.expired;
      return {
        ...shop,
        acceptance: answered > 0 ? shop.accepted / answered : null,
        share: orders > 0 ? shop.orders / orders : 0,
      };
    }),
    orders,
    equalShare: sharing.length > 0 ? 1 / sharing.length : 0,
    gini: orders > 0 ? gini(sharing.map((shop) => shop.orders)) : null,
  };
}

/** What the list can be sorted by, as its address names it, and the head of that column. */
export const SHARE_SORTS = {
  nama: "Warung",
  pesanan: "Pesanan",
  tawaran: "Tawaran",
  diterima: "Diterima",
  ditolak: "Ditolak",
  diam: "Tidak dijawab",
  tingkat: "Tingkat terima",
  menit: "Menit menjawab",
  terlambat: "Terlambat",
  batal: "Dibatalkan",
  petugas: "Ke petugas",
  jeda: "Hari jeda",
} as const;
export type ShareSort = keyof typeof SHARE_SORTS;

const KEYS: Record<Exclude<ShareSort, "nama">, (shop: ShopShare) => number | null> = {
  pesanan: (shop) => shop.orders,
  tawaran: (shop) => shop.offers,
  diterima: (shop) => shop.accepted,
  ditolak: (shop) => shop.declined,
  diam: (shop) => shop.expired,
  tingkat: (shop) => shop.acceptance,
  menit: (shop) => shop.medianMinutes,
  terlambat: (shop) => shop.late,
  batal: (shop) => shop.cancelled,
  petugas: (shop) => shop.toOfficer,
  jeda: (shop) => shop.pausedDays,
};

/** Sorted by a column, names by the alphabet inside it; what has no value stands last either way. */
export function sortShops(shops: readonly ShopShare[], by: ShareSort, rising: boolean): ShopShare[] {
  const byName = (a: ShopShare, b: ShopShare) => a.name.localeCompare(b.name, "id");
  if (by === "nama") return [...shops].sort((a, b) => (rising ? byName(a, b) : byName(b, a)));
  const value = KEYS[by];
  return [...shops].sort((a, b) => {
    const [left, right] = [value(a), value(b)];
    if (left === null || right === null)
      return Number(left === null) - Number(right === null) || byName(a, b);
    return (rising ? left - right : right - left) || byName(a, b);
  });
}
