import type { Db } from "#db/client.server.ts";
import { insertQrisClaim } from "#db/queries/order-payment.ts";
import { lockPayment } from "#db/queries/payments.ts";
import { StaleOrder } from "../../../lib/errors.ts";
import type { Actor } from "../../accounts/actor.ts";
import { announce } from "../../jobs/enqueue.server.ts";
import { outstandingOf } from "../../ledger/outstanding-of.ts";
import type { OrderStatus } from "../../orders/order-status.ts";
import { recordOrderEvent } from "../../orders/record-order-event.server.ts";
import { takeBoughtOrder } from "../../orders/take-bought-order.server.ts";
import { isQrisOpen } from "./qris-open.ts";

/**
 * The buyer says that they paid: the warung is told to look. It counts as nothing more, and the same amount is said once.
 * @throws NotFound for a stranger, StaleOrder when nothing is to be paid by QRIS (any more)
 */
export async function claimQris(
  actor: Actor,
  db: Db,
  { code, secret }: { code: string; secret: string | undefined },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const order = await takeBoughtOrder(tx, actor, { code, secret });
    const payment = await lockPayment(tx, order.id);
    if (payment?.method !== "qris") throw new StaleOrder(code, "paid by QRIS");
    const amount = outstandingOf(payment);
    // confirmed while the buyer was pressing: they said nothing wrong
    if (amount === 0) return;
    if (!isQrisOpen(order.status as OrderStatus)) throw new StaleOrder(code, "to be paid");
    if (!(await insertQrisClaim(tx, order.id, amount))) return;
    await recordOrderEvent(tx, order.id, "qris_claimed", { actor, as: "buyer" }, { amount });
    if (order.warung_id) await announce(tx, `warung:${order.warung_id}`);
  });
}
