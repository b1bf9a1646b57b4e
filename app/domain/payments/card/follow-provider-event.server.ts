import type { Db } from "#db/client.server.ts";
import { type CardPaymentRow, findCardPayment, findCardPaymentBy } from "#db/queries/card-payments.ts";
import { findRefundByProviderRef } from "#db/queries/card-refunds.ts";
import { findProviderEvent, markEventFollowed } from "#db/queries/card-watch.ts";
import { ProviderRefused } from "../../../lib/errors.ts";
import { followCardPayment, releaseStray } from "./follow-card-payment.server.ts";
import { followDispute } from "./follow-dispute.server.ts";
import { payCardRefund } from "./pay-card-refund.server.ts";
import { findIntent } from "./stripe.server.ts";

/** What we hear of, and what each event is about. */
const ABOUT: Readonly<Record<string, "session" | "intent" | "refund" | "dispute">> = {
  "checkout.session.completed": "session",
  "checkout.session.expired": "session",
  "payment_intent.amount_capturable_updated": "intent",
  "payment_intent.succeeded": "intent",
  "payment_intent.canceled": "intent",
  "refund.created": "refund",
  "refund.updated": "refund",
  "refund.failed": "refund",
  "charge.refund.updated": "refund",
  "charge.dispute.created": "dispute",
  "charge.dispute.updated": "dispute",
  "charge.dispute.closed": "dispute",
  "charge.dispute.funds_withdrawn": "dispute",
  "charge.dispute.funds_reinstated": "dispute",
};

/** Whether an event of this type concerns us; all others are thanked for and dropped. */
export function isFollowed(type: string): boolean {
  return Object.hasOwn(ABOUT, type);
}

async function followIntent(db: Db, intentId: string): Promise<void> {
  const known = await findCardPaymentBy(db, { intentId });
  if (known) return followCardPayment(db, known.checkout_id);
  const { cardPaymentId } = await findIntent(intentId);
  const card = cardPaymentId === null ? undefined : await findCardPayment(db, cardPaymentId);
  // of another shop that shares the account
  if (!card) return;
  await followCardPayment(db, card.checkout_id);
  const after: CardPaymentRow | undefined = await findCardPayment(db, card.id);
  if (after?.intent_id !== intentId && after?.intent_id)
    await releaseStray(intentId, { cardPaymentId: card.id, attempt: card.attempt });
}

async function follow(db: Db, type: string, objectId: string): Promise<void> {
  switch (ABOUT[type]) {
    case "session": {
      const card = await findCardPaymentBy(db, { sessionId: objectId });
      if (card) await followCardPayment(db, card.checkout_id);
      return;
    }
    case "intent":
      return followIntent(db, objectId);
    case "refund": {
      const refundId = await findRefundByProviderRef(db, objectId);
      if (refundId !== undefined) await payCardRefund(db, refundId);
      return;
    }
    case "dispute":
      return followDispute(db, objectId);
  }
}

/**
 * The provider told us of something: how it stands is asked of it anew, so that order and repetition do not matter.
 * @throws ProviderUnreachable, ProviderRefused: the job comes again
 */
export async function followProviderEvent(db: Db, eventId: string): Promise<void> {
  const event = await findProviderEvent(db, eventId);
  if (!event) return;
  try {
    await follow(db, event.type, event.object_id);
  } catch (error) {
    // what the provider does not know (any more) is nothing to follow
    if (!(error instanceof ProviderRefused && error.code === "resource_missing")) throw error;
  }
  await markEventFollowed(db, eventId);
}
