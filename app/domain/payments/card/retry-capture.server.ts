import type { Db } from "#db/client.server.ts";
import { countCardAttempt, findCardPayment } from "#db/queries/card-payments.ts";
import { StaleRecord } from "../../../lib/errors.ts";
import { type Actor, asProvince } from "../../accounts/actor.ts";
import { recordAudit } from "../../audit/record-audit.server.ts";
import { enqueue } from "../../jobs/enqueue.server.ts";

/** An officer has the card charged once more. @throws NotAllowed, StaleRecord when it is not owed any more */
export async function retryCapture(actor: Actor, db: Db, { id }: { id: number }): Promise<void> {
  asProvince(actor);
  const card = await findCardPayment(db, id);
  if (card?.status !== "failed") throw new StaleRecord("pembayaran");
  await countCardAttempt(db, id, card.attempt);
  await db.transaction().execute(async (tx) => {
    const { checkout_id: checkoutId } = card;
    await enqueue(tx, "capture-payment", { checkoutId }, { key: `capture-payment:${checkoutId}` });
    await recordAudit(tx, actor, {
      action: "card.charge",
      thing: "card",
      key: card.intent_id ?? String(id),
      name: card.intent_id ?? String(id),
      regencyCode: null,
      detail: {},
    });
  });
}
