export const COMPLAINT_STATUSES = [
  "open",
  "answered",
  "disputed",
  "refund_due",
  "exchange_due",
  "exchange_ready",
  "done",
] as const;
export type ComplaintStatus = (typeof COMPLAINT_STATUSES)[number];

/** Where a complaint may go. Read aloud: "open, then answered, or straight to what was wanted, or to an officer". */
export const NEXT_COMPLAINT = {
  open: ["answered", "disputed", "refund_due", "exchange_due", "exchange_ready", "done"],
  answered: ["disputed", "refund_due", "exchange_due", "exchange_ready", "done"],
  disputed: ["refund_due", "exchange_due", "exchange_ready", "done"],
  refund_due: ["done"],
  exchange_due: ["exchange_ready", "disputed"],
  exchange_ready: ["disputed", "done"],
  done: [],
} as const satisfies Record<ComplaintStatus, readonly ComplaintStatus[]>;

export const COMPLAINT_LABEL = {
  open: "Menunggu jawaban",
  answered: "Menunggu pembeli",
  disputed: "Diputuskan petugas",
  refund_due: "Uang dikembalikan",
  exchange_due: "Pengganti disiapkan",
  exchange_ready: "Pengganti di warung",
  done: "Selesai",
} as const satisfies Record<ComplaintStatus, string>;

/** What has to happen next; a closed complaint needs nothing. */
export const COMPLAINT_ACTION = {
  open: "Jawab keluhan",
  answered: "Pembeli menyetujui jawaban",
  disputed: "Petugas memutuskan keluhan",
  refund_due: "Warung mengembalikan uang",
  exchange_due: "Penjual mengantar pengganti",
  exchange_ready: "Warung menyerahkan pengganti",
  done: null,
} as const satisfies Record<ComplaintStatus, string | null>;

/** In place of that, while money goes back to a card by itself. */
export const CARD_REFUND_ACTION = "Uang kembali ke kartu pembeli";

/** Time for the next step, in working days after the day on which it began; null: nothing is waited for. */
export const COMPLAINT_DAYS = {
  open: 1,
  answered: 2,
  disputed: 2,
  refund_due: 2,
  exchange_due: 3,
  exchange_ready: 2,
  done: null,
} as const satisfies Record<ComplaintStatus, number | null>;

export type ComplaintHolder = "seller" | "operator" | "buyer" | "officer";

/** Who has to act; null when it is closed. Staples come from the warung's own shelf: it answers as a seller does. */
export function holderOf(status: ComplaintStatus, isSellers: boolean): ComplaintHolder | null {
  switch (status) {
    case "open":
    case "exchange_due":
      return isSellers ? "seller" : "operator";
    case "answered":
      return "buyer";
    case "disputed":
      return "officer";
    case "refund_due":
    case "exchange_ready":
      return "operator";
    case "done":
      return null;
  }
}

/** What can be wished for, answered and decided. */
export type Remedy = "exchange" | "refund";
export type Answer = Remedy | "refused";
export type Outcome = Answer | "withdrawn";

export const OUTCOME_LABEL = {
  exchange: "Tukar barang",
  refund: "Uang kembali",
  refused: "Ditolak",
  withdrawn: "Ditarik pembeli",
} as const satisfies Record<Outcome, string>;

/** Until it is being carried out the buyer may take a complaint back. */
export function canWithdraw(status: ComplaintStatus): boolean {
  return status === "open" || status === "answered" || status === "disputed";
}
