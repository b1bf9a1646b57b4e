import type { Db } from "#db/client.server.ts";
import { clearExpiries, findPendingOffer } from "#db/queries/offers.ts";
import { StaleOffer } from "../../lib/errors.ts";
import { type Actor, asOperator } from "../accounts/actor.ts";
import { closeOffer } from "./close-offer.server.ts";
import { DECLINE_REASONS, type DeclineReason } from "./decline-reasons.ts";
import { takeOrder } from "./move-order.server.ts";
import { recordOrderEvent } from "./record-order-event.server.ts";

/** The operator cannot take the order: the next warung is asked. @throws NotAllowed, NotFound, StaleOffer */
export async function declineOrder(
  actor: Actor,
  db: Db,
  { code, reason }: { code: string; reason: DeclineReason },
): Promise<void> {
  const { warung } = asOperator(actor);
  await db.transaction().execute(async (tx) => {
    const order = await takeOrder(tx, code);
    const offer = await findPendingOffer(tx, order.id);
    if (offer?.warung_id !== warung.warungId) throw new StaleOffer();
    await closeOffer(tx, order, offer, "declined", DECLINE_REASONS[reason]);
    // A no is an answer: only silence counts towards the pause.
    await clearExpiries(tx, warung.warungId);
    await recordOrderEvent(
      tx,
      order.id,
      "declined",
      { actor, as: "operator" },
      { warung: warung.name, reason },
    );
  });
}
