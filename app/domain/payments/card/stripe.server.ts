/** The one file that knows Stripe's SDK. Amounts come in and go out in whole rupiah. */
import Stripe from "stripe";
import { env } from "../../../lib/env.server.ts";
import { BadSignature, ProviderRefused, ProviderUnreachable } from "../../../lib/errors.ts";

/**
 * A buyer waits for some of these calls: two tries of eight seconds are what they bear. Jobs come again by themselves,
 * so they need no more either. Milliseconds.
 */
const TIMEOUT_MS = 8_000;
const RETRIES = 1;
/** IDR has two decimals at Stripe (docs.stripe.com/currencies): Rp45.000 is 4500000. */
const MINOR = 100;

export type CardSession = {
  readonly id: string;
  readonly status: "open" | "complete" | "expired";
  /** where the buyer pays; null once it is over */
  readonly url: string | null;
  readonly intentId: string | null;
};

export type CardIntent = {
  readonly id: string;
  /** the row of ours that it is for; null: none */
  readonly cardPaymentId: number | null;
  readonly status: string;
  /** rupiah that is held and can be captured */
  readonly capturable: number;
  /** rupiah that was captured */
  readonly received: number;
  readonly chargeId: string | null;
  /** after this the hold is gone; null: not said */
  readonly captureBefore: Date | null;
  /** what the provider kept of it, in rupiah; null: not known yet */
  readonly fee: number | null;
};

export type CardRefund = {
  readonly id: string;
  readonly status: "pending" | "succeeded" | "failed";
  readonly failure: string | null;
};

export type CardDispute = {
  readonly id: string;
  readonly intentId: string | null;
  readonly status: string;
  readonly reason: string;
  readonly amount: number;
  /** rupiah that the provider has taken away for it, and what it charges for that */
  readonly withdrawn: number;
  readonly fee: number;
  readonly dueBy: Date | null;
};

export type CardEvent = { readonly id: string; readonly type: string; readonly objectId: string };

let client: Stripe | undefined;

/** @throws ProviderRefused where no key is set: nothing then asks for a card */
function stripe(): Stripe {
  if (client) return client;
  const { STRIPE_SECRET_KEY: key, STRIPE_API_BASE } = env();
  if (!key) throw new ProviderRefused("no key", "STRIPE_SECRET_KEY is not set");
  const { protocol, hostname, port } = new URL(STRIPE_API_BASE);
  const isHttp = protocol === "http:";
  client = new Stripe(key, {
    host: hostname,
    port: port || (isHttp ? 80 : 443),
    protocol: isHttp ? "http" : "https",
    timeout: TIMEOUT_MS,
    maxNetworkRetries: RETRIES,
    telemetry: false,
  });
  return client;
}

/** One call: what the SDK throws becomes "try again, it may have happened" or "no". */
async function ask<Answer>(call: (stripe: Stripe) => Promise<Answer>): Promise<Answer> {
  try {
    return await call(stripe());
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeError)) throw error;
    const { statusCode = 0, code = error.type, message } = error;
    // a wrong key is mended by people: until then it is as if the provider were away
    const mayHelpLater = statusCode === 0 || statusCode >= 500 || [401, 403, 409, 429].includes(statusCode);
    throw mayHelpLater
      ? new ProviderUnreachable(message, statusCode >= 500)
      : new ProviderRefused(code, message);
  }
}

const idOf = (thing: string | { id: string } | null | undefined): string | null =>
  typeof thing === "string" ? thing : (thing?.id ?? null);
const fromMinor = (amount: number) => Math.round(amount / MINOR);
const dateOf = (seconds: number | null | undefined) => (seconds ? new Date(seconds * 1000) : null);

function sessionOf(session: Stripe.Checkout.Session): CardSession {
  const { id, status, url, payment_intent: intent } = session;
  return {
    id,
    status: (status ?? "open") as CardSession["status"],
    url: url ?? null,
    intentId: idOf(intent),
  };
}

/** Stripe keeps accounts in the currency of the bank account: its fee is that share of what was paid. Rupiah. */
function feeOf(paid: number, booked: { readonly amount: number; readonly fee: number }): number {
  return booked.amount === 0 ? 0 : Math.round((paid * booked.fee) / Math.abs(booked.amount));
}

function intentOf(intent: Stripe.PaymentIntent): CardIntent {
  const charge = typeof intent.latest_charge === "object" ? intent.latest_charge : null;
  const booked = typeof charge?.balance_transaction === "object" ? charge.balance_transaction : null;
  const received = fromMinor(intent.amount_received);
  return {
    id: intent.id,
    cardPaymentId: Number(intent.metadata?.card_payment) || null,
    status: intent.status,
    capturable: fromMinor(intent.amount_capturable),
    received,
    chargeId: idOf(intent.latest_charge),
    captureBefore: dateOf(charge?.payment_method_details?.card?.capture_before),
    fee: booked && received > 0 ? feeOf(received, booked) : null,
  };
}

function refundOf({ id, status, failure_reason }: Stripe.Refund): CardRefund {
  const failed = status === "failed" || status === "canceled";
  return {
    id,
    status: status === "succeeded" ? "succeeded" : failed ? "failed" : "pending",
    failure: failure_reason ?? (failed ? (status ?? null) : null),
  };
}

const WITH_CHARGE = { expand: ["latest_charge.balance_transaction"] };

/** The row that a call is for, and which of its tries: together they are the idempotency key. */
export type CardTry = { readonly cardPaymentId: number; readonly attempt: number };

export type NewSession = CardTry & {
  readonly amount: number;
  /** what is bought, as the buyer reads it: `Pesanan LL-7K3M9Q` */
  readonly title: string;
  readonly expiresAt: Date;
  readonly successUrl: string;
  readonly cancelUrl: string;
};

/**
 * Opens a hosted page on which a card is held, not charged; the same row and try give the same page.
 * @throws ProviderUnreachable, ProviderRefused
 */
export async function createSession(wanted: NewSession): Promise<CardSession> {
  const key = `card-${wanted.cardPaymentId}-session-${wanted.attempt}`;
  const reference = String(wanted.cardPaymentId);
  const params: Stripe.Checkout.SessionCreateParams = {
    mode: "payment",
    allowed_payment_method_types: ["card"],
    client_reference_id: reference,
    locale: "id",
    line_items: [
      {
        quantity: 1,
        price_data: {
          currency: "idr",
          unit_amount: wanted.amount * MINOR,
          product_data: { name: wanted.title },
        },
      },
    ],
    payment_intent_data: {
      capture_method: "manual",
      description: wanted.title,
      metadata: { card_payment: reference },
    },
    metadata: { card_payment: reference },
    expires_at: Math.floor(wanted.expiresAt.getTime() / 1000),
    success_url: wanted.successUrl,
    cancel_url: wanted.cancelUrl,
  };
  return sessionOf(await ask((api) => api.checkout.sessions.create(params, { idempotencyKey: key })));
}

/** @throws ProviderUnreachable, ProviderRefused */
export async function findSession(id: string): Promise<CardSession> {
  return sessionOf(await ask((api) => api.checkout.sessions.retrieve(id)));
}

/**
 * Closes a page so that nobody can pay on it any more; one that is complete or over stays as it is.
 * @throws ProviderUnreachable
 */
export async function closeSession(id: string): Promise<CardSession> {
  try {
    return sessionOf(
      await ask((api) => api.checkout.sessions.expire(id, {}, { idempotencyKey: `${id}-close` })),
    );
  } catch (error) {
    if (error instanceof ProviderRefused) return findSession(id);
    throw error;
  }
}

/** @throws ProviderUnreachable, ProviderRefused */
export async function findIntent(id: string): Promise<CardIntent> {
  return intentOf(await ask((api) => api.paymentIntents.retrieve(id, WITH_CHARGE)));
}

/** Takes so much of what is held; the provider lets the rest go. @throws ProviderUnreachable, ProviderRefused */
export async function captureIntent(
  id: string,
  { cardPaymentId, attempt, amount }: CardTry & { amount: number },
): Promise<CardIntent> {
  const params = { amount_to_capture: amount * MINOR, ...WITH_CHARGE };
  const idempotencyKey = `card-${cardPaymentId}-capture-${attempt}-${amount}`;
  return intentOf(await ask((api) => api.paymentIntents.capture(id, params, { idempotencyKey })));
}

/** Lets go of all that is held. @throws ProviderUnreachable, ProviderRefused */
export async function cancelIntent(id: string, { cardPaymentId, attempt }: CardTry): Promise<CardIntent> {
  const idempotencyKey = `card-${cardPaymentId}-cancel-${attempt}-${id}`;
  return intentOf(await ask((api) => api.paymentIntents.cancel(id, WITH_CHARGE, { idempotencyKey })));
}

/** Gives so much back to the card. @throws ProviderUnreachable, ProviderRefused */
export async function createRefund(
  intentId: string,
  { refundId, attempt, amount }: { refundId: number; attempt: number; amount: number },
): Promise<CardRefund> {
  const params = { payment_intent: intentId, amount: amount * MINOR, metadata: { refund: String(refundId) } };
  const idempotencyKey = `refund-${refundId}-${attempt}`;
  return refundOf(await ask((api) => api.refunds.create(params, { idempotencyKey })));
}

/** @throws ProviderUnreachable, ProviderRefused */
export async function findRefund(id: string): Promise<CardRefund> {
  return refundOf(await ask((api) => api.refunds.retrieve(id)));
}

/**
 * The refund that was made for this row of ours, if any: a call without an answer may have happened, and idempotency
 * keys are forgotten after a day.
 * @throws ProviderUnreachable, ProviderRefused
 */
export async function findRefundFor(intentId: string, refundId: number): Promise<CardRefund | undefined> {
  const made = await ask((api) => api.refunds.list({ payment_intent: intentId, limit: 100 }));
  const own = made.data.find(({ metadata }) => metadata?.refund === String(refundId));
  return own && refundOf(own);
}

/** @throws ProviderUnreachable, ProviderRefused */
export async function findDispute(id: string): Promise<CardDispute> {
  const dispute = await ask((api) => api.disputes.retrieve(id));
  const moved = dispute.balance_transactions;
  const amount = fromMinor(dispute.amount);
  const taken = moved.filter((one) => one.amount < 0).length;
  const given = moved.filter((one) => one.amount > 0).length;
  const feeBase = moved.find((one) => one.amount !== 0);
  const fees = moved.reduce((sum, one) => sum + one.fee, 0);
  return {
    id: dispute.id,
    intentId: idOf(dispute.payment_intent),
    status: dispute.status,
    reason: dispute.reason,
    amount,
    withdrawn: taken > given ? amount : 0,
    fee: feeBase ? feeOf(amount, { amount: feeBase.amount, fee: fees }) : 0,
    dueBy: dateOf(dispute.evidence_details?.due_by),
  };
}

/**
 * What the provider sent, if it was the provider.
 * @param payload the bytes exactly as they came
 * @throws BadSignature
 */
export function readEvent(payload: Uint8Array, signature: string): CardEvent {
  const { STRIPE_WEBHOOK_SECRET: secret } = env();
  if (!secret) throw new BadSignature();
  try {
    const event = stripe().webhooks.constructEvent(Buffer.from(payload), signature, secret);
    const { id: objectId } = event.data.object as { id?: string };
    return { id: event.id, type: event.type, objectId: objectId ?? "" };
  } catch {
    throw new BadSignature();
  }
}
