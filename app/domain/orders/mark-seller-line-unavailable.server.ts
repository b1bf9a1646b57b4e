import type { Db } from "#db/client.server.ts";
import { scatterOrder } from "#db/queries/dinas.ts";
import { releaseWindow } from "#db/queries/routing.ts";
import { type Actor, asSeller } from "../accounts/actor.ts";
import { announce } from "../jobs/enqueue.server.ts";
import { MISSING_REASONS, type MissingReason } from "./missing-reasons.ts";
import { moveOrder } from "./move-order.server.ts";
import { recordOrderEvent } from "./record-order-event.server.ts";
import { takeSellerLine } from "./take-seller-line.server.ts";

/**
 * The seller does not have what was ordered. The order cannot go on as it is: an officer decides, its warung is told and
 * free again. The product's stock stays as it is; whoever sells it sets that.
 * @throws NotLoggedIn, NotAllowed, NotFound, StaleOrder when the goods were handed over or the order moved on
 */
export async function markSellerLineUnavailable(
  actor: Actor,
  db: Db,
  { code, reason }: { code: string; reason: MissingReason },
): Promise<void> {
  const { umkm } = asSeller(actor);
  await db.transaction().execute(async (tx) => {
    const { order } = await takeSellerLine(tx, code, umkm.umkmId, ["pending", "confirmed"], "unavailable");
    const warungId = order.warung_id!;
    const why = `penjual tidak punya barangnya (${umkm.name}: ${MISSING_REASONS[reason]})`;
    if (order.held_window) await releaseWindow(tx, warungId, order.held_window);
    await moveOrder(tx, order, "accepted", "needs_officer", {
      warungId: null,
      heldWindow: null,
      needsOfficerReason: why,
    });
    await scatterOrder(tx, order.id);
    await recordOrderEvent(tx, order.id, "needs_officer", { actor, as: "seller" }, { warungId, reason: why });
    await announce(tx, `warung:${warungId}`);
  });
}
