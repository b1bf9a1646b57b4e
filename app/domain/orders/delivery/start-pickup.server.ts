import type { Tx } from "#db/client.server.ts";
import { findWarungOpening, updateDelivery } from "#db/queries/delivery.ts";
import type { LockedOrder } from "#db/queries/orders.ts";
import { relativeDayText, timeText } from "../../../lib/clock.ts";
import { openingAfter } from "../../warung/opening-hours.ts";
import { openingTimes } from "../../warung/week-hours.ts";
import { moveOrder } from "../move-order.server.ts";
import type { OrderStatus } from "../order-status.ts";

/** For how many of the warung's opening days after today the goods wait at the counter. */
export const PICKUP_DAYS = 2;

/** `Kamis, 26 Nov 20.00`, for a moment that a buyer is told. */
export function untilText(until: Date, now: Date): string {
  return `${relativeDayText(until, now)} ${timeText(until)}`;
}

/**
 * The goods wait at the warung's counter from now on; the buyer is reminded when the last day begins.
 * @returns until when, in words
 * @throws StaleOrder when the order is not in `from`
 */
export async function startPickup(
  tx: Tx,
  order: LockedOrder & { readonly warung_id: number },
  from: Extract<OrderStatus, "accepted" | "delivery_failed">,
): Promise<string> {
  const now = new Date();
  const times = openingTimes(await findWarungOpening(tx, order.warung_id));
  const { opens: remindAt, closes: until } = openingAfter(times, now, PICKUP_DAYS);
  await moveOrder(tx, order, from, "ready_for_pickup", { deadlineAt: until });
  await updateDelivery(tx, order.id, { pickup: { warungId: order.warung_id, until, remindAt } });
  return untilText(until, now);
}
