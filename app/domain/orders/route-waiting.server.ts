import type { Db } from "#db/client.server.ts";
import { takeWaitingOrders } from "#db/queries/routing.ts";
import { log } from "../../lib/log.server.ts";
import { takeBack } from "../jobs/enqueue.server.ts";
import { routeOrder } from "./route-order.server.ts";
import { routeTogether } from "./route-together.server.ts";

/** As many as are routed in one transaction: enough that its cost is shared, few enough that nobody waits for it. */
export const MOST_TOGETHER = 50;

/**
 * Routes this order, and takes along others that wait: in a rush one transaction serves many. Workers share the
 * waiting orders without waiting for each other, and the jobs of those taken along are taken back. What one order
 * spoils does not hold up the others: then each is routed by its own job.
 */
export async function routeWaiting(db: Db, orderId: number): Promise<void> {
  try {
    const routed = await db.transaction().execute(async (tx) => {
      const waiting = await takeWaitingOrders(tx, MOST_TOGETHER);
      const late = new Set(await routeTogether(tx, waiting));
      const done = waiting.filter((id) => !late.has(id));
      await takeBack(
        tx,
        done.filter((id) => id !== orderId).map((id) => `route-order:${id}`),
      );
      return done;
    });
    if (routed.includes(orderId)) return;
  } catch (error) {
    log.warn({ err: error }, "routing together");
  }
  // somebody else was busy with it, or took the last place, or it is not among the oldest
  await routeOrder(db, orderId);
}
