import type { Tx } from "#db/client.server.ts";
import { type ComplaintPatch, type LockedComplaint, updateComplaintStatus } from "#db/queries/complaints.ts";
import { now } from "../../lib/clock.ts";
import { StaleRecord } from "../../lib/errors.ts";
import { findCalendar } from "../calendar/find-calendar.server.ts";
import { type ComplaintStatus, NEXT_COMPLAINT } from "./complaint-status.ts";
import { complaintDeadline } from "./complaint-time.ts";
import { followOrder } from "./follow-order.server.ts";
import { watchComplaint } from "./watch-complaint.server.ts";

/**
 * Moves a locked complaint on, with the deadline of its next step; its order follows.
 * @throws StaleRecord when it is not in `from` any more, Error when the table of states does not know the step
 */
export async function moveComplaint<From extends ComplaintStatus>(
  tx: Tx,
  complaint: LockedComplaint,
  from: From,
  to: (typeof NEXT_COMPLAINT)[From][number] & ComplaintStatus,
  patch: Omit<ComplaintPatch, "deadlineAt"> = {},
): Promise<void> {
  if (!(NEXT_COMPLAINT[from] as readonly ComplaintStatus[]).includes(to))
    throw new Error(`no way from ${from} to ${to}`);
  const deadlineAt = complaintDeadline(await findCalendar(tx), to, now());
  const moved = await updateComplaintStatus(tx, complaint.id, from, to, { deadlineAt, ...patch });
  if (!moved) throw new StaleRecord("keluhan");
  if (deadlineAt) await watchComplaint(tx, complaint.id, deadlineAt);
  await followOrder(tx, complaint.order_id);
}
