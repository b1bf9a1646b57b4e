import type { Db } from "#db/client.server.ts";
import { reopenRun, restartRun } from "#db/queries/imports.ts";
import { StaleRecord } from "../../lib/errors.ts";
import type { Actor } from "../accounts/actor.ts";
import { announce, enqueue } from "../jobs/enqueue.server.ts";
import { findOwnRun } from "./find-import.server.ts";
import { importQueue } from "./start-import.server.ts";

/**
 * An import that failed through no fault of its file is looked through from its first row again; what was written
 * stays, and is found to be the same.
 * @throws NotLoggedIn, NotAllowed, NotFound, StaleRecord when it did not fail so, was started again, or its file is gone
 */
export async function retryImport(actor: Actor, db: Db, runId: number): Promise<void> {
  await findOwnRun(db, actor, runId);
  await db.transaction().execute(async (tx) => {
    if (!(await reopenRun(tx, runId))) throw new StaleRecord("impor");
    await restartRun(tx, runId);
    await enqueue(tx, "import-run", { runId }, importQueue(runId));
    await announce(tx, `import:${runId}`);
  });
}
