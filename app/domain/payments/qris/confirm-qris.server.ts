import type { Db } from "#db/client.server.ts";
import { findReceiptAmount } from "#db/queries/order-payment.ts";
import { lockPayment } from "#db/queries/payments.ts";
import { BadInput, StaleOrder } from "../../../lib/errors.ts";
import { rupiah } from "../../../lib/rupiah.ts";
import { type Actor, asOperator } from "../../accounts/actor.ts";
import { announce } from "../../jobs/enqueue.server.ts";
import { outstandingOf } from "../../ledger/outstanding-of.ts";
import { receivePayment } from "../../ledger/receive-payment.server.ts";
import { recordOrderEvent } from "../../orders/record-order-event.server.ts";
import { takeOwnOrder } from "../../orders/take-own-order.server.ts";

type Confirmed = {
  readonly code: string;
  /** whole rupiah that the operator sees in the account */
  readonly amount: number;
  /** rupiah that had come in when the form was drawn: two taps, or two people, who saw the same confirm the same money */
  readonly seen: number;
  /** it is more than is asked for, and the operator says so */
  readonly isMore: boolean;
};

/**
 * The operator saw the money in the warung's own account. What is missing is taken in cash at hand-over, what is too much goes back.
 * Money that comes when the order has ended goes back as well.
 * @throws NotLoggedIn, NotAllowed, NotFound when the order is not theirs, StaleOrder when somebody confirmed another amount meanwhile or
 *   it is not paid by QRIS, BadInput on `jumlah` for more than is asked for without `isMore`
 */
export async function confirmQris(
  actor: Actor,
  db: Db,
  { code, amount, seen, isMore }: Confirmed,
): Promise<void> {
  const { warung } = asOperator(actor);
  await db.transaction().execute(async (tx) => {
    const order = await takeOwnOrder(tx, code, warung.warungId);
    const payment = await lockPayment(tx, order.id);
    if (payment?.method !== "qris") throw new StaleOrder(code, "paid by QRIS");
    const key = `qris:${order.id}:${seen}`;
    const before = await findReceiptAmount(tx, key);
    if (before === amount) return;
    if (before !== undefined || payment.received !== seen) throw new StaleOrder(code, "paid as it was shown");
    const due = order.status === "cancelled" ? 0 : outstandingOf(payment);
    if (amount > due && !isMore)
      throw new BadInput({
        jumlah: `Itu lebih dari ${rupiah(due)} yang ditagih. Benar? Centang di bawah: kelebihannya Anda kembalikan.`,
      });
    await receivePayment(tx, {
      key,
      orderId: order.id,
      amount,
      from: { method: "qris", warungId: warung.warungId },
      confirmedBy: "operator",
    });
    await recordOrderEvent(
      tx,
      order.id,
      "qris_received",
      { actor, as: "operator" },
      { amount, left: Math.max(0, due - amount), surplus: Math.max(0, amount - due) },
    );
    await announce(tx, `warung:${warung.warungId}`);
  });
}
