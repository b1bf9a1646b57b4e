import type { Db } from "#db/client.server.ts";
import { confirmPayeeAccount } from "#db/queries/payout-outcomes.ts";
import { StaleRecord } from "../../lib/errors.ts";
import { type Actor, asProvince } from "../accounts/actor.ts";
import { recordAudit } from "../audit/record-audit.server.ts";

/**
 * An officer looked at the account of a settlement's payee and found it right: its transfers may go.
 * @throws NotLoggedIn, NotAllowed, SecondFactorNeeded, StaleRecord when it has none or was found right before
 */
export async function confirmAccount(
  actor: Actor,
  db: Db,
  { settlement }: { settlement: string },
): Promise<void> {
  asProvince(actor);
  await db.transaction().execute(async (tx) => {
    const confirmed = await confirmPayeeAccount(tx, settlement);
    if (!confirmed) throw new StaleRecord("penyelesaian");
    await recordAudit(tx, actor, {
      action: "settlement.confirm-account",
      thing: confirmed.thing,
      key: confirmed.slug,
      name: confirmed.payee,
      regencyCode: confirmed.regency_code,
      detail: { account: `•••• ${confirmed.last4}` },
    });
  });
}
