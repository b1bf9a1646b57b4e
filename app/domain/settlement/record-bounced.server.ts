import type { Db } from "#db/client.server.ts";
import { bouncePayout } from "#db/queries/payout-outcomes.ts";
import { findBatch } from "#db/queries/payouts.ts";
import { insertSettlementPostings } from "#db/queries/settlements.ts";
import { NotFound, StaleRecord } from "../../lib/errors.ts";
import { type Actor, asProvince } from "../accounts/actor.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { enqueue } from "../jobs/enqueue.server.ts";
import { account } from "../ledger/accounts.ts";

/**
 * The bank sent a transfer back. What was booked as paid is booked back; the payee's account has to be looked at before
 * the next batch takes it.
 * @param settlement its code
 * @throws NotLoggedIn, NotAllowed, SecondFactorNeeded, NotFound, StaleRecord when it came back before
 */
export async function recordBounced(
  actor: Actor,
  db: Db,
  { batch, settlement, reason }: { batch: string; settlement: string; reason: string },
): Promise<void> {
  asProvince(actor);
  await db.transaction().execute(async (tx) => {
    const found = await findBatch(tx, batch);
    if (!found) throw new NotFound("penyelesaian");
    const payout = await bouncePayout(tx, found.id, { settlement, reason });
    if (!payout) throw new StaleRecord("penyelesaian");
    if (payout.was_paid) {
      await insertSettlementPostings(tx, [
        {
          key: `settlement-bounced:${payout.id}`,
          kind: "settlement_bounced",
          settlementId: payout.settlement_id,
          debit: account.bank,
          credit: payout.account,
          amount: payout.amount,
        },
      ]);
    }
    await enqueue(tx, "tell-payees", { batchId: found.id });
    await recordAudit(tx, actor, {
      action: "settlement.bounced",
      thing: "settlement",
      key: batch,
      name: `${payout.payee}, ${settlement}`,
      regencyCode: payout.regency_code,
      detail: { settlement, amount: payout.amount, reason },
    });
  });
}
