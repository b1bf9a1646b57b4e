export type HandInStatus = "sent" | "confirmed" | "rejected" | "withdrawn";

/** Where a hand-in may go from where it is; the three ends are ends. */
export const HAND_IN_NEXT = {
  sent: ["confirmed", "rejected", "withdrawn"],
  confirmed: [],
  rejected: [],
  withdrawn: [],
} as const satisfies Record<HandInStatus, readonly HandInStatus[]>;

export const HAND_IN_LABEL = {
  sent: "Menunggu dihitung petugas",
  confirmed: "Diterima petugas",
  rejected: "Ditolak petugas",
  withdrawn: "Ditarik warung",
} as const satisfies Record<HandInStatus, string>;

export type HandInWay = "cashier" | "transfer";

export const HAND_IN_WAY = {
  cashier: "ke kasir dinas",
  transfer: "transfer bank",
} as const satisfies Record<HandInWay, string>;
