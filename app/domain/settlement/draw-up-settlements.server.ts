import type { Db, Tx } from "#db/client.server.ts";
import {
  type DrawnRow,
  findAccountsToSettle,
  insertSettlementPostings,
  insertSettlementRun,
  insertSettlements,
  isDrawnUp,
  lockDrawing,
  lockWarungOf,
  type SettlementMoney,
} from "#db/queries/settlements.ts";
import { now } from "../../lib/clock.ts";
import { env } from "../../lib/env.server.ts";
import { newShortCode } from "../../lib/short-code.server.ts";
import { account as accounts } from "../ledger/accounts.ts";
import { lastMonday } from "./settlement-week.ts";

/** Payees of one transaction: short enough to be repeated after a kill, long enough to be fast. */
const TOGETHER = 500;

/** A warung keeps its part of what it holds: it is owed less, and holds less for others. */
function offsets(drawn: readonly DrawnRow[]): SettlementMoney[] {
  return drawn.flatMap(({ id, code, account, warung_id, offset_cash, offset_qris }) => {
    if (warung_id === null) return [];
    const one = (way: string, credit: string, amount: number): SettlementMoney => ({
      key: `settlement-offset:${code}:${way}`,
      kind: "settlement_offset",
      settlementId: id,
      debit: account,
      credit,
      amount,
    });
    return [
      one("kas", accounts.warungCash(warung_id), offset_cash),
      one("qris", accounts.warungQris(warung_id), offset_qris),
    ].filter(({ amount }) => amount > 0);
  });
}

async function drawUp(tx: Tx, week: { until: string; before: Date }, accounts: readonly string[]) {
  await lockDrawing(tx);
  await lockWarungOf(tx, accounts);
  const payees = accounts.map((account) => ({ account, code: newShortCode("PB") }));
  const drawn = await insertSettlements(tx, { ...week, minimum: env().SETTLEMENT_MINIMUM }, payees);
  await insertSettlementPostings(tx, offsets(drawn));
  return drawn.length;
}

/**
 * Draws up what each seller and each warung is paid for the weeks up to last Monday, 00.00 WIB: the entries of their
 * account whose orders are over and that no settlement has yet. Once per payee and week, however often it is called or
 * wherever it was cut off; after weeks without a worker one settlement covers them all.
 * @returns how many settlements were drawn up
 */
export async function drawUpSettlements(db: Db, at: Date = now()): Promise<number> {
  const week = lastMonday(at);
  if (await isDrawnUp(db, week.until)) return 0;
  const accounts = await findAccountsToSettle(db, week);
  let drawn = 0;
  for (let from = 0; from < accounts.length; from += TOGETHER) {
    const some = accounts.slice(from, from + TOGETHER);
    drawn += await db.transaction().execute((tx) => drawUp(tx, week, some));
  }
  await db.transaction().execute((tx) => insertSettlementRun(tx, week.until));
  return drawn;
}
