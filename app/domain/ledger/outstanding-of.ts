type Payment = {
  readonly method: string;
  readonly status: string;
  readonly amount: number;
  readonly received: number;
  readonly returned: number;
};

/** Rupiah still to be taken in cash when the goods are handed over; nothing while a card is held for it. */
export function outstandingOf({ method, status, amount, received, returned }: Payment): number {
  if (method === "card" && status === "held") return 0;
  return Math.max(0, amount - (received - returned));
}
