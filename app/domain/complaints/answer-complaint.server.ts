import type { Db } from "#db/client.server.ts";
import { BadInput, StaleRecord } from "../../lib/errors.ts";
import type { Actor } from "../accounts/actor.ts";
import { carryOut } from "./carry-out.server.ts";
import { type Answer, OUTCOME_LABEL } from "./complaint-status.ts";
import { moveComplaint } from "./move-complaint.server.ts";
import { recordComplaintEvent } from "./record-complaint-event.server.ts";
import { takeAsAnswerer } from "./take-as-answerer.server.ts";

/**
 * The seller (of staples the warung) says what they offer. What the buyer wished for begins at once; anything else waits
 * for the buyer's word. Refusing asks for a reason.
 * @throws NotLoggedIn, NotAllowed, NotFound, StaleRecord when it was answered or went to an officer before, BadInput
 */
export async function answerComplaint(
  actor: Actor,
  db: Db,
  { code, as, answer, text }: { code: string; as: "seller" | "operator"; answer: Answer; text: string },
): Promise<void> {
  if (answer === "refused" && text === "")
    throw new BadInput({ alasan: "Tulis alasannya. Pembeli dan petugas membacanya." });
  await db.transaction().execute(async (tx) => {
    const { order, complaint, by } = await takeAsAnswerer(tx, actor, { code, as });
    if (complaint.status !== "open") throw new StaleRecord("keluhan");
    const begins = answer === complaint.wanted ? answer : null;
    if (begins) await carryOut(tx, complaint, begins, { patch: { answer } });
    else await moveComplaint(tx, complaint, "open", "answered", { answer });
    await recordComplaintEvent(
      tx,
      { actor, as },
      {
        complaint,
        orderId: order.id,
        kind: "complaint_answered",
        note: text,
        detail: { by, answer: OUTCOME_LABEL[answer], begins },
      },
    );
  });
}
