import type { Db } from "#db/client.server.ts";
import { markRefundSent } from "#db/queries/refund-tasks.ts";
import { NotFound } from "../../../lib/errors.ts";
import { type Actor, asOperator } from "../../accounts/actor.ts";
import { announce } from "../../jobs/enqueue.server.ts";
import { removeDocument, storeDocument } from "../../media/store-document.server.ts";
import { recordOrderEvent } from "../../orders/record-order-event.server.ts";
import { takeRefund } from "./take-refund.server.ts";

/**
 * The warung transferred the money, and shows it with a photo; the buyer then says whether it came. Sent twice it is sent once.
 * @throws NotLoggedIn, NotAllowed, NotFound when it is not theirs, BadInput when it is no picture
 */
export async function sendRefund(
  actor: Actor,
  db: Db,
  { id, photo }: { id: number; photo: Uint8Array },
): Promise<void> {
  const { warung } = asOperator(actor);
  const { file } = await storeDocument(photo, { field: "foto" });
  let isKept = false;
  try {
    await db.transaction().execute(async (tx) => {
      const { order, refund } = await takeRefund(tx, id);
      if (refund.warung_id !== warung.warungId) throw new NotFound("pengembalian");
      if (!(await markRefundSent(tx, id, file))) return;
      await recordOrderEvent(
        tx,
        order.id,
        "refund_sent",
        { actor, as: "operator" },
        { amount: refund.amount },
      );
      await announce(tx, `warung:${warung.warungId}`);
      isKept = true;
    });
  } finally {
    if (!isKept) await removeDocument(file);
  }
}
