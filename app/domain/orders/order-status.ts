export const ORDER_STATUSES = [
  "awaiting_payment",
  "placed",
  "offered",
  "awaiting_buyer",
  "needs_officer",
  "accepted",
  "ready",
  "ready_for_pickup",
  "out_for_delivery",
  "delivery_failed",
  "delivered",
  "completed",
  "cancelled",
] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

/** Where an order may go from where it is. Read aloud: "placed, then offered or to an officer or cancelled". */
export const NEXT = {
  awaiting_payment: ["placed", "cancelled"],
  placed: ["offered", "needs_officer", "cancelled"],
  offered: ["accepted", "placed", "cancelled"],
  awaiting_buyer: ["accepted", "needs_officer", "cancelled"],
  needs_officer: ["accepted", "awaiting_buyer", "cancelled"],
  accepted: ["ready", "ready_for_pickup", "awaiting_buyer", "needs_officer", "cancelled"],
  ready: ["out_for_delivery", "needs_officer", "cancelled"],
  ready_for_pickup: ["delivered", "needs_officer", "cancelled"],
  out_for_delivery: ["delivered", "delivery_failed", "needs_officer"],
  delivery_failed: ["out_for_delivery", "needs_officer", "cancelled"],
  delivered: ["completed"],
  completed: [],
  cancelled: [],
} as const satisfies Record<OrderStatus, readonly OrderStatus[]>;

export const LABEL = {
  awaiting_payment: "Menunggu pembayaran",
  placed: "Mencari warung",
  offered: "Menunggu jawaban warung",
  awaiting_buyer: "Menunggu jawaban pembeli",
  needs_officer: "Dibantu petugas dinas",
  accepted: "Sedang disiapkan",
  ready: "Siap diantar",
  ready_for_pickup: "Siap diambil",
  out_for_delivery: "Sedang diantar",
  delivery_failed: "Gagal diantar",
  delivered: "Sudah diterima",
  completed: "Selesai",
  cancelled: "Dibatalkan",
} as const satisfies Record<OrderStatus, string>;

/** What has to happen next, in words for warung and officer; a closed order has none. */
export const NEXT_ACTION = {
  awaiting_payment: "Pembeli membayar",
  placed: "Cari warung",
  offered: "Warung menjawab",
  awaiting_buyer: "Pembeli menjawab",
  needs_officer: "Petugas memutuskan",
  accepted: "Kumpulkan barang",
  ready: "Berangkat mengantar",
  ready_for_pickup: "Pembeli mengambil",
  out_for_delivery: "Serahkan ke pembeli",
  delivery_failed: "Antar ulang",
  delivered: "Tunggu masa keluhan",
  completed: null,
  cancelled: null,
} as const satisfies Record<OrderStatus, string | null>;

/** Until the goods leave the warung the buyer may cancel, and so may an officer. */
export function canCancel(status: OrderStatus): boolean {
  return (NEXT[status] as readonly OrderStatus[]).includes("cancelled");
}

const GATHERING: readonly string[] = ["accepted", "awaiting_buyer"] satisfies readonly OrderStatus[];

/** Its goods are brought and ticked off at its warung, also while the buyer is asked about some of them. */
export function isGathered(status: string): boolean {
  return GATHERING.includes(status);
}

export type SellerLineStatus =
  | "pending"
  | "confirmed"
  | "handed_over"
  | "received"
  | "unavailable"
  | "cancelled";

export const SELLER_LINE_LABEL = {
  pending: "Perlu dikonfirmasi",
  confirmed: "Sedang disiapkan",
  handed_over: "Diantar ke warung",
  received: "Sudah di warung",
  unavailable: "Tidak ada",
  cancelled: "Dibatalkan",
} as const satisfies Record<SellerLineStatus, string>;

/** A seller's part in this state has not reached the warung, and will. */
export const IS_AWAITED: Readonly<Record<string, boolean>> = {
  pending: true,
  confirmed: true,
  handed_over: true,
} satisfies Partial<Record<SellerLineStatus, boolean>>;
