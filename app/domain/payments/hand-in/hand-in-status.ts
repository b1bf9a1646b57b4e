/** Sent, then confirmed, rejected or withdrawn: these three are ends (`moveHandIn` ends only what is sent). */
export type HandInStatus = "sent" | "confirmed" | "rejected" | "withdrawn";

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
