import type { Tx } from "#db/client.server.ts";
import { turnPaymentToCash } from "#db/queries/card-payments.ts";
import { system } from "../../accounts/actor.ts";
import { recordOrderEvent } from "../../orders/record-order-event.server.ts";
import type { CheckoutOrder } from "./lock-checkout.server.ts";

/** The card cannot be used for this order any more: it is paid in cash when it is handed over, and its buyer hears so. */
export async function turnToCash(tx: Tx, order: CheckoutOrder): Promise<void> {
  if (!(await turnPaymentToCash(tx, order.id))) return;
  const who = { actor: system("Jadwal"), as: "system" } as const;
  await recordOrderEvent(tx, order.id, "card_lapsed", who, { amount: order.payment.amount });
}
