export const CARD_STATUSES = [
  "created",
  "open",
  "held",
  "captured",
  "released",
  "failed",
  "expired",
] as const;
export type CardStatus = (typeof CARD_STATUSES)[number];

/**
 * Where a card payment may go. Read aloud: "created, then its page is open, then the card is held, then captured, or let
 * go". A page that was over may have been paid on just before, and may be followed by a new one.
 */
export const NEXT_CARD = {
  created: ["open", "held", "expired"],
  open: ["created", "held", "expired"],
  expired: ["created", "held"],
  held: ["captured", "released", "failed"],
  // an officer tries again, or the hold ends
  failed: ["captured", "released"],
  captured: [],
  released: [],
} as const satisfies Record<CardStatus, readonly CardStatus[]>;

/** Nothing is held yet, and something may still come. */
export function isUnpaid(status: string): boolean {
  return status === "created" || status === "open" || status === "expired";
}

/** The orders that a capture waits for: nobody has said yet that they will be delivered. */
export const BEFORE_ACCEPTANCE: readonly string[] = [
  "awaiting_payment",
  "placed",
  "offered",
  "needs_officer",
];
