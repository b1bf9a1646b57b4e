import type { Db } from "#db/client.server.ts";
import { markPickupReminded } from "#db/queries/delivery.ts";
import { system } from "../../accounts/actor.ts";
import { recordOrderEvent } from "../record-order-event.server.ts";

/** The last day to fetch the goods has begun: their buyer is reminded, once. */
export async function remindPickup(db: Db, orderId: number): Promise<void> {
  await db.transaction().execute(async (tx) => {
    if (!(await markPickupReminded(tx, orderId))) return;
    await recordOrderEvent(tx, orderId, "pickup_reminded", { actor: system("Jadwal"), as: "system" });
  });
}
