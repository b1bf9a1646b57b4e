import type { Db } from "#db/client.server.ts";
import { routeTogether } from "./route-together.server.ts";

/**
 * Offers a placed order to the best warung that has not been asked, holding its capacity; when the offers are used up
 * or nobody is left, an officer takes over. Runs any number of times: an order that is not `placed` is left alone.
 */
export async function routeOrder(db: Db, orderId: number): Promise<void> {
  for (let left = [orderId]; left.length > 0; ) {
    left = await db.transaction().execute((tx) => routeTogether(tx, left));
  }
}
