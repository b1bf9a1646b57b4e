import type { Db } from "#db/client.server.ts";
import { gatherLines } from "#db/queries/orders.ts";
import { NotFound, StaleOrder } from "../../lib/errors.ts";
import { type Actor, asOperator } from "../accounts/actor.ts";
import { isGathered } from "./order-status.ts";
import { takeOwnOrder } from "./take-own-order.server.ts";

/** The operator ticks a staple off (or takes the tick back). @throws NotAllowed, NotFound, StaleOrder */
export async function gatherStaple(
  actor: Actor,
  db: Db,
  { code, lineId, gathered }: { code: string; lineId: number; gathered: boolean },
): Promise<void> {
  const { warung } = asOperator(actor);
  await db.transaction().execute(async (tx) => {
    const order = await takeOwnOrder(tx, code, warung.warungId);
    if (!isGathered(order.status)) throw new StaleOrder(code, "being gathered");
    if ((await gatherLines(tx, order.id, { lineId }, gathered)) === 0) throw new NotFound("pesanan");
  });
}
