import type { Db } from "#db/client.server.ts";
import { closeStop, findOpenStopCodes } from "#db/queries/trips.ts";
import { StaleOrder } from "../../../lib/errors.ts";
import { type Actor, asOperator } from "../../accounts/actor.ts";
import { announce } from "../../jobs/enqueue.server.ts";
import { takeOwnOrder } from "../take-own-order.server.ts";

/**
 * An order stays behind for another trip. Left out twice is once.
 * @throws NotAllowed, NotFound, StaleOrder when it is on its way already
 */
export async function leaveOutStop(
  actor: Actor,
  db: Db,
  { tripId, code }: { tripId: number; code: string },
): Promise<void> {
  const { warung } = asOperator(actor);
  await db.transaction().execute(async (tx) => {
    const order = await takeOwnOrder(tx, code, warung.warungId);
    if (!(await findOpenStopCodes(tx, tripId)).includes(code)) return;
    if (order.status !== "ready") throw new StaleOrder(code, "ready");
    await closeStop(tx, order.id, "left");
    await announce(tx, `warung:${warung.warungId}`);
  });
}
