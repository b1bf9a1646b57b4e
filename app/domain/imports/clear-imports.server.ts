import type { Db } from "#db/client.server.ts";
import { listRunsToClear, markFileRemoved, moveRun } from "#db/queries/imports.ts";
import { removeImportFile } from "./import-file.server.ts";

/** Files with NIK are not kept longer than they are needed. Days after the end. */
const KEPT_DAYS = 7;

/** Removes the sealed files of imports that ended a week ago, and ends those that nobody went on with. */
export async function clearImports(db: Db): Promise<void> {
  for (const { id, file } of await listRunsToClear(db, KEPT_DAYS)) {
    await db.transaction().execute(async (tx) => {
      await moveRun(tx, id, ["reading", "previewed", "writing"], "cancelled");
      await markFileRemoved(tx, id);
    });
    await removeImportFile(file);
  }
}
