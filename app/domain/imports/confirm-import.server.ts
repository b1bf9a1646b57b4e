import type { Db } from "#db/client.server.ts";
import { moveRun, restartRun } from "#db/queries/imports.ts";
import { StaleRecord } from "../../lib/errors.ts";
import type { Actor } from "../accounts/actor.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { announce, enqueue } from "../jobs/enqueue.server.ts";
import { findOwnRun } from "./find-import.server.ts";
import { importQueue } from "./start-import.server.ts";

/**
 * The officer has seen what a file would do and wants it written; the worker does it, batch by batch.
 * @throws NotLoggedIn, NotAllowed, NotFound, StaleRecord when it was not looked through, or is written or ended already
 */
export async function confirmImport(actor: Actor, db: Db, runId: number): Promise<void> {
  const run = await findOwnRun(db, actor, runId);
  await db.transaction().execute(async (tx) => {
    if (!(await moveRun(tx, runId, ["previewed"], "writing"))) throw new StaleRecord("impor");
    await restartRun(tx, runId);
    await recordAudit(tx, actor, {
      action: "import.write",
      thing: "import",
      key: String(runId),
      name: run.file_name,
      regencyCode: run.regency_code,
      detail: {
        jenis: run.kind,
        baru: run.rows_new,
        berubah: run.rows_changed,
        sama: run.rows_same,
        salah: run.rows_wrong,
      },
    });
    await enqueue(tx, "import-run", { runId }, importQueue(runId));
    await announce(tx, `import:${runId}`);
  });
}
