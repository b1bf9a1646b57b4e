import type { Db } from "#db/client.server.ts";
import { closeStop } from "#db/queries/trips.ts";
import { type Actor, asOperator } from "../accounts/actor.ts";
import { moveOrder } from "./move-order.server.ts";
import { recordOrderEvent } from "./record-order-event.server.ts";
import { takeOwnOrder } from "./take-own-order.server.ts";

/**
 * The operator sets out with this order alone, which leaves a trip it was planned for. From here the buyer cannot cancel.
 * @throws NotAllowed, NotFound, StaleOrder
 */
export async function dispatchOrder(actor: Actor, db: Db, { code }: { code: string }): Promise<void> {
  const { warung } = asOperator(actor);
  await db.transaction().execute(async (tx) => {
    const order = await takeOwnOrder(tx, code, warung.warungId);
    await moveOrder(tx, order, "ready", "out_for_delivery");
    await closeStop(tx, order.id, "left");
    await recordOrderEvent(tx, order.id, "dispatched", { actor, as: "operator" });
  });
}
