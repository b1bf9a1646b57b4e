import type { Db } from "#db/client.server.ts";
import { StaleRecord } from "../../lib/errors.ts";
import { type Actor, requireOfficerOf } from "../accounts/actor.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { carryOut } from "./carry-out.server.ts";
import { type Answer, COMPLAINT_LABEL, OUTCOME_LABEL } from "./complaint-status.ts";
import { recordComplaintEvent } from "./record-complaint-event.server.ts";
import { takeComplaint } from "./take-complaint.server.ts";

type Decision = {
  readonly code: string;
  readonly decision: Answer;
  readonly reason: string;
  /** whose loss a refund is: goods that broke on the way are not the seller's fault */
  readonly borneBy: "seller" | "warung";
};

/**
 * An officer of the order's regency decides where buyer and seller disagree, or where nobody answered.
 * @throws NotLoggedIn, NotAllowed for another regency, NotFound, StaleRecord when another officer was first, BadInput
 *   when there is nothing left to exchange for
 */
export async function decideComplaint(actor: Actor, db: Db, asked: Decision): Promise<void> {
  const { code, decision, reason, borneBy } = asked;
  await db.transaction().execute(async (tx) => {
    const { order, complaint } = await takeComplaint(tx, { code });
    requireOfficerOf(actor, complaint.regency_code);
    if (complaint.status !== "disputed") throw new StaleRecord("keluhan");
    await carryOut(tx, complaint, decision, { borneBy, patch: { decision } });
    const answer = OUTCOME_LABEL[decision];
    await recordComplaintEvent(
      tx,
      { actor, as: "officer" },
      {
        complaint,
        orderId: order.id,
        kind: "complaint_decided",
        note: reason,
        detail: { answer, begins: decision },
      },
    );
    await recordAudit(tx, actor, {
      action: "complaint.decide",
      thing: "complaint",
      key: code,
      name: `${complaint.name} (${order.code})`,
      regencyCode: complaint.regency_code,
      detail: { before: COMPLAINT_LABEL.disputed, after: answer, reason },
    });
  });
}
