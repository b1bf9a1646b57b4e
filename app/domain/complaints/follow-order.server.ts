import type { Tx } from "#db/client.server.ts";
import { findReceivedAt, findUrgentComplaint, updateReceivedOrder } from "#db/queries/complaints.ts";
import { now } from "../../lib/clock.ts";
import { findCalendar } from "../calendar/find-calendar.server.ts";
import { enqueue } from "../jobs/enqueue.server.ts";
import { NEXT_ACTION } from "../orders/order-status.ts";
import { CARD_REFUND_ACTION, COMPLAINT_ACTION, type ComplaintStatus } from "./complaint-status.ts";
import { complainUntil } from "./complaint-time.ts";

/**
 * The order stands as its complaints do: while one is open it waits for the most urgent; after the last it waits for
 * the end of the time to complain, and is completed at once when that is over.
 */
export async function followOrder(tx: Tx, orderId: number): Promise<void> {
  const urgent = await findUrgentComplaint(tx, orderId);
  if (urgent) {
    const nextAction = urgent.to_card
      ? CARD_REFUND_ACTION
      : COMPLAINT_ACTION[urgent.status as Exclude<ComplaintStatus, "done">];
    return updateReceivedOrder(tx, orderId, { nextAction, deadlineAt: urgent.deadline_at });
  }
  const at = now();
  const receivedAt = (await findReceivedAt(tx, orderId)) ?? at;
  const until = complainUntil(await findCalendar(tx, receivedAt), receivedAt);
  const completeAt = new Date(Math.max(until.getTime(), at.getTime()));
  await updateReceivedOrder(tx, orderId, { nextAction: NEXT_ACTION.delivered, deadlineAt: completeAt });
  await enqueue(tx, "complete-order", { orderId }, { runAt: completeAt, key: `complete-order:${orderId}` });
}
