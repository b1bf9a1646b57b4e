import type { Db } from "#db/client.server.ts";
import { findWarungOpening, updateDelivery } from "#db/queries/delivery.ts";
import { holdWindow, releaseWindow } from "#db/queries/routing.ts";
import { BadInput, StaleOrder } from "../../../lib/errors.ts";
import { type Actor, asOperator } from "../../accounts/actor.ts";
import { announce } from "../../jobs/enqueue.server.ts";
import { promiseText } from "../../warung/delivery-window.ts";
import { upcomingWindows } from "../../warung/upcoming-windows.ts";
import { openingTimes } from "../../warung/week-hours.ts";
import { moveOrder } from "../move-order.server.ts";
import { recordOrderEvent } from "../record-order-event.server.ts";
import { takeOwnOrder } from "../take-own-order.server.ts";
import { MOST_TRIES } from "./failure-reasons.ts";

/** Among how many windows the operator chooses. */
export const RETRY_CHOICES = 4;

/**
 * The warung tries once more: the order is ready again with a new promise, which its buyer is told. It takes a place in
 * the new window beyond the capacity if need be; the operator has chosen it.
 * @param windowStart beginning of one of the next windows
 * @throws NotAllowed, NotFound, BadInput for another moment, StaleOrder when it has moved on or was tried often enough
 */
export async function retryDelivery(
  actor: Actor,
  db: Db,
  { code, windowStart }: { code: string; windowStart: Date },
): Promise<void> {
  const { warung } = asOperator(actor);
  await db.transaction().execute(async (tx) => {
    const order = await takeOwnOrder(tx, code, warung.warungId);
    const now = new Date();
    const times = openingTimes(await findWarungOpening(tx, warung.warungId));
    const promise = upcomingWindows(times, now, RETRY_CHOICES).find(
      (window) => window.windowStart.getTime() === windowStart.getTime(),
    );
    // A second tap of the same hand: that very promise is made already.
    if (promise && order.status === "ready" && order.promise_until.getTime() === promise.until.getTime())
      return;
    if (order.delivery_tries >= MOST_TRIES) throw new StaleOrder(code, "to be tried again");
    if (!promise) throw new BadInput({ jam: "Jam antar ini sudah lewat. Pilih yang lain." });
    await moveOrder(tx, order, "delivery_failed", "ready", { deadlineAt: promise.until });
    if (!order.is_test) {
      if (order.held_window) await releaseWindow(tx, warung.warungId, order.held_window);
      await holdWindow(tx, warung.warungId, promise.windowStart, true);
    }
    await updateDelivery(tx, order.id, {
      promise,
      heldWindow: order.is_test ? null : promise.windowStart,
    });
    const told = { promise: promiseText(promise, now), until: promise.until.toISOString() };
    await recordOrderEvent(tx, order.id, "retry_planned", { actor, as: "operator" }, told);
    await announce(tx, `warung:${warung.warungId}`);
  });
}
