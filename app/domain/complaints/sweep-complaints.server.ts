import type { Db } from "#db/client.server.ts";
import { findOverdueComplaints } from "#db/queries/complaints.ts";
import { now } from "../../lib/clock.ts";
import { EXPIRING, expireComplaint } from "./expire-complaint.server.ts";

const PER_SWEEP = 200;

/** The safety net under the scheduled jobs: complaints whose time ran out unseen. @returns how many were looked at */
export async function sweepComplaints(db: Db): Promise<number> {
  const overdue = await findOverdueComplaints(db, EXPIRING, now(), PER_SWEEP);
  for (const id of overdue) await expireComplaint(db, id);
  return overdue.length;
}
