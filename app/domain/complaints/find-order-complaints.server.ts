import type { Db } from "#db/client.server.ts";
import { type ComplaintRow, findOrderComplaints as findRows } from "#db/queries/complaint-pages.ts";
import { findReceivedAt } from "#db/queries/complaints.ts";
import { now } from "../../lib/clock.ts";
import { findCalendar } from "../calendar/find-calendar.server.ts";
import { complainUntil } from "./complaint-time.ts";

/** For the tracking page of a received order: its complaints, and until when another may be made; null when no more. */
export async function findOrderComplaints(
  db: Db,
  order: { readonly id: number; readonly status: string; readonly is_test: boolean },
): Promise<{ readonly complaints: readonly ComplaintRow[]; readonly until: Date | null }> {
  if ((order.status !== "delivered" && order.status !== "completed") || order.is_test)
    return { complaints: [], until: null };
  const [complaints, receivedAt] = await Promise.all([
    findRows(db, order.id),
    order.status === "delivered" ? findReceivedAt(db, order.id) : null,
  ]);
  const until = receivedAt && complainUntil(await findCalendar(db, receivedAt), receivedAt);
  return { complaints, until: until && until >= now() ? until : null };
}
