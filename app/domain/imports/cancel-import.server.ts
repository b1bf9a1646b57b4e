import type { Db } from "#db/client.server.ts";
import { moveRun } from "#db/queries/imports.ts";
import { StaleRecord } from "../../lib/errors.ts";
import type { Actor } from "../accounts/actor.ts";
import { announce } from "../jobs/enqueue.server.ts";
import { findOwnRun } from "./find-import.server.ts";

/**
 * Ends an import before the next batch; batches that are in stay in.
 * @throws NotLoggedIn, NotAllowed, NotFound, StaleRecord when it has ended already
 */
export async function cancelImport(actor: Actor, db: Db, runId: number): Promise<void> {
  await findOwnRun(db, actor, runId);
  await db.transaction().execute(async (tx) => {
    if (!(await moveRun(tx, runId, ["reading", "previewed", "writing"], "cancelled")))
      throw new StaleRecord("impor");
    await announce(tx, `import:${runId}`);
  });
}
