import type { Db } from "#db/client.server.ts";
import { payPayouts } from "#db/queries/payout-outcomes.ts";
import { findBatch } from "#db/queries/payouts.ts";
import { insertSettlementPostings } from "#db/queries/settlements.ts";
import { NotFound, StaleRecord } from "../../lib/errors.ts";
import { type Actor, asProvince } from "../accounts/actor.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { enqueue } from "../jobs/enqueue.server.ts";
import { account } from "../ledger/accounts.ts";

/**
 * The bank transferred one settlement of a batch, or all of it that is open. Books it: the payee is owed so much less
 * (debit), our account holds so much less (credit).
 * @param settlement its code; left out: all
 * @throws NotLoggedIn, NotAllowed, SecondFactorNeeded, NotFound, StaleRecord when another officer was faster
 */
export async function recordPaid(
  actor: Actor,
  db: Db,
  { batch, settlement }: { batch: string; settlement?: string },
): Promise<void> {
  asProvince(actor);
  await db.transaction().execute(async (tx) => {
    const found = await findBatch(tx, batch);
    if (!found) throw new NotFound("penyelesaian");
    const paid = await payPayouts(tx, found.id, settlement);
    if (paid.length === 0) throw new StaleRecord("penyelesaian");
    await insertSettlementPostings(
      tx,
      paid.map((payout) => ({
        key: `settlement-paid:${payout.id}`,
        kind: "settlement_paid",
        settlementId: payout.settlement_id,
        debit: payout.account,
        credit: account.bank,
        amount: payout.amount,
      })),
    );
    await enqueue(tx, "tell-payees", { batchId: found.id });
    await recordAudit(tx, actor, {
      action: "settlement.paid",
      thing: "settlement",
      key: batch,
      name: `Berkas transfer ${batch}`,
      regencyCode: null,
      detail: {
        ...(settlement && { settlement }),
        rows: paid.length,
        amount: paid.reduce((sum, { amount }) => sum + amount, 0),
      },
    });
  });
}
