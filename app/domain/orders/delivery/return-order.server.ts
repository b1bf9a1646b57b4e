import type { Db } from "#db/client.server.ts";
import { findLastFailure } from "#db/queries/delivery.ts";
import { StaleOrder } from "../../../lib/errors.ts";
import { type Actor, asOperator } from "../../accounts/actor.ts";
import { annulOrder } from "../annul-order.server.ts";
import { takeOwnOrder } from "../take-own-order.server.ts";
import { FAILURE_REASONS, type FailureReason } from "./failure-reasons.ts";

/**
 * The warung gives up after a failed try: the order is cancelled, nothing is owed, the sellers' stock is given back and
 * their goods wait for them at the warung. Returning twice is returning once.
 * @throws NotAllowed, NotFound, StaleOrder when it has moved on
 */
export async function returnOrder(actor: Actor, db: Db, { code }: { code: string }): Promise<void> {
  const { warung } = asOperator(actor);
  await db.transaction().execute(async (tx) => {
    const order = await takeOwnOrder(tx, code, warung.warungId);
    if (order.status === "cancelled") return;
    if (order.status !== "delivery_failed") throw new StaleOrder(code, "delivery_failed");
    const failure = await findLastFailure(tx, order.id);
    const why = FAILURE_REASONS[failure as FailureReason];
    const reason = `Gagal diantar: ${why}`;
    await annulOrder(tx, order, { from: "delivery_failed", reason, who: { actor, as: "operator" } });
  });
}
