import type { Db } from "#db/client.server.ts";
import { findUrgentComplaint } from "#db/queries/complaints.ts";
import { lockOrderById } from "#db/queries/orders.ts";
import { system } from "../accounts/actor.ts";
import { moveOrder } from "./move-order.server.ts";
import { recordOrderEvent } from "./record-order-event.server.ts";

/**
 * The time to complain is over: the order is closed. One that is not `delivered` is left alone, and so is one with an
 * open complaint: the complaint's end asks for this again.
 */
export async function completeOrder(db: Db, orderId: number): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const order = await lockOrderById(tx, orderId);
    if (order?.status !== "delivered") return;
    if (await findUrgentComplaint(tx, order.id)) return;
    await moveOrder(tx, order, "delivered", "completed");
    await recordOrderEvent(tx, order.id, "completed", { actor: system("Jadwal"), as: "system" });
  });
}
