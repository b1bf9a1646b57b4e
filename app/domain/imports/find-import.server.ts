import type { Db } from "#db/client.server.ts";
import { findRunById, listWrong, type RunStatus } from "#db/queries/imports.ts";
import { NotFound } from "../../lib/errors.ts";
import { type Actor, asOfficer } from "../accounts/actor.ts";
import type { Sample } from "../sheets/take-batch.server.ts";
import type { ImportKind } from "./kinds.ts";
import { RunOptions } from "./run-options.ts";

type Row = NonNullable<Awaited<ReturnType<typeof findRunById>>>;
export type Run = Omit<Row, "kind" | "status" | "options" | "samples" | "notes"> & {
  readonly kind: ImportKind;
  readonly status: RunStatus;
  readonly options: RunOptions;
  readonly samples: readonly Sample[];
  readonly notes: readonly string[];
};

/** Wrong cells shown on the page; the file of wrong rows has them all. */
const SHOWN_WRONG = 50;

/** A run as the program itself sees it. */
export async function findRun(db: Db, id: number): Promise<Run | undefined> {
  const row = await findRunById(db, id);
  return row && ({ ...row, options: RunOptions.parse(row.options) } as unknown as Run);
}

/**
 * A run of this officer's office; the province sees all.
 * @throws NotLoggedIn, NotAllowed, NotFound
 */
export async function findOwnRun(db: Db, actor: Actor, id: number): Promise<Run> {
  const officer = asOfficer(actor);
  const run = await findRun(db, id);
  if (!run || (officer.regencyCode !== null && run.regency_code !== officer.regencyCode))
    throw new NotFound("impor");
  return run;
}

/** Whether this officer may have the rows themselves, with the NIK in them: the one who brought them, or the province. */
export function mayFetch(actor: Actor, run: Run): boolean {
  const officer = asOfficer(actor);
  return (
    run.file_removed_at === null && (officer.regencyCode === null || run.account_id === officer.accountId)
  );
}

/** One import with its first wrong cells, for its page. @throws NotLoggedIn, NotAllowed, NotFound */
export async function findImport(db: Db, actor: Actor, id: number) {
  const run = await findOwnRun(db, actor, id);
  const wrong = run.rows_wrong > 0 ? await listWrong(db, id, SHOWN_WRONG) : [];
  const { file: _, account_id: __, options: ___, ...shown } = run;
  return { run: shown, wrong, mayFetch: mayFetch(actor, run) };
}
