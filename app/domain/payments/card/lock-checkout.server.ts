import type { Tx } from "#db/client.server.ts";
import { type CardPaymentRow, findCardCheckout, lockCardPaymentOf } from "#db/queries/card-payments.ts";
import { type LockedOrder, lockOrderById } from "#db/queries/orders.ts";
import { type LockedPayment, lockPayment } from "#db/queries/payments.ts";

export type CheckoutOrder = LockedOrder & { readonly payment: LockedPayment };

export type LockedCheckout = {
  readonly id: number;
  /** of the tracking link */
  readonly secret: string;
  /** its orders, each with its payment */
  readonly orders: readonly CheckoutOrder[];
  /** undefined: no page was asked for yet */
  readonly card: CardPaymentRow | undefined;
};

/** Locks what a buyer paid or pays once: the orders by id, then the card payment, so that nobody waits in a circle. */
export async function lockCheckout(tx: Tx, checkoutId: number): Promise<LockedCheckout> {
  const { order_ids: ids, tracking_secret: secret } = await findCardCheckout(tx, checkoutId);
  const locked: LockedOrder[] = [];
  for (const id of ids) locked.push((await lockOrderById(tx, id))!);
  const card = await lockCardPaymentOf(tx, checkoutId);
  const orders: CheckoutOrder[] = [];
  for (const order of locked) {
    const payment = await lockPayment(tx, order.id);
    // a test order is paid by nobody
    if (payment) orders.push({ ...order, payment });
  }
  return { id: checkoutId, secret, orders, card };
}
