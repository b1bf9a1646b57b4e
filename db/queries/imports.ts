import { type SqlBool, sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";

export type RunStatus = "reading" | "previewed" | "writing" | "done" | "cancelled" | "failed";

export type NewRun = {
  readonly kind: string;
  readonly file_name: string;
  readonly file: string;
  readonly bytes: number;
  readonly regency_code: string | null;
  readonly account_id: number;
  readonly officer_name: string;
  readonly office: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly notes: readonly string[];
};

export async function insertRun(tx: Tx, run: NewRun): Promise<number> {
  const { id } = await tx
    .insertInto("import_run")
    .values({ ...run, options: JSON.stringify(run.options), notes: JSON.stringify(run.notes) })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export async function findRunById(db: Db, id: number) {
  return db.selectFrom("import_run").selectAll().where("id", "=", id).executeTakeFirst();
}

/** The newest runs of an office; null: of all. */
export async function listRuns(db: Db, regencyCode: string | null, most: number) {
  return db
    .selectFrom("import_run")
    .select(["id", "kind", "file_name", "officer_name", "office", "status", "started_at", "rows_total"])
    .select(["rows_done", "rows_new", "rows_changed", "rows_same", "rows_wrong"])
    .$if(regencyCode !== null, (query) => query.where("regency_code", "=", regencyCode))
    .orderBy("id", "desc")
    .limit(most)
    .execute();
}

/**
 * @param failure why it failed, in words; `mayRetry`: it was not the file's fault
 * @returns whether the run was in one of these states, and is now in `to`
 */
export async function moveRun(
  tx: Tx,
  id: number,
  from: readonly RunStatus[],
  to: RunStatus,
  { failure, mayRetry = false }: { failure?: string | undefined; mayRetry?: boolean } = {},
): Promise<boolean> {
  const isOver = to === "done" || to === "cancelled" || to === "failed";
  const result = await tx
    .updateTable("import_run")
    .set({ status: to, failure: failure ?? null, may_retry: mayRetry, rows_per_second: null })
    .set({ finished_at: isOver ? sql<Date>`now()` : null })
    .where("id", "=", id)
    .where("status", "in", from)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** How a run's job is called; `listAbandonedRuns` looks for it. */
export const importJobKey = (runId: number) => `import-run:${runId}`;

/** Runs that are said to be on their way, but whose job is used up or gone: nobody will go on with them. */
export async function listAbandonedRuns(
  db: Db,
): Promise<{ readonly id: number; readonly status: "reading" | "writing" }[]> {
  const { rows } = await sql<{ id: number; status: "reading" | "writing" }>`
    select r.id, r.status from import_run r
     where r.status in ('reading', 'writing')
       and not exists (select 1 from graphile_worker.jobs j where j.key = 'import-run:' || r.id
                          and (j.attempts < j.max_attempts or j.locked_at is not null))`.execute(db);
  return rows;
}

/** A failed run that may be started once more, and whose file is still there, is read again. @returns whether it was one */
export async function reopenRun(tx: Tx, id: number): Promise<boolean> {
  const result = await tx
    .updateTable("import_run")
    .set({ status: "reading", failure: null, may_retry: false, finished_at: null })
    .where("id", "=", id)
    .where("status", "=", "failed")
    .where("may_retry", "=", true)
    .where("file_removed_at", "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Puts everything back to the first row, for the next pass. */
export async function restartRun(tx: Tx, id: number): Promise<void> {
  await tx
    .updateTable("import_run")
    .set({ rows_done: 0, rows_new: 0, rows_changed: 0, rows_same: 0, rows_wrong: 0, last_row: 0 })
    .set({ pass_at: sql`now()` })
    .where("id", "=", id)
    .execute();
  await tx.deleteFrom("import_wrong").where("run_id", "=", id).execute();
}

export type Checkpoint = {
  readonly status: RunStatus;
  readonly fromRow: number;
  readonly toRow: number;
  readonly size: number;
  readonly new: number;
  readonly changed: number;
  readonly same: number;
  readonly wrong: number;
  readonly rowsTotal: number | null;
  readonly rowsPerSecond: number | null;
  readonly samples: unknown;
};

/** Notes a batch as done; false when the run is no longer where this pass left it (cancelled, or taken by another). */
export async function checkpointRun(tx: Tx, id: number, at: Checkpoint): Promise<boolean> {
  const result = await sql`
    update import_run set
      last_row = ${at.toRow}, rows_done = rows_done + ${at.size}, rows_new = rows_new + ${at.new},
      rows_changed = rows_changed + ${at.changed}, rows_same = rows_same + ${at.same},
      rows_wrong = rows_wrong + ${at.wrong}, rows_total = coalesce(${at.rowsTotal}::integer, rows_total),
      rows_per_second = ${at.rowsPerSecond}::integer, samples = ${JSON.stringify(at.samples)}::jsonb
     where id = ${id} and status = ${at.status} and last_row = ${at.fromRow}`.execute(tx);
  return (result.numAffectedRows ?? 0n) > 0n;
}

/** The pass is through: how many rows there were, and what was noticed. */
export async function closePass(tx: Tx, id: number, notes: readonly string[]): Promise<void> {
  await tx
    .updateTable("import_run")
    .set({ rows_total: sql`rows_done`, notes: JSON.stringify(notes) })
    .where("id", "=", id)
    .execute();
}

export type WrongRecord = { readonly row: number; readonly column: string; readonly message: string };

export async function insertWrong(tx: Tx, runId: number, wrong: readonly WrongRecord[]): Promise<void> {
  if (wrong.length === 0) return;
  await sql`
    insert into import_wrong (run_id, row, "column", message)
    select ${runId}, row, "column", message
      from jsonb_to_recordset(${JSON.stringify(wrong)}::jsonb) as cell(row integer, "column" text, message text)
    on conflict do nothing`.execute(tx);
}

/** Wrong cells from a row on, in the order of the sheet. */
export async function listWrong(db: Db, runId: number, most?: number): Promise<WrongRecord[]> {
  return db
    .selectFrom("import_wrong")
    .select(["row", "column", "message"])
    .where("run_id", "=", runId)
    .orderBy("row")
    .orderBy("column")
    .$if(most !== undefined, (query) => query.limit(most!))
    .execute();
}

/** Runs whose sealed file is older than so many days, or that nobody went on with. */
export async function listRunsToClear(db: Db, days: number) {
  return db
    .selectFrom("import_run")
    .select(["id", "file", "status"])
    .where("file_removed_at", "is", null)
    .where(sql<SqlBool>`coalesce(finished_at, started_at) < now() - make_interval(days => ${days})`)
    .execute();
}

export async function markFileRemoved(tx: Tx, id: number): Promise<void> {
  await tx.updateTable("import_run").set({ file_removed_at: sql`now()` }).where("id", "=", id).execute();
}
