import type { Db } from "#db/client.server.ts";
import { importJobKey, insertRun } from "#db/queries/imports.ts";
import { type Actor, asOfficer } from "../accounts/actor.ts";
import { enqueue } from "../jobs/enqueue.server.ts";
import { removeImportFile, storeImportFile } from "./import-file.server.ts";
import { notesOf, openImport } from "./import-sheet.server.ts";
import type { ImportKind } from "./kinds.ts";
import type { RunOptions } from "./run-options.ts";

/** Imports are gone through one after the other: none takes the worker away from orders for long. */
export const importQueue = (runId: number) =>
  ({ queue: "import", maxAttempts: 6, key: importJobKey(runId) }) as const;

export type UploadedSheet = {
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly bytes: Buffer;
  readonly options: RunOptions;
};

/**
 * Takes an officer's spreadsheet to be looked through: nothing of it is written before they say so.
 * @returns the number of the run
 * @throws NotLoggedIn, NotAllowed, BadInput with a sentence when the file cannot be read or lacks a column
 */
export async function startImport(actor: Actor, db: Db, uploaded: UploadedSheet): Promise<number> {
  const officer = asOfficer(actor);
  const { kind, bytes, options } = uploaded;
  const { table } = await openImport(kind, bytes);
  const file = await storeImportFile(bytes);
  const run = {
    ...{ kind, file, bytes: bytes.length, options },
    file_name: uploaded.fileName.slice(-120) || "berkas",
    regency_code: officer.regencyCode,
    account_id: officer.accountId,
    officer_name: officer.name,
    office: officer.office,
    notes: notesOf(table, { phones: 0, apostrophes: 0 }),
  };
  try {
    return await db.transaction().execute(async (tx) => {
      const runId = await insertRun(tx, run);
      await enqueue(tx, "import-run", { runId }, importQueue(runId));
      return runId;
    });
  } catch (error) {
    await removeImportFile(file);
    throw error;
  }
}
