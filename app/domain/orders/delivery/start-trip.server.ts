import type { Db } from "#db/client.server.ts";
import { lockOrderById } from "#db/queries/orders.ts";
import { findOpenStopCodes, lockForTrip, lockTrip, setTripStarted } from "#db/queries/trips.ts";
import { NotFound } from "../../../lib/errors.ts";
import { type Actor, asOperator } from "../../accounts/actor.ts";
import { announce } from "../../jobs/enqueue.server.ts";
import { moveOrder } from "../move-order.server.ts";
import { recordOrderEvent } from "../record-order-event.server.ts";

/**
 * The operator sets out: all orders of the trip are on their way at once. An order that was cancelled a moment before
 * has left the trip and stays. Setting out twice is once.
 * @throws NotAllowed, NotFound
 */
export async function startTrip(actor: Actor, db: Db, { tripId }: { tripId: number }): Promise<void> {
  const { warung } = asOperator(actor);
  await db.transaction().execute(async (tx) => {
    // orders first, then the trip: whoever cancels or delivers one locks in this order, too
    await lockForTrip(tx, warung.warungId, await findOpenStopCodes(tx, tripId));
    const trip = await lockTrip(tx, warung.warungId, tripId);
    if (!trip) throw new NotFound("perjalanan");
    if (trip.started_at || trip.ended_at) return;
    const codes = await findOpenStopCodes(tx, tripId);
    for (const { id } of await lockForTrip(tx, warung.warungId, codes)) {
      const order = (await lockOrderById(tx, id))!;
      await moveOrder(tx, order, "ready", "out_for_delivery");
      await recordOrderEvent(tx, id, "dispatched", { actor, as: "operator" }, { trip: tripId });
    }
    await setTripStarted(tx, tripId);
    await announce(tx, `warung:${warung.warungId}`);
  });
}
