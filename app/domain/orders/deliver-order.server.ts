import { timingSafeEqual } from "node:crypto";
import type { Db, Tx } from "#db/client.server.ts";
import { movePayment } from "#db/queries/ledger.ts";
import { countPinTry, type LockedOrder } from "#db/queries/orders.ts";
import { countSold } from "#db/queries/stock.ts";
import { WrongPin } from "../../lib/errors.ts";
import { type Actor, asOperator } from "../accounts/actor.ts";
import { enqueue } from "../jobs/enqueue.server.ts";
import { postCashSale } from "../ledger/post-cash-sale.server.ts";
import { moveOrder } from "./move-order.server.ts";
import { recordOrderEvent } from "./record-order-event.server.ts";
import { takeOwnOrder } from "./take-own-order.server.ts";

/** Wrong PINs after which an officer must help: 5 of 10,000 guesses. */
const PIN_TRIES = 5;

function samePin(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}

/** The goods count as sold, and the cash as taken. */
async function bookSale(tx: Tx, order: LockedOrder, warungId: number): Promise<void> {
  await movePayment(tx, order.id, "paid");
  await postCashSale(tx, order, warungId);
  const productIds = await countSold(tx, order.id);
  if (productIds.length > 0) await enqueue(tx, "index-products", { productIds });
}

/**
 * The buyer has the goods (their PIN proves it) and has paid in cash: delivered, paid, and in the ledger, at once.
 * A test order moves no money and counts as no sale.
 * @throws NotAllowed, NotFound, WrongPin, StaleOrder
 */
export async function deliverOrder(
  actor: Actor,
  db: Db,
  { code, pin }: { code: string; pin: string },
): Promise<void> {
  const { warung } = asOperator(actor);
  const who = { actor, as: "operator" } as const;
  // A wrong try must be counted, so it is returned from the transaction rather than thrown inside it.
  const triesLeft = await db.transaction().execute(async (tx) => {
    const order = await takeOwnOrder(tx, code, warung.warungId);
    // the same form once more: it is done
    if (order.status === "delivered" && samePin(order.pin, pin)) return null;
    if (order.pin_tries >= PIN_TRIES) return 0;
    if (!samePin(order.pin, pin)) {
      const tries = await countPinTry(tx, order.id);
      await recordOrderEvent(tx, order.id, "wrong_pin", who);
      return Math.max(0, PIN_TRIES - tries);
    }
    const complainUntil = await moveOrder(tx, order, "out_for_delivery", "delivered");
    if (!order.is_test) await bookSale(tx, order, warung.warungId);
    // nobody complains about a test: it is over at once
    const completeAt = order.is_test ? new Date() : complainUntil!;
    await enqueue(
      tx,
      "complete-order",
      { orderId: order.id },
      { runAt: completeAt, key: `complete-order:${order.id}` },
    );
    await recordOrderEvent(tx, order.id, "delivered", who, order.is_test ? {} : { cash: order.total });
    return null;
  });
  if (triesLeft !== null) throw new WrongPin(triesLeft);
}
