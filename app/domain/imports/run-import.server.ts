import type { Db, Tx } from "#db/client.server.ts";
import { checkpointRun, closePass, insertWrong, listWrong, moveRun } from "#db/queries/imports.ts";
import { BadInput, NotFound } from "../../lib/errors.ts";
import { type Actor, system } from "../accounts/actor.ts";
import { announce } from "../jobs/enqueue.server.ts";
import type { BatchDone, ImportPass, Sample } from "../sheets/take-batch.server.ts";
import { findRun, type Run } from "./find-import.server.ts";
import { readImportFile } from "./import-file.server.ts";
import { importSheet, openImport, type Progress } from "./import-sheet.server.ts";
import { FILE_FIELD } from "./refuse-file.ts";

/** New and changed rows kept to look at, of each. */
const SAMPLES = 20;

/** The run was cancelled, or another worker has it. */
class PassEnded extends Error {
  override name = "PassEnded";
}

/** The officer who asked, with no more than their office may do. */
function officerOf(run: Run): Actor {
  if (run.account_id === null) return system(run.officer_name, run.regency_code);
  return {
    kind: "person",
    accountId: run.account_id,
    name: run.officer_name,
    mobile: "",
    memberships: [{ role: "officer", regencyCode: run.regency_code, name: run.office }],
    secondFactor: true,
  };
}

/** Sentences and samples repeat what people typed: a NIK in the wrong column is not kept in the clear. */
const masked = (text: string) => text.replace(/\d{14,}/g, (digits) => `${digits.slice(0, 4)}••••`);

/** Keeps the state of a pass in the transaction of each batch: both hold, or neither. */
class Checkpoints {
  #lastRow: number;
  readonly #samples: Sample[];
  readonly #started = performance.now();
  #rows = 0;
  #rowsDone: number;

  constructor(
    private readonly run: Run,
    private readonly progress: Progress,
  ) {
    this.#lastRow = run.last_row;
    this.#rowsDone = run.rows_done;
    this.#samples = run.last_row === 0 ? [] : [...run.samples];
  }

  readonly keep = async (tx: Tx, done: BatchDone): Promise<void> => {
    const { id, status } = this.run;
    this.#collect(done.samples ?? []);
    this.#rows += done.size;
    this.#rowsDone += done.size;
    const isReading = status === "reading";
    const kept = await checkpointRun(tx, id, {
      status,
      fromRow: this.#lastRow,
      toRow: done.lastRow,
      size: done.size,
      new: done.new,
      changed: done.changed,
      same: done.same,
      wrong: new Set(done.wrong.map((cell) => cell.row)).size,
      rowsTotal: isReading ? Math.round(this.#rowsDone / Math.max(this.progress.read, 0.001)) : null,
      rowsPerSecond: Math.round((this.#rows * 1_000) / Math.max(1, performance.now() - this.#started)),
      samples: this.#samples,
    });
    if (!kept) throw new PassEnded();
    await insertWrong(
      tx,
      id,
      done.wrong.map((cell) => ({ ...cell, message: masked(cell.message) })),
    );
    await announce(tx, `import:${id}`);
    this.#lastRow = done.lastRow;
  };

  #collect(samples: readonly Sample[]): void {
    for (const outcome of ["new", "changed"] as const) {
      const room = SAMPLES - this.#samples.filter((sample) => sample.outcome === outcome).length;
      const more = room > 0 ? samples.filter((sample) => sample.outcome === outcome).slice(0, room) : [];
      for (const sample of more)
        this.#samples.push({ ...sample, name: masked(sample.name), changes: sample.changes.map(masked) });
    }
  }
}

async function end(
  db: Db,
  run: Run,
  to: "previewed" | "done" | "failed",
  notes: readonly string[],
  failure?: string,
) {
  await db.transaction().execute(async (tx) => {
    if (!(await moveRun(tx, run.id, [run.status], to, { failure }))) return;
    if (to !== "failed") await closePass(tx, run.id, notes);
    await announce(tx, `import:${run.id}`);
  });
}

/**
 * The worker's part of an import: looks the file through without writing anything, or, once confirmed, writes it. Each
 * batch and how far it brings us are one transaction; a run that was cut short goes on from there. A run that has ended
 * is left alone. What is not the file's fault is thrown, and tried again: see `failAbandonedImports`.
 */
export async function runImport(db: Db, runId: number): Promise<void> {
  const run = await findRun(db, runId);
  if (!run || (run.status !== "reading" && run.status !== "writing")) return;
  const progress: Progress = { read: 0 };
  try {
    const opened = await openImport(run.kind, await readImportFile(run.file));
    const before = run.last_row > 0 ? await listWrong(db, runId) : [];
    const pass: ImportPass = {
      rehearse: run.status === "reading",
      writtenTo: run.last_row,
      knownWrong: new Set(before.map((cell) => cell.row)),
      afterBatch: new Checkpoints(run, progress).keep,
    };
    const { notes } = await importSheet(officerOf(run), db, opened, run.options, pass, progress);
    await end(db, run, run.status === "reading" ? "previewed" : "done", notes);
  } catch (error) {
    if (error instanceof PassEnded) return;
    if (error instanceof BadInput) return end(db, run, "failed", [], error.fields[FILE_FIELD]);
    if (error instanceof NotFound) return end(db, run, "failed", [], "Berkasnya sudah dihapus. Unggah lagi.");
    throw error;
  }
}
