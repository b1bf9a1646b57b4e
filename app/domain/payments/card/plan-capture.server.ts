import type { Db, Tx } from "#db/client.server.ts";
import { findCardShares, replaceCardShares } from "#db/queries/card-payments.ts";
import { addMinutes, now } from "../../../lib/clock.ts";
import { BEFORE_ACCEPTANCE } from "./card-status.ts";
import { type CheckoutOrder, lockCheckout } from "./lock-checkout.server.ts";
import type { CardTry } from "./stripe.server.ts";
import { turnToCash } from "./turn-to-cash.server.ts";

/** So long before a hold ends it is used for what was accepted by then. */
const LAST_HOURS = 12;

/** From when on a hold that ends then is used, whatever still waits. */
export function lastCall(at: Date): Date {
  return addMinutes(at, LAST_HOURS * 60);
}

export type Capture = CardTry & {
  readonly intentId: string;
  /** rupiah; 0: all of it is let go */
  readonly amount: number;
};

const sum = (shares: readonly { readonly amount: number }[]) =>
  shares.reduce((total, { amount }) => total + amount, 0);

/** The orders to be charged for now; undefined while one of them waits for its warung, or for its buyer's answer. */
async function chargeable(
  tx: Tx,
  held: readonly CheckoutOrder[],
  holdEnds: Date | null,
): Promise<readonly CheckoutOrder[] | undefined> {
  const isLastCall = holdEnds !== null && holdEnds < lastCall(now());
  const waiting = held.filter(({ status }) => BEFORE_ACCEPTANCE.includes(status));
  if (!isLastCall) {
    const isAsked = held.some(({ status }) => status === "awaiting_buyer");
    return waiting.length > 0 || isAsked ? undefined : held;
  }
  for (const order of waiting) await turnToCash(tx, order);
  return held.filter((order) => !waiting.includes(order));
}

/**
 * What is to be charged of a hold, fixed before the provider is asked: exactly what the accepted orders cost. A plan that
 * stands is kept, as the provider may have acted on it.
 * @returns undefined when there is nothing to do (yet)
 */
export async function planCapture(db: Db, checkoutId: number): Promise<Capture | undefined> {
  return db.transaction().execute(async (tx) => {
    const { orders, card } = await lockCheckout(tx, checkoutId);
    if (!card?.intent_id || card.held === null || (card.status !== "held" && card.status !== "failed"))
      return undefined;
    const plan = { cardPaymentId: card.id, attempt: card.attempt, intentId: card.intent_id };
    const before = await findCardShares(tx, card.id);
    if (before.length > 0) return { ...plan, amount: sum(before) };
    const held = orders.filter(({ payment }) => payment.status === "held");
    const charged = await chargeable(tx, held, card.hold_expires_at);
    if (!charged) return undefined;
    const shares = charged.map(({ id, payment }) => ({ order_id: id, amount: payment.amount }));
    // goods that became dearer since: the rest is taken in cash
    let left = card.held;
    for (const share of shares) {
      share.amount = Math.min(share.amount, left);
      left -= share.amount;
    }
    const fixed = shares.filter(({ amount }) => amount > 0);
    await replaceCardShares(tx, card.id, fixed);
    return { ...plan, amount: sum(fixed) };
  });
}
