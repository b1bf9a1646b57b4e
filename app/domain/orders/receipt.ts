import { dateWib } from "../../lib/clock.ts";
import { METHOD_LABEL, type PaymentMethod } from "./payment-methods.ts";

type Bought = {
  readonly code: string;
  readonly handed_over_at: Date | null;
  readonly method: string;
  readonly payment_status: string;
  readonly total: number;
  readonly received: number;
  readonly returned: number;
  readonly cash: number;
};

/**
 * Number of a receipt: the order's own code with the year in which it was handed over, such as `2026/LL-7K3M9Q`. Each
 * order has one and keeps it; nothing has to be counted at the door, where two tills would wait for each other.
 */
export function receiptNumber({
  code,
  handed_over_at,
}: Pick<Bought, "code" | "handed_over_at">): string | null {
  return handed_over_at ? `${dateWib(handed_over_at).slice(0, 4)}/${code}` : null;
}

export type Paid = { readonly way: string; readonly amount: number };

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** How an order was paid, way by way, in rupiah; what is open comes last. Of a receipt the parts add up to the total. */
export function paidParts(order: Bought): Paid[] {
  const way = METHOD_LABEL[order.method as PaymentMethod];
  const before = order.received - order.returned;
  if (order.handed_over_at === null) {
    const open = order.payment_status === "void" ? 0 : order.total - before;
    const waiting = order.payment_status === "held" ? `Ditahan di ${way}` : `Belum dibayar (${way})`;
    return [
      { way: capital(way), amount: before },
      { way: waiting, amount: open },
    ].filter(({ amount }) => amount > 0);
  }
  return [
    { way: capital(way), amount: order.total - order.cash },
    { way: "Tunai", amount: order.cash },
  ].filter(({ amount }) => amount > 0);
}
