import type { Db } from "#db/client.server.ts";
import { findWarungOpening, insertDeliveryAttempt, updateDelivery } from "#db/queries/delivery.ts";
import { type Actor, asOperator } from "../../accounts/actor.ts";
import { announce } from "../../jobs/enqueue.server.ts";
import { removeDocument, storeDocument } from "../../media/store-document.server.ts";
import { addOpeningMinutes } from "../../warung/opening-hours.ts";
import { openingTimes } from "../../warung/week-hours.ts";
import { moveOrder } from "../move-order.server.ts";
import { recordOrderEvent } from "../record-order-event.server.ts";
import { takeOwnOrder } from "../take-own-order.server.ts";
import type { FailureReason } from "./failure-reasons.ts";

/** How long warung and buyer have to say how it goes on, before an officer does. Minutes of the warung's opening time. */
const DECIDE_MINUTES = 4 * 60;

/**
 * The goods come back from the door: nobody was there, they were refused, or the address was wrong. Sent twice is once.
 * @throws NotAllowed, NotFound, BadInput when the photo is none, StaleOrder when it is not on its way
 */
export async function failDelivery(
  actor: Actor,
  db: Db,
  failure: { code: string; reason: FailureReason; note: string | null; photo: Uint8Array | null },
): Promise<void> {
  const { warung } = asOperator(actor);
  const { code, reason, note, photo } = failure;
  const photoFile = photo ? (await storeDocument(photo, { field: "foto" })).file : null;
  const dropPhoto = async () => {
    if (photoFile) await removeDocument(photoFile);
  };
  try {
    const done = await db.transaction().execute(async (tx) => {
      const order = await takeOwnOrder(tx, code, warung.warungId);
      if (order.status === "delivery_failed") return false;
      const times = openingTimes(await findWarungOpening(tx, warung.warungId));
      await moveOrder(tx, order, "out_for_delivery", "delivery_failed", {
        deadlineAt: addOpeningMinutes(times, new Date(), DECIDE_MINUTES),
      });
      const tries = order.delivery_tries + 1;
      await updateDelivery(tx, order.id, { tries });
      await insertDeliveryAttempt(tx, {
        orderId: order.id,
        warungId: warung.warungId,
        outcome: "failed",
        reason,
        note,
        photoFile,
        actorName: warung.name,
      });
      const detail = { reason, tries, ...(note && { note }) };
      await recordOrderEvent(tx, order.id, "delivery_failed", { actor, as: "operator" }, detail);
      await announce(tx, `warung:${warung.warungId}`);
      return true;
    });
    if (!done) await dropPhoto();
  } catch (error) {
    await dropPhoto();
    throw error;
  }
}
