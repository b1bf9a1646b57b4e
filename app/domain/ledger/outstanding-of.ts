type Payment = {
  readonly method: string;
  readonly status: string;
  readonly amount: number;
  readonly received: number;
  readonly returned: number;
  readonly cash: number;
};

/** Rupiah still to be taken in cash when the goods are handed over, none once they were; nothing while a card is held for it. */
export function outstandingOf({ method, status, amount, received, returned, cash }: Payment): number {
  if (method === "card" && status === "held") return 0;
  return Math.max(0, amount - cash - (received - returned));
}
