import type { Db } from "#db/client.server.ts";
import { findOverdue } from "#db/queries/orders.ts";
import { findDueShortages } from "#db/queries/shortages.ts";
import { completeOrder } from "./complete-order.server.ts";
import { expireOffer } from "./expire-offer.server.ts";
import { expireShortage } from "./expire-shortage.server.ts";
import { routeOrder } from "./route-order.server.ts";

const PER_SWEEP = 200;

/**
 * The safety net under the scheduled jobs: whatever the program itself should have done by now is done. What waits for
 * people stays with them, and rises to the top of their lists.
 * @returns how many things were overdue
 */
export async function sweepDeadlines(db: Db): Promise<number> {
  const now = new Date();
  const unanswered = await findDueShortages(db, now, PER_SWEEP);
  for (const id of unanswered) await expireShortage(db, id);
  const overdue = await findOverdue(db, now, PER_SWEEP);
  for (const { id, status, offer_id } of overdue) {
    if (status === "placed") await routeOrder(db, id);
    if (status === "offered" && offer_id !== null) await expireOffer(db, offer_id);
    if (status === "delivered") await completeOrder(db, id);
  }
  return overdue.length + unanswered.length;
}
