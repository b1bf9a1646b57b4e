import type { Db } from "#db/client.server.ts";
import { clearExpiries, decideOffer, findPendingOffer } from "#db/queries/offers.ts";
import { StaleOffer } from "../../lib/errors.ts";
import { type Actor, asOperator } from "../accounts/actor.ts";
import { announce } from "../jobs/enqueue.server.ts";
import { moveOrder, takeOrder } from "./move-order.server.ts";
import { recordOrderEvent } from "./record-order-event.server.ts";

/** The operator takes the order on. @throws NotAllowed, NotFound, StaleOffer when it went to another or was cancelled */
export async function acceptOrder(actor: Actor, db: Db, { code }: { code: string }): Promise<void> {
  const { warung } = asOperator(actor);
  await db.transaction().execute(async (tx) => {
    const order = await takeOrder(tx, code);
    // A second tap of the same hand: it is theirs already.
    if (order.warung_id === warung.warungId && order.status === "accepted") return;
    const offer = await findPendingOffer(tx, order.id);
    if (offer?.warung_id !== warung.warungId) throw new StaleOffer();
    if (!(await decideOffer(tx, offer.id, "accepted"))) throw new StaleOffer();
    await moveOrder(tx, order, "offered", "accepted", { warungId: warung.warungId });
    await clearExpiries(tx, warung.warungId);
    await recordOrderEvent(tx, order.id, "accepted", { actor, as: "operator" }, { warung: warung.name });
    await announce(tx, `warung:${warung.warungId}`);
  });
}
