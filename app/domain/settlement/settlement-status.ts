export type SettlementStatus = "drawn_up" | "carried" | "cleared" | "batched" | "paid" | "bounced";

/**
 * Where a settlement may go from where it is. One that is carried over ends in the next; one that is cleared was kept by
 * the warung from the money it holds. A bank may send back what it said was paid.
 */
export const NEXT = {
  drawn_up: ["batched"],
  carried: [],
  cleared: [],
  batched: ["paid", "bounced"],
  paid: ["bounced"],
  bounced: ["batched"],
} as const satisfies Record<SettlementStatus, readonly SettlementStatus[]>;

export const SETTLEMENT_LABEL = {
  drawn_up: "Menunggu transfer",
  carried: "Digabung ke minggu berikutnya",
  cleared: "Sudah diperhitungkan",
  batched: "Sedang ditransfer bank",
  paid: "Sudah ditransfer",
  bounced: "Dikembalikan bank",
} as const satisfies Record<SettlementStatus, string>;

export const SETTLEMENT_TONE = {
  drawn_up: "gold",
  carried: "plain",
  cleared: "good",
  batched: "indigo",
  paid: "good",
  bounced: "late",
} as const satisfies Record<SettlementStatus, string>;

export type PayoutStatus = "sent" | "paid" | "bounced";

export const PAYOUT_LABEL = {
  sent: "Dikirim ke bank",
  paid: "Terbayar",
  bounced: "Dikembalikan bank",
} as const satisfies Record<PayoutStatus, string>;

export const PAYOUT_TONE = {
  sent: "gold",
  paid: "good",
  bounced: "late",
} as const satisfies Record<PayoutStatus, string>;

/** Why a settlement cannot go into a batch, and what helps. */
export const TROUBLES = {
  missing: "Rekening belum diisi",
  suspended: "Usaha atau warung dibekukan",
  bounced: "Dikembalikan bank, periksa rekeningnya",
  unconfirmed: "Rekening belum diperiksa petugas",
} as const;
export type Trouble = keyof typeof TROUBLES;
