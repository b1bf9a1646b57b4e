import { takeProviderEvent } from "#app/domain/payments/card/take-provider-event.server.ts";
import { hooking } from "#app/web/hook.server.ts";

/** What Stripe tells us; it repeats whatever is not answered with 200. */
export const action = hooking(({ db, payload, header }) =>
  takeProviderEvent(db, payload, header("Stripe-Signature")),
);
