import type { Db } from "#db/client.server.ts";
import { ProviderRefused, ProviderUnreachable } from "../../../lib/errors.ts";
import { log } from "../../../lib/log.server.ts";
import type { Actor } from "../../accounts/actor.ts";
import { takeOrder } from "../../orders/move-order.server.ts";
import { requireBuyer } from "../../orders/require-buyer.server.ts";
import { followCardPayment } from "./follow-card-payment.server.ts";

type Asked = { readonly code: string; readonly secret: string | undefined };

/**
 * The buyer comes back from the provider's page, before or after its own word of the payment, which may never come.
 * @returns whether the provider could be asked
 * @throws NotFound for a stranger
 */
export async function confirmCardPayment(actor: Actor, db: Db, { code, secret }: Asked): Promise<boolean> {
  const checkoutId = await db.transaction().execute(async (tx) => {
    const order = await takeOrder(tx, code);
    await requireBuyer(tx, actor, order, secret);
    return order.checkout_id;
  });
  try {
    await followCardPayment(db, checkoutId);
    return true;
  } catch (error) {
    if (!(error instanceof ProviderUnreachable || error instanceof ProviderRefused)) throw error;
    log.warn({ checkoutId, err: error }, "payment not confirmed yet");
    return false;
  }
}
