import type { Db } from "#db/client.server.ts";
import { findUnwatchedCardRefunds } from "#db/queries/card-refunds.ts";
import {
  findHoldsToEnd,
  findUnpaidCheckouts,
  findUnwatchedCardPayments,
  isAwaited,
} from "#db/queries/card-watch.ts";
import { findUnwatchedDisputes } from "#db/queries/disputes.ts";
import { now } from "../../../lib/clock.ts";
import { env } from "../../../lib/env.server.ts";
import { ProviderUnreachable } from "../../../lib/errors.ts";
import { log } from "../../../lib/log.server.ts";
import { capturePayment } from "./capture-payment.server.ts";
import { expireUnpaid } from "./expire-unpaid.server.ts";
import { followCardPayment } from "./follow-card-payment.server.ts";
import { followDispute } from "./follow-dispute.server.ts";
import { payCardRefund } from "./pay-card-refund.server.ts";
import { lastCall } from "./plan-capture.server.ts";

const PER_SWEEP = 100;

/** Does each; one that cannot be done holds up no other, but a provider that is away is not asked again and again. */
async function forEach<Thing>(
  things: readonly Thing[],
  what: string,
  act: (thing: Thing) => Promise<void>,
): Promise<void> {
  for (const thing of things) {
    try {
      await act(thing);
    } catch (error) {
      log.warn({ what, thing, err: error }, "card sweep");
      if (error instanceof ProviderUnreachable) return;
    }
  }
}

/**
 * Finds what the provider's word never came for, and what nobody else sees to: payments, refunds and disputes are asked
 * after, holds are used before they end, and goods that nobody paid for go back.
 */
export async function sweepCardPayments(db: Db): Promise<void> {
  await forEach(await findUnpaidCheckouts(db, now(), PER_SWEEP), "unpaid", (id) => expireUnpaid(db, id));
  // without a key there is nobody to ask
  if (!env().STRIPE_SECRET_KEY) return;
  await forEach(await findUnwatchedCardPayments(db, PER_SWEEP), "unwatched", async (checkoutId) =>
    followCardPayment(db, checkoutId, { closing: !(await isAwaited(db, checkoutId)) }),
  );
  await forEach(await findHoldsToEnd(db, lastCall(now()), PER_SWEEP), "hold", (id) => capturePayment(db, id));
  await forEach(await findUnwatchedCardRefunds(db, PER_SWEEP), "refund", (id) => payCardRefund(db, id));
  await forEach(await findUnwatchedDisputes(db, PER_SWEEP), "dispute", (id) => followDispute(db, id));
}
