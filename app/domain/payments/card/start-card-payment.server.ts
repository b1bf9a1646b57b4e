import type { Db, Tx } from "#db/client.server.ts";
import {
  type CardPaymentRow,
  countCardAttempt,
  insertCardPayment,
  renewCardPayment,
  setCardSession,
} from "#db/queries/card-payments.ts";
import { setOrderDeadline } from "#db/queries/orders.ts";
import { addMinutes, now } from "../../../lib/clock.ts";
import { BadInput, ProviderRefused, ProviderUnreachable } from "../../../lib/errors.ts";
import type { Actor } from "../../accounts/actor.ts";
import { takeOrder } from "../../orders/move-order.server.ts";
import { requireBuyer } from "../../orders/require-buyer.server.ts";
import { cardObstacle } from "./card-limits.ts";
import { followCardPayment } from "./follow-card-payment.server.ts";
import { type LockedCheckout, lockCheckout } from "./lock-checkout.server.ts";
import { createSession } from "./stripe.server.ts";

/** A page lives 30 minutes at least (docs.stripe.com/api/checkout/sessions/create, expires_at). */
const PAGE_MINUTES = 31;
/** The orders wait so much longer: for who pays in the last minute, and for word of it. */
const GRACE_MINUTES = 4;
/** After so many pages the goods go back to those who buy them. */
const MOST_PAGES = 12;

type Asked = {
  readonly code: string;
  readonly secret: string | undefined;
  /** where the order's page is, for the way back: `https://lapaklampung.id/pesanan/LL-7K3M9Q` */
  readonly page: string;
};

type Awaiting = LockedCheckout & { readonly amount: number; readonly title: string };

/** What the buyer has to pay, locked; undefined when nothing waits for it any more. @throws NotFound for a stranger */
async function takeAwaiting(tx: Tx, actor: Actor, { code, secret }: Asked): Promise<Awaiting | undefined> {
  const order = await takeOrder(tx, code);
  await requireBuyer(tx, actor, order, secret);
  const checkout = await lockCheckout(tx, order.checkout_id);
  const awaiting = checkout.orders.filter(({ status }) => status === "awaiting_payment");
  if (awaiting.length === 0) return undefined;
  return {
    ...checkout,
    amount: awaiting.reduce((sum, { payment }) => sum + payment.amount, 0),
    title: `Pesanan ${awaiting.map((one) => one.code).join(" dan ")}`,
  };
}

/** Whether its page still asks for the right amount, long enough for somebody to pay on it. */
function isUsable(card: CardPaymentRow, amount: number): boolean {
  const fresh = card.session_expires_at > addMinutes(now(), 1);
  return (card.status === "created" || card.status === "open") && card.amount === amount && fresh;
}

/** The page on paper: the one that is there, else a new one, for which the orders wait longer. */
async function planPage(tx: Tx, awaiting: Awaiting, page: string): Promise<CardPaymentRow> {
  const { card, amount, orders } = awaiting;
  if (card && isUsable(card, amount)) return card;
  if (card && card.attempt >= MOST_PAGES)
    throw new BadInput({
      bayar: "Pembayaran ini sudah terlalu sering dicoba. Bayar tunai, atau pesan lagi.",
    });
  const expiresAt = new Date(Math.ceil(addMinutes(now(), PAGE_MINUTES).getTime() / 1000) * 1000);
  for (const { id, status } of orders) {
    if (status === "awaiting_payment") await setOrderDeadline(tx, id, addMinutes(expiresAt, GRACE_MINUTES));
  }
  const wanted = { amount, returnUrl: page, expiresAt };
  return card
    ? renewCardPayment(tx, card.id, wanted)
    : insertCardPayment(tx, { checkoutId: awaiting.id, ...wanted });
}

/** Asks for the page as it stands on paper; asked twice, it is the same page. */
async function openPage(db: Db, card: CardPaymentRow, title: string, secret: string): Promise<string> {
  const key = `k=${encodeURIComponent(secret)}`;
  try {
    const session = await createSession({
      cardPaymentId: card.id,
      attempt: card.attempt,
      amount: card.amount,
      title,
      expiresAt: card.session_expires_at,
      successUrl: `${card.return_url}/kartu?${key}`,
      cancelUrl: `${card.return_url}?${key}`,
    });
    if (!session.url) throw new ProviderRefused("no page", `session ${session.id} has no address`);
    const { url } = session;
    await db.transaction().execute((tx) => setCardSession(tx, card, { id: session.id, url }));
    return url;
  } catch (error) {
    // this answer would be given again under the same key
    if (error instanceof ProviderRefused || (error instanceof ProviderUnreachable && error.answered))
      await countCardAttempt(db, card.id, card.attempt);
    throw error;
  }
}

/**
 * Where the buyer pays by card: one page per checkout, the same in every tab, and a new one when the last is over.
 * @returns null when there is nothing to pay (any more)
 * @throws NotFound for a stranger, BadInput on `bayar`, ProviderUnreachable, ProviderRefused
 */
export async function startCardPayment(actor: Actor, db: Db, asked: Asked): Promise<string | null> {
  const before = await db.transaction().execute((tx) => takeAwaiting(tx, actor, asked));
  if (!before) return null;
  const obstacle = cardObstacle(before.amount);
  if (obstacle) throw new BadInput({ bayar: `Kartu hanya ${obstacle}.` });
  // before another page is opened, nobody may be able to pay on the old one; and who did has paid
  const { card } = before;
  if (card) await followCardPayment(db, before.id, { closing: !isUsable(card, before.amount) });
  const planned = await db.transaction().execute(async (tx) => {
    const awaiting = await takeAwaiting(tx, actor, asked);
    return awaiting && { title: awaiting.title, card: await planPage(tx, awaiting, asked.page) };
  });
  if (!planned) return null;
  if (planned.card.session_url) return planned.card.session_url;
  return openPage(db, planned.card, planned.title, before.secret);
}
