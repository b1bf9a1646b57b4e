/** One movement of cash, in rupiah, split by whom it belongs to; the parts add up to `cash`. */
export type CashMove = {
  readonly at: Date;
  /** null: it belongs to no order */
  readonly code: string | null;
  readonly what: string;
  readonly buyer: string | null;
  readonly deliveredBy: string | null;
  readonly cash: number;
  /** goods of sellers */
  readonly goods: number;
  /** bringing them to the warung, owed to the sellers */
  readonly firstLeg: number;
  /** staples from the warung's own shelf */
  readonly staples: number;
  readonly deliveryFee: number;
  /** what is booked on any other account */
  readonly other: number;
};

export type CashSums = Pick<CashMove, "cash" | "goods" | "firstLeg" | "staples" | "deliveryFee" | "other">;

type Booked = {
  readonly kind: string;
  readonly cash: number;
  readonly sellers: number;
  readonly own: number;
  readonly other: number;
  readonly delivery_fee: number;
  readonly first_leg_fee: number;
};

/** Names of postings in words; a kind that is not known here is shown as a correction. */
const WHAT: Readonly<Record<string, string>> = {
  sale: "Diserahkan",
  refund_paid: "Uang dikembalikan",
  cash_handed_in: "Disetor",
  // before what is owed back was booked by itself
  cash_refund: "Uang dikembalikan",
};

export function movementText(kind: string): string {
  return WHAT[kind] ?? "Koreksi";
}

/**
 * Splits what the ledger says of one posting. Its accounts know sellers and warung; within each, the fees of the order
 * tell carriage from goods. Whatever is not a sale has no fees in it.
 */
export function splitCash(booked: Booked): CashSums {
  const { kind, cash, sellers, own, other } = booked;
  const firstLeg = kind === "sale" ? Math.min(booked.first_leg_fee, sellers) : 0;
  const deliveryFee = kind === "sale" ? Math.min(booked.delivery_fee, own) : 0;
  return { cash, goods: sellers - firstLeg, firstLeg, staples: own - deliveryFee, deliveryFee, other };
}

export function sumCash(moves: readonly CashSums[]): CashSums {
  const sum = (key: keyof CashSums) => moves.reduce((total, move) => total + move[key], 0);
  return {
    cash: sum("cash"),
    goods: sum("goods"),
    firstLeg: sum("firstLeg"),
    staples: sum("staples"),
    deliveryFee: sum("deliveryFee"),
    other: sum("other"),
  };
}
