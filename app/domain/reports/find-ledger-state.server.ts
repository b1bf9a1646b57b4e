import type { Db } from "#db/client.server.ts";
import { findLastLedgerCheck } from "#db/queries/ledger-check.ts";
import { type Actor, asOfficer } from "../accounts/actor.ts";
import { LEDGER_WORDS } from "./ledger-words.ts";

export type LedgerState = {
  readonly at: Date;
  readonly asked: number;
  /** sentences that do not hold, with how many cases */
  readonly wrong: readonly { readonly sentence: string; readonly rows: number }[];
};

/**
 * What the nightly check of the books found, for the province; null for other officers and before the first night.
 * @throws NotLoggedIn, NotAllowed, SecondFactorNeeded
 */
export async function findLedgerState(db: Db, actor: Actor): Promise<LedgerState | null> {
  if (asOfficer(actor).regencyCode !== null) return null;
  const last = await findLastLedgerCheck(db);
  if (!last) return null;
  const wrong = Object.entries(last.wrong).map(([key, { rows }]) => ({
    sentence: LEDGER_WORDS[key as keyof typeof LEDGER_WORDS] ?? key,
    rows,
  }));
  return { at: last.at, asked: last.asked, wrong };
}
