import type { Db } from "#db/client.server.ts";
import { type Actor, asOperator } from "../accounts/actor.ts";
import { sendMessage } from "../notifications/send-message.server.ts";
import { SHRINK_REASONS, type ShrinkReason } from "./shrink-reasons.ts";
import { takeOffShelf, takeShelfItem } from "./take-shelf-item.server.ts";

/**
 * Pieces on the shelf are broken, past their date or gone: they are written off with a reason, and both sides see it.
 * Who bears the loss is not decided here and nothing is posted to the ledger: that is for the settlement between the
 * two, once there is one. The same form acts once.
 * @throws NotLoggedIn, NotAllowed, NotFound, BadInput when fewer lie there
 */
export async function writeOffShelf(
  actor: Actor,
  db: Db,
  {
    itemId,
    pieces,
    reason,
    formKey,
  }: { itemId: number; pieces: number; reason: ShrinkReason; formKey: string },
): Promise<void> {
  const { warung, name } = asOperator(actor);
  await db.transaction().execute(async (tx) => {
    const item = await takeShelfItem(tx, warung.warungId, { itemId, formKey });
    if (!item) return;
    const why = SHRINK_REASONS[reason];
    await takeOffShelf(tx, item, { pieces, cause: "shrinkage", reason: why, formKey, actorName: name });
    await sendMessage(tx, {
      key: `shelf-shrinkage:${formKey}`,
      kind: "titipan",
      canWait: true,
      subject: "Titipan susut",
      to: { name: item.umkm, mobile: item.umkm_mobile },
      body: `${warung.name} mencatat ${pieces} × ${item.name} tidak dapat dijual: ${why}.`,
      regencyCode: item.regency_code,
    });
  });
}
