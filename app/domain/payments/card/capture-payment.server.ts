import type { Db } from "#db/client.server.ts";
import { countCardAttempt, findCardPaymentOf } from "#db/queries/card-payments.ts";
import { isAwaited } from "#db/queries/card-watch.ts";
import { ProviderRefused, ProviderUnreachable } from "../../../lib/errors.ts";
import { failCapture } from "./fail-capture.server.ts";
import { followCardPayment } from "./follow-card-payment.server.ts";
import { noteCardState } from "./note-card-state.server.ts";
import { type Capture, planCapture } from "./plan-capture.server.ts";
import { type CardIntent, cancelIntent, captureIntent, findIntent } from "./stripe.server.ts";

/** Acts on a plan. What an earlier try without an answer did is seen first, so that nothing is done twice. */
async function act(db: Db, checkoutId: number, plan: Capture): Promise<CardIntent> {
  const { intentId, amount } = plan;
  const intent = await findIntent(intentId);
  if (intent.status !== "requires_capture") return intent;
  try {
    return amount > 0 ? await captureIntent(intentId, plan) : await cancelIntent(intentId, plan);
  } catch (error) {
    if (error instanceof ProviderUnreachable && error.answered)
      await countCardAttempt(db, plan.cardPaymentId, plan.attempt);
    if (!(error instanceof ProviderRefused)) throw error;
    const now = await findIntent(intentId);
    if (now.status !== "requires_capture") return now;
    const mayGo = await failCapture(db, checkoutId, error);
    return mayGo && amount > 0 ? cancelIntent(intentId, plan) : now;
  }
}

/**
 * Charges a held card for exactly what will be delivered, once no order of the checkout waits for a warung any more; the
 * provider lets the rest go. With nothing left of the checkout, all of it is let go, and a page that nobody should pay on
 * is closed.
 * @throws ProviderUnreachable, ProviderRefused: the job comes again
 */
export async function capturePayment(db: Db, checkoutId: number): Promise<void> {
  const plan = await planCapture(db, checkoutId);
  if (plan) {
    const intent = await act(db, checkoutId, plan);
    return db.transaction().execute((tx) => noteCardState(tx, checkoutId, { intent }));
  }
  const card = await findCardPaymentOf(db, checkoutId);
  if (card?.status === "open")
    await followCardPayment(db, checkoutId, { closing: !(await isAwaited(db, checkoutId)) });
}
