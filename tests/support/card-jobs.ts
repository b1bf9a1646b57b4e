/** What a worker does for cards, one job after the other, in a test's own process. */
import { finishCardRefund } from "#app/domain/complaints/finish-card-refund.server.ts";
import { capturePayment } from "#app/domain/payments/card/capture-payment.server.ts";
import { followProviderEvent } from "#app/domain/payments/card/follow-provider-event.server.ts";
import { payCardRefund } from "#app/domain/payments/card/pay-card-refund.server.ts";
import { takeProviderEvent } from "#app/domain/payments/card/take-provider-event.server.ts";
import type { Db } from "#db/client.server.ts";
import type { FakeEvent } from "./fake-stripe.ts";
import { stripe } from "./stripe-shop.ts";
import { takeJobs } from "./waiting-jobs.ts";

/** Runs all that waits, each twice as a job may be, until nothing is left. */
export async function runCardJobs(db: Db): Promise<void> {
  for (;;) {
    const acts = [
      ...(await takeJobs(db, "follow-provider-event")).map(
        ({ payload }) =>
          () =>
            followProviderEvent(db, payload.eventId),
      ),
      ...(await takeJobs(db, "capture-payment")).map(
        ({ payload }) =>
          () =>
            capturePayment(db, payload.checkoutId),
      ),
      ...(await takeJobs(db, "pay-refund")).map(
        ({ payload }) =>
          () =>
            payCardRefund(db, payload.refundId),
      ),
      ...(await takeJobs(db, "finish-card-refund")).map(
        ({ payload }) =>
          () =>
            finishCardRefund(db, payload.refundId),
      ),
    ];
    if (acts.length === 0) return;
    for (const act of acts) {
      await act();
      await act();
    }
  }
}

/** An event reaches the shop, signed. */
export async function hear(db: Db, event: FakeEvent): Promise<void> {
  const { body, headers } = stripe.signed(event.body);
  await takeProviderEvent(db, Buffer.from(body), headers["Stripe-Signature"]!);
}
