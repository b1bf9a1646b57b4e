import type { Db } from "#db/client.server.ts";
import { rupiah } from "../../../lib/rupiah.ts";
import { type Actor, requireOfficerOf } from "../../accounts/actor.ts";
import { recordAudit } from "../../audit/record-audit.server.ts";
import { settleRefund } from "./settle-refund.server.ts";
import { takeRefund } from "./take-refund.server.ts";

/**
 * An officer saw that the buyer has their money, where neither the PIN nor the buyer says so.
 * @throws NotLoggedIn, NotAllowed for another regency, SecondFactorNeeded, NotFound, StaleRecord when it was back before
 */
export async function attestSurplus(
  actor: Actor,
  db: Db,
  { id, reason }: { id: number; reason: string },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const taken = await takeRefund(tx, id);
    const { order, refund } = taken;
    requireOfficerOf(actor, order.regency_code);
    await settleRefund(tx, taken, { actor, as: "officer", method: refund.method });
    await recordAudit(tx, actor, {
      action: "money.paid-back",
      thing: "order",
      key: order.code,
      name: order.code,
      regencyCode: order.regency_code,
      detail: { after: rupiah(refund.amount), reason },
    });
  });
}
