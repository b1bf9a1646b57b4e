import type { Tx } from "#db/client.server.ts";
import { announce } from "../jobs/enqueue.server.ts";

/** What a warung offers has changed: guests' pages and its own board are drawn anew. */
export async function announceWarung(tx: Tx, warungId: number): Promise<void> {
  await announce(tx, "catalogue");
  await announce(tx, `warung:${warungId}`);
}
