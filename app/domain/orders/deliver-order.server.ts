import { timingSafeEqual } from "node:crypto";
import type { Db } from "#db/client.server.ts";
import { updateDeadline } from "#db/queries/delivery.ts";
import { countPinTry } from "#db/queries/orders.ts";
import { WrongPin } from "../../lib/errors.ts";
import { type Actor, asOperator } from "../accounts/actor.ts";
import { PIN_TRIES } from "./delivery/failure-reasons.ts";
import { handOverGoods } from "./delivery/hand-over-goods.server.ts";
import { recordOrderEvent } from "./record-order-event.server.ts";
import { takeOwnOrder } from "./take-own-order.server.ts";

function samePin(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}

/**
 * The buyer has the goods, at the door or at the counter (their PIN proves it), and has paid in cash. After the last
 * wrong PIN the order is on an officer's desk: see `confirmDelivery`.
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
      const left = Math.max(0, PIN_TRIES - (await countPinTry(tx, order.id)));
      await recordOrderEvent(tx, order.id, "wrong_pin", who);
      if (left === 0) {
        await updateDeadline(tx, order.id, new Date());
        await recordOrderEvent(tx, order.id, "pin_locked", who);
      }
      return left;
    }
    await handOverGoods(tx, order, warung.warungId, who, { kind: "pin" });
    return null;
  });
  if (triesLeft !== null) throw new WrongPin(triesLeft);
}
