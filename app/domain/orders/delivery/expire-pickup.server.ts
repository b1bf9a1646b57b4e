import type { Db } from "#db/client.server.ts";
import { findWarungOpening, updateDeadline } from "#db/queries/delivery.ts";
import { lockOrderById } from "#db/queries/orders.ts";
import { system } from "../../accounts/actor.ts";
import { announce } from "../../jobs/enqueue.server.ts";
import { openingAfter } from "../../warung/opening-hours.ts";
import { openingTimes } from "../../warung/week-hours.ts";
import { annulOrder } from "../annul-order.server.ts";
import { isOverdue } from "../is-overdue.ts";
import { recordOrderEvent } from "../record-order-event.server.ts";
import { canConfirm } from "./can-confirm.ts";
import { untilText } from "./start-pickup.server.ts";

const schedule = { actor: system("Jadwal"), as: "system" } as const;

/**
 * Goods that nobody has fetched in time: one more opening day of grace, which their buyer is told, and then the order is
 * cancelled and the goods go back. One that waits for an officer, or moved on meanwhile, is left alone.
 */
export async function expirePickup(db: Db, orderId: number): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const order = await lockOrderById(tx, orderId);
    if (order?.status !== "ready_for_pickup" || order.warung_id === null || !isOverdue(order)) return;
    if (canConfirm(order)) return;
    const now = new Date();
    if (order.deadline_at! <= order.pickup_until!) {
      const times = openingTimes(await findWarungOpening(tx, order.warung_id));
      const { closes: until } = openingAfter(times, now, 1);
      await updateDeadline(tx, order.id, until);
      await recordOrderEvent(tx, order.id, "pickup_overdue", schedule, { until: untilText(until, now) });
      await announce(tx, `warung:${order.warung_id}`);
      return;
    }
    const reason = `Tidak diambil sampai ${untilText(order.deadline_at!, now)}`;
    await annulOrder(tx, order, { from: "ready_for_pickup", reason, who: schedule });
  });
}
