export type ConsignmentStatus = "sent" | "received" | "refused" | "cancelled";

/** Where a sending may go from where it is; the three ends are ends. */
export const CONSIGNMENT_NEXT = {
  sent: ["received", "refused", "cancelled"],
  received: [],
  refused: [],
  cancelled: [],
} as const satisfies Record<ConsignmentStatus, readonly ConsignmentStatus[]>;

export const CONSIGNMENT_LABEL = {
  sent: "Menunggu dihitung warung",
  received: "Sudah dihitung",
  refused: "Tidak diterima warung",
  cancelled: "Ditarik penjual",
} as const satisfies Record<ConsignmentStatus, string>;

/** Most pieces of one kind in one sending, and most kinds. */
export const MOST_PIECES = 1_000;
export const MOST_KINDS = 60;
