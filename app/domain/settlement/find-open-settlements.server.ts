import type { Db } from "#db/client.server.ts";
import {
  type BatchRow,
  findBatches,
  findOpenSettlements as findRows,
  type OpenSettlementRow,
  type OpenSums,
  sumOpenSettlements,
} from "#db/queries/payouts.ts";
import { now } from "../../lib/clock.ts";
import { type Actor, asProvince } from "../accounts/actor.ts";
import { lastMonday } from "./settlement-week.ts";

/** More than one looks through by hand; the sums are of all. */
const MOST = 200;
const BATCHES = 20;

export type OpenSettlements = {
  readonly sums: OpenSums;
  readonly ready: readonly OpenSettlementRow[];
  readonly troubled: readonly OpenSettlementRow[];
  readonly batches: readonly BatchRow[];
  /** the Monday up to which everything is drawn up */
  readonly until: string;
};

/** What waits for a transfer, what stands in its way, and the last batches. @throws NotLoggedIn, NotAllowed, SecondFactorNeeded */
export async function findOpenSettlements(db: Db, actor: Actor): Promise<OpenSettlements> {
  asProvince(actor);
  const [sums, ready, troubled, batches] = await Promise.all([
    sumOpenSettlements(db),
    findRows(db, { withTrouble: false, limit: MOST }),
    findRows(db, { withTrouble: true, limit: MOST }),
    findBatches(db, BATCHES),
  ]);
  return { sums, ready, troubled, batches, until: lastMonday(now()).until };
}
