import type { Tx } from "#db/client.server.ts";
import {
  type CardPaymentRow,
  type CardShare,
  findCardShares,
  holdPayment,
  replaceCardShares,
  setCardFee,
  touchCardPayment,
} from "#db/queries/card-payments.ts";
import { insertPosting } from "#db/queries/ledger.ts";
import { type Actor, guest, system } from "../../accounts/actor.ts";
import { enqueue } from "../../jobs/enqueue.server.ts";
import { account } from "../../ledger/accounts.ts";
import { receivePayment } from "../../ledger/receive-payment.server.ts";
import { moveOrder } from "../../orders/move-order.server.ts";
import { recordOrderEvent } from "../../orders/record-order-event.server.ts";
import { isUnpaid } from "./card-status.ts";
import { type CheckoutOrder, type LockedCheckout, lockCheckout } from "./lock-checkout.server.ts";
import { moveCard } from "./move-card.server.ts";
import type { CardIntent, CardSession } from "./stripe.server.ts";
import { tellProvince } from "./tell-province.server.ts";
import { turnToCash } from "./turn-to-cash.server.ts";

/** How it stands at the provider, asked just now. */
export type CardState = {
  readonly session?: CardSession | undefined;
  readonly intent?: CardIntent | undefined;
};

const was = { actor: system("Jadwal"), as: "system" } as const;
const buyer: { readonly actor: Actor; readonly as: "buyer" } = { actor: guest, as: "buyer" };

/** The orders wait no longer for their payment: they are placed. Whatever does not stand any more is let go by the job. */
async function noteHold(
  tx: Tx,
  { id, orders }: LockedCheckout,
  card: CardPaymentRow,
  intent: CardIntent,
  held: number,
): Promise<void> {
  const awaiting = orders.filter(({ status }) => status === "awaiting_payment");
  const needed = awaiting.reduce((sum, { payment }) => sum + payment.amount, 0);
  if (needed > held) throw new Error(`card ${card.id} holds ${held} of ${needed}`);
  await moveCard(tx, card, "held", { intent_id: intent.id, held, hold_expires_at: intent.captureBefore });
  for (const order of awaiting) {
    await holdPayment(tx, order.id);
    await moveOrder(tx, order, "awaiting_payment", "placed");
    await recordOrderEvent(tx, order.id, "placed", buyer, { card: order.payment.amount });
    await enqueue(tx, "route-order", { orderId: order.id }, { key: `route-order:${order.id}` });
  }
  await enqueue(tx, "capture-payment", { checkoutId: id }, { key: `capture-payment:${id}` });
}

/** Whose how much of a capture is, where it is not what was planned: somebody captured at the provider's own desk. */
function allot(orders: readonly CheckoutOrder[], received: number): CardShare[] {
  const standing = orders.filter(({ status }) => status !== "cancelled");
  const to = standing.length > 0 ? standing : orders;
  let left = received;
  const shares = to.map(({ id, payment }, at) => {
    const amount = at === to.length - 1 ? left : Math.min(left, payment.amount);
    left -= amount;
    return { order_id: id, amount };
  });
  return shares.filter(({ amount }) => amount > 0);
}

async function noteCapture(
  tx: Tx,
  { orders }: LockedCheckout,
  card: CardPaymentRow,
  { id: intentId, received }: CardIntent,
): Promise<void> {
  const planned = await findCardShares(tx, card.id);
  const isAsPlanned = planned.reduce((sum, { amount }) => sum + amount, 0) === received;
  const shares = isAsPlanned ? planned : allot(orders, received);
  if (!isAsPlanned) await replaceCardShares(tx, card.id, shares);
  await moveCard(tx, card, "captured", { captured: received });
  for (const { order_id: orderId, amount } of shares) {
    await receivePayment(tx, {
      key: `card:${card.id}:${orderId}`,
      orderId,
      amount,
      from: { method: "card", providerRef: intentId },
      confirmedBy: "Stripe",
    });
    await recordOrderEvent(tx, orderId, "card_charged", was, { amount });
  }
}

/** Nothing is held any more. What was to be paid with it is paid in cash, or is owed where the goods are handed over. */
async function noteRelease(tx: Tx, { orders }: LockedCheckout, card: CardPaymentRow): Promise<void> {
  const held = orders.filter(({ payment }) => payment.status === "held");
  const gone = held.filter(({ status }) => status === "delivered" || status === "completed");
  for (const order of held.filter((one) => !gone.includes(one))) await turnToCash(tx, order);
  if (gone.length === 0) return moveCard(tx, card, "released");
  await replaceCardShares(
    tx,
    card.id,
    gone.map(({ id, payment }) => ({ order_id: id, amount: payment.amount })),
  );
  if (card.status === "failed") return;
  await moveCard(tx, card, "failed", { problem: "Jaminan kartu berakhir sebelum ditagih." });
  await tellProvince(tx, {
    key: `card:${card.id}:failed`,
    subject: "Kartu tidak dapat ditagih",
    body: `Jaminan kartu untuk pesanan ${gone.map(({ code }) => code).join(" dan ")} berakhir sebelum ditagih, padahal barangnya sudah diserahkan. Buka Sengketa di Meja petugas.`,
  });
}

/** What the provider kept of a capture, booked once. Rupiah. */
async function noteFee(tx: Tx, card: CardPaymentRow, fee: number): Promise<void> {
  if (!(await setCardFee(tx, card.id, fee))) return;
  await insertPosting(tx, { key: `card-fee:${card.id}`, kind: "provider_fee" }, [
    { account: account.providerFees, amount: fee },
    { account: account.provider, amount: -fee },
  ]);
}

/**
 * Brings a checkout up to what the provider says of its payment: held, captured, let go, or over without a payment.
 * Said again, it changes nothing.
 */
export async function noteCardState(
  tx: Tx,
  checkoutId: number,
  { session, intent }: CardState,
): Promise<void> {
  const checkout = await lockCheckout(tx, checkoutId);
  const { card } = checkout;
  if (!card) return;
  await touchCardPayment(tx, card.id);
  const isNew = isUnpaid(card.status);
  if (intent?.status === "requires_capture" && isNew)
    return noteHold(tx, checkout, card, intent, intent.capturable);
  if (intent?.status === "succeeded") {
    if (isNew) {
      await noteHold(tx, checkout, card, intent, intent.received);
      return noteCardState(tx, checkoutId, { intent });
    }
    if (card.status !== "captured") await noteCapture(tx, checkout, card, intent);
    if (intent.fee !== null) await noteFee(tx, card, intent.fee);
    return;
  }
  if (intent?.status === "canceled" && (card.status === "held" || card.status === "failed"))
    return noteRelease(tx, checkout, card);
  const isOver = session?.status === "expired" || intent?.status === "canceled";
  if (isOver && isNew && card.status !== "expired" && (!session || session.id === card.session_id))
    await moveCard(tx, card, "expired");
}
