import type { Db } from "#db/client.server.ts";
import { type ComplaintRow, findOrderComplaints } from "#db/queries/complaint-pages.ts";
import { type ComplainableLine, findComplainableLines, findReceivedAt } from "#db/queries/complaints.ts";
import { now } from "../../lib/clock.ts";
import type { Actor } from "../accounts/actor.ts";
import { findCalendar } from "../calendar/find-calendar.server.ts";
import { findTracking } from "../orders/find-tracking.server.ts";
import { complainUntil } from "./complaint-time.ts";

export type ComplaintChoice = {
  /** before receipt nothing can be complained of; `closed`: the two working days are over */
  readonly time: "before" | "open" | "closed";
  readonly until: Date | null;
  readonly lines: readonly ComplainableLine[];
  /** it was paid by card: a refund goes back there */
  readonly toCard: boolean;
  readonly complaints: readonly ComplaintRow[];
  readonly warung: { readonly name: string; readonly mobile: string } | null;
  readonly regency: string;
};

/** What the buyer of an order may complain of, until when, and what they complained of already. @throws NotFound for a stranger */
export async function findComplaintChoice(
  db: Db,
  { actor, code, secret }: { actor: Actor; code: string; secret: string | undefined },
): Promise<ComplaintChoice> {
  const order = await findTracking(db, { actor, code, secret });
  const [receivedAt, lines, complaints] = await Promise.all([
    findReceivedAt(db, order.id),
    findComplainableLines(db, order.id),
    findOrderComplaints(db, order.id),
  ]);
  const until = receivedAt && complainUntil(await findCalendar(db, receivedAt), receivedAt);
  const isOpen = order.status === "delivered" && until !== null && until >= now() && !order.is_test;
  return {
    time: isOpen ? "open" : until === null || order.is_test ? "before" : "closed",
    until,
    lines,
    toCard: order.payment_method === "card" && order.payment_status === "paid",
    complaints,
    warung:
      order.warung_name !== null && order.warung_mobile !== null
        ? { name: order.warung_name, mobile: order.warung_mobile }
        : null,
    regency: order.regency,
  };
}
