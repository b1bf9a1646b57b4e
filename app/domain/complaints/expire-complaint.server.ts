import type { Db, Tx } from "#db/client.server.ts";
import type { LockedComplaint } from "#db/queries/complaints.ts";
import { now } from "../../lib/clock.ts";
import { system } from "../accounts/actor.ts";
import { carryOut } from "./carry-out.server.ts";
import type { Answer } from "./complaint-status.ts";
import { moveComplaint } from "./move-complaint.server.ts";
import { recordComplaintEvent } from "./record-complaint-event.server.ts";
import { takeComplaint } from "./take-complaint.server.ts";
import { giveBackReplacement } from "./take-replacement.server.ts";

const clock = { actor: system("Jadwal"), as: "system" } as const;

async function toOfficer(tx: Tx, complaint: LockedComplaint, reason: string): Promise<void> {
  const from = complaint.status as "exchange_due";
  await giveBackReplacement(tx, complaint);
  await moveComplaint(tx, complaint, from, "disputed", { outcome: null, stockTaken: false });
  await recordComplaintEvent(tx, clock, {
    complaint,
    orderId: complaint.order_id,
    kind: "complaint_disputed",
    detail: { reason },
  });
}

/** What silence means in each state; where people must act, it stays with them and rises on their lists. */
async function judgeSilence(tx: Tx, complaint: LockedComplaint): Promise<void> {
  switch (complaint.status) {
    case "open":
      return toOfficer(tx, complaint, "tidak dijawab sampai tenggatnya");
    case "answered": {
      const begins = await carryOut(tx, complaint, complaint.answer as Answer, { orRefund: true });
      return recordComplaintEvent(tx, clock, {
        complaint,
        orderId: complaint.order_id,
        kind: "complaint_agreed",
        detail: { begins },
      });
    }
    case "exchange_due":
      return toOfficer(tx, complaint, "pengganti tidak diantar sampai tenggatnya");
    case "exchange_ready":
      return toOfficer(tx, complaint, "pengganti tidak diserahkan sampai tenggatnya");
  }
}

/** The states in which the program itself acts when the time is over. */
export const EXPIRING = ["open", "answered", "exchange_due", "exchange_ready"] as const;

/** The time for the next step is over. A complaint that moved on meanwhile has a later deadline and is left alone. */
export async function expireComplaint(db: Db, complaintId: number): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { complaint } = await takeComplaint(tx, { id: complaintId });
    if (complaint.deadline_at && complaint.deadline_at <= now()) await judgeSilence(tx, complaint);
  });
}
