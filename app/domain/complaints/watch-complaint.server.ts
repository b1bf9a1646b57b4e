import type { Tx } from "#db/client.server.ts";
import { enqueue } from "../jobs/enqueue.server.ts";

/** At its deadline the complaint is looked at again; a later deadline takes the place of an earlier one. */
export async function watchComplaint(tx: Tx, complaintId: number, deadlineAt: Date): Promise<void> {
  await enqueue(
    tx,
    "expire-complaint",
    { complaintId },
    { runAt: deadlineAt, key: `expire-complaint:${complaintId}` },
  );
}
