import type { Db } from "#db/client.server.ts";
import { setCheckoutMethod, turnPaymentToCash } from "#db/queries/card-payments.ts";
import { ProviderRefused, ProviderUnreachable } from "../../../lib/errors.ts";
import { log } from "../../../lib/log.server.ts";
import type { Actor } from "../../accounts/actor.ts";
import { enqueue } from "../../jobs/enqueue.server.ts";
import { moveOrder, takeOrder } from "../../orders/move-order.server.ts";
import { recordOrderEvent } from "../../orders/record-order-event.server.ts";
import { requireBuyer } from "../../orders/require-buyer.server.ts";
import { followCardPayment } from "./follow-card-payment.server.ts";
import { lockCheckout } from "./lock-checkout.server.ts";

type Asked = { readonly code: string; readonly secret: string | undefined };

/** Closes the page. When the provider is away a payment that still comes is let go later: cash orders go on without it. */
async function closePage(db: Db, checkoutId: number): Promise<void> {
  try {
    await followCardPayment(db, checkoutId, { closing: true });
  } catch (error) {
    if (!(error instanceof ProviderUnreachable || error instanceof ProviderRefused)) throw error;
    log.warn({ checkoutId, err: error }, "card page not closed");
  }
}

/**
 * The buyer pays in cash after all: their orders go on as if they had chosen it at first. When the card was held
 * meanwhile, that stays, and nothing is done.
 * @throws NotFound for a stranger
 */
export async function payCashInstead(actor: Actor, db: Db, { code, secret }: Asked): Promise<void> {
  const checkoutId = await db.transaction().execute(async (tx) => {
    const order = await takeOrder(tx, code);
    await requireBuyer(tx, actor, order, secret);
    return order.checkout_id;
  });
  await closePage(db, checkoutId);
  await db.transaction().execute(async (tx) => {
    const { orders } = await lockCheckout(tx, checkoutId);
    const awaiting = orders.filter(({ status }) => status === "awaiting_payment");
    if (awaiting.length === 0) return;
    await setCheckoutMethod(tx, checkoutId, "cash");
    for (const order of awaiting) {
      await turnPaymentToCash(tx, order.id);
      await moveOrder(tx, order, "awaiting_payment", "placed");
      await recordOrderEvent(tx, order.id, "placed", { actor, as: "buyer" });
      await enqueue(tx, "route-order", { orderId: order.id }, { key: `route-order:${order.id}` });
    }
    await enqueue(tx, "capture-payment", { checkoutId }, { key: `capture-payment:${checkoutId}` });
  });
}
