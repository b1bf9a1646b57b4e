import type { Db } from "#db/client.server.ts";
import { findCashRows, sumCashPerSeller } from "#db/queries/hub-reports.ts";
import { type Actor, asOperator } from "../accounts/actor.ts";
import { type CashMove, type CashSums, movementText, splitCash, sumCash } from "./day-cash.ts";
import type { ReportDay } from "./report-day.ts";

export type DayCash = {
  readonly warung: string;
  readonly moves: readonly CashMove[];
  readonly sums: CashSums;
  /** what the warung keeps for each seller, in rupiah */
  readonly sellers: readonly { readonly seller: string; readonly amount: number }[];
};

/**
 * The cash that came into a warung's till on a day, as the ledger has it: each delivered order, whose the money is, and
 * what that comes to. Two queries.
 * @throws NotLoggedIn, NotAllowed
 */
export async function findDayCash(db: Db, actor: Actor, { day }: { day: ReportDay }): Promise<DayCash> {
  const { warung } = asOperator(actor);
  const till = { warungId: warung.warungId, from: day.from, until: day.until };
  const [rows, sellers] = await Promise.all([findCashRows(db, till), sumCashPerSeller(db, till)]);
  const moves = rows.map((row) => ({
    at: row.at,
    code: row.code,
    what: movementText(row.kind),
    buyer: row.buyer_name,
    deliveredBy: row.kind === "sale" ? row.delivered_by : null,
    ...splitCash(row),
  }));
  return { warung: warung.name, moves, sums: sumCash(moves), sellers };
}
