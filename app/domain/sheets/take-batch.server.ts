import type { Db, Tx } from "#db/client.server.ts";
import type { Batch, ImportReport, WrongCell } from "../../lib/import-rows.ts";

/** One row of a sheet and what becomes of it, for people to look at before they say yes. */
export type Sample = {
  readonly row: number;
  readonly outcome: "new" | "changed";
  readonly name: string;
  /** "no_hp: 0812… → 0813…"; empty where the verb does not compare cell by cell */
  readonly changes: readonly string[];
};

/** What a batch came to. Counts are of businesses, warung, products or prices. */
export type Outcome = {
  readonly new: number;
  readonly changed: number;
  readonly same: number;
  readonly samples?: readonly Sample[];
};

export type BatchDone = Outcome & {
  readonly wrong: readonly WrongCell[];
  /** rows of the sheet, right or wrong, and the number of the last one */
  readonly size: number;
  readonly lastRow: number;
};

/** How the sheet is gone through; without it: written, from the first row to the last. */
export type ImportPass = {
  /** only tries: every batch is taken back, nothing is written */
  readonly rehearse?: boolean;
  /** the last row that an earlier, interrupted pass wrote; rows up to there are read again, not written */
  readonly writtenTo?: number;
  /** which of those were wrong */
  readonly knownWrong?: ReadonlySet<number>;
  /**
   * Runs in the transaction that writes a batch, so that both hold or neither; when it throws, the batch is taken back
   * and the import ends. In a rehearsal it has a transaction of its own, which holds.
   */
  readonly afterBatch?: (tx: Tx, done: BatchDone) => Promise<void>;
};

export const WHOLE_SHEET: ImportPass = {};

/** An earlier pass wrote this batch: its right rows, to be remembered; undefined when it is still to be taken. */
export function rowsWritten<Row extends { readonly row: number }>(
  pass: ImportPass,
  batch: Pick<Batch<unknown>, "lastRow">,
  rows: readonly Row[],
): readonly Row[] | undefined {
  if (batch.lastRow > (pass.writtenTo ?? 0)) return undefined;
  return rows.filter(({ row }) => !pass.knownWrong?.has(row));
}

class TakenBack extends Error {
  override name = "TakenBack";
}

/** Runs `work` in a transaction that never holds. */
async function rehearse<Result>(db: Db, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  let result: { readonly value: Result } | undefined;
  try {
    await db.transaction().execute(async (tx) => {
      result = { value: await work(tx) };
      throw new TakenBack();
    });
  } catch (error) {
    if (!(error instanceof TakenBack)) throw error;
  }
  return result!.value;
}

/**
 * Takes one batch of a sheet in its own transaction: `write` does it and adds to the batch's `wrong` what turns out
 * wrong on the way. The report is added to when the batch is in; with `afterBatch`, wrong cells go there alone.
 */
export async function takeBatch(
  db: Db,
  { pass, batch, report }: { pass: ImportPass; batch: Batch<unknown>; report: ImportReport },
  write: (tx: Tx) => Promise<Outcome>,
): Promise<void> {
  const { wrong, size } = batch;
  const work = async (tx: Tx): Promise<BatchDone> => ({
    ...(await write(tx)),
    wrong,
    size,
    lastRow: batch.lastRow,
  });
  let done: BatchDone;
  if (pass.rehearse) {
    done = await rehearse(db, work);
    await db.transaction().execute(async (tx) => pass.afterBatch?.(tx, done));
  } else {
    done = await db.transaction().execute(async (tx) => {
      const written = await work(tx);
      await pass.afterBatch?.(tx, written);
      return written;
    });
  }
  report.new += done.new;
  report.changed += done.changed;
  report.same += done.same;
  if (!pass.afterBatch) report.wrong.push(...wrong);
}
