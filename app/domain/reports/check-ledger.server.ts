import type { Db } from "#db/client.server.ts";
import {
  askLedger,
  findLastLedgerCheck,
  insertLedgerCheck,
  LEDGER_QUESTIONS,
  type LedgerQuestionKey,
  type LedgerWrong,
} from "#db/queries/ledger-check.ts";
import { addMinutes, now } from "../../lib/clock.ts";
import { log } from "../../lib/log.server.ts";

/** Enough to see what is the matter; more rows than these say nothing new. */
const MOST_ROWS = 1_000;
const SHOWN = 3;

export type Answer = {
  readonly key: LedgerQuestionKey;
  /** rows that disagree, 1,000 at most */
  readonly rows: number;
  readonly first: readonly unknown[];
  readonly milliseconds: number;
};

/** Asks the books whether they agree with orders, payments and settlements: question by question. */
export async function askAll(db: Db): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const question of LEDGER_QUESTIONS) {
    const began = performance.now();
    const rows = await askLedger(db, question, MOST_ROWS);
    answers.push({
      key: question.key,
      rows: rows.length,
      first: rows.slice(0, SHOWN),
      milliseconds: performance.now() - began,
    });
  }
  return answers;
}

/** As `askAll`; what came of it is kept for the province to see, and disagreement goes to the log. */
export async function checkLedger(db: Db): Promise<Answer[]> {
  const answers = await askAll(db);
  const wrong: LedgerWrong = Object.fromEntries(
    answers.filter(({ rows }) => rows > 0).map(({ key, rows, first }) => [key, { rows, first }]),
  );
  await insertLedgerCheck(db, { asked: answers.length, wrong });
  if (Object.keys(wrong).length > 0) log.error({ wrong: Object.keys(wrong) }, "the ledger disagrees");
  return answers;
}

/** As `checkLedger`, when nobody asked for a day: the night's turn may have fallen into a stop. */
export async function checkLedgerIfLate(db: Db): Promise<void> {
  const last = await findLastLedgerCheck(db);
  if (!last || last.at < addMinutes(now(), -24 * 60)) await checkLedger(db);
}
