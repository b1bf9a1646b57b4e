import type { Db } from "#db/client.server.ts";
import { StaleRecord } from "../../lib/errors.ts";
import { type Actor, requireOfficerOf } from "../accounts/actor.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { finishRemedy } from "./finish-remedy.server.ts";
import { takeComplaint } from "./take-complaint.server.ts";

/**
 * An officer saw that the money was handed back, where the PIN could not be entered and the buyer presses nothing.
 * @throws NotLoggedIn, NotAllowed for another regency, NotFound, StaleRecord when no money is due (any more)
 */
export async function attestRefund(
  actor: Actor,
  db: Db,
  { code, reason }: { code: string; reason: string },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const taken = await takeComplaint(tx, { code });
    const { order, complaint } = taken;
    requireOfficerOf(actor, complaint.regency_code);
    if (complaint.status !== "refund_due") throw new StaleRecord("keluhan");
    await finishRemedy(tx, { actor, as: "officer" }, { ...taken, goodsReturned: false });
    await recordAudit(tx, actor, {
      action: "complaint.paid-back",
      thing: "complaint",
      key: code,
      name: `${complaint.name} (${order.code})`,
      regencyCode: complaint.regency_code,
      detail: { reason },
    });
  });
}
