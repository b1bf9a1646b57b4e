import type { Db } from "#db/client.server.ts";
import { requeueMessage } from "#db/queries/outbox.ts";
import { StaleRecord } from "../../lib/errors.ts";
import { type Actor, asOfficer } from "../accounts/actor.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { enqueue } from "../jobs/enqueue.server.ts";
import { MESSAGE_TRIES } from "../notifications/send-message.server.ts";

/**
 * Tries a message anew that was given up. Codes are not among them: they have expired, and people ask for another.
 * @throws NotLoggedIn, NotAllowed, SecondFactorNeeded, StaleRecord when it is not (any more) one that failed here
 */
export async function resendMessage(actor: Actor, db: Db, { id }: { id: number }): Promise<void> {
  const { regencyCode } = asOfficer(actor);
  await db.transaction().execute(async (tx) => {
    const message = await requeueMessage(tx, id, regencyCode);
    if (!message) throw new StaleRecord("pesan");
    await enqueue(tx, "send-message", { messageId: id }, { maxAttempts: MESSAGE_TRIES });
    await recordAudit(tx, actor, {
      action: "message.resend",
      thing: "message",
      key: String(id),
      name: message.subject,
      regencyCode: message.regency_code,
    });
  });
}
