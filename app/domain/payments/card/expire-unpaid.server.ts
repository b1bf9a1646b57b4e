import type { Db } from "#db/client.server.ts";
import { addMinutes, now } from "../../../lib/clock.ts";
import { ProviderRefused, ProviderUnreachable } from "../../../lib/errors.ts";
import { system } from "../../accounts/actor.ts";
import { enqueue } from "../../jobs/enqueue.server.ts";
import { annulOrder } from "../../orders/annul-order.server.ts";
import { followCardPayment } from "./follow-card-payment.server.ts";
import { lockCheckout } from "./lock-checkout.server.ts";

/** So long the goods are kept when the provider cannot be asked whether somebody paid. */
const PATIENCE_MINUTES = 60;

/**
 * The time to pay is over: nobody can pay on the page any more, and the goods go back, unless somebody just has.
 * @throws ProviderUnreachable, ProviderRefused (as where the key was taken out) while it cannot be told
 */
export async function expireUnpaid(db: Db, checkoutId: number): Promise<void> {
  let away: ProviderUnreachable | ProviderRefused | undefined;
  try {
    await followCardPayment(db, checkoutId, { closing: true });
  } catch (error) {
    if (!(error instanceof ProviderUnreachable || error instanceof ProviderRefused)) throw error;
    away = error;
  }
  const isOver = await db.transaction().execute(async (tx) => {
    const { orders } = await lockCheckout(tx, checkoutId);
    const over = away ? addMinutes(now(), -PATIENCE_MINUTES) : now();
    const unpaid = orders.filter(
      ({ status, deadline_at: until }) => status === "awaiting_payment" && until !== null && until < over,
    );
    for (const order of unpaid) {
      await annulOrder(tx, order, {
        from: "awaiting_payment",
        reason: "Tidak dibayar sampai batas waktunya",
        who: { actor: system("Jadwal"), as: "system" },
      });
    }
    if (unpaid.length > 0)
      await enqueue(tx, "capture-payment", { checkoutId }, { key: `capture-payment:${checkoutId}` });
    return unpaid.length > 0;
  });
  if (away && !isOver) throw away;
}
