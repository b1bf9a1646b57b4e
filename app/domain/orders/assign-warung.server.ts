import type { Db } from "#db/client.server.ts";
import { decideOffer, insertOffer } from "#db/queries/offers.ts";
import { findOrderStapleIds } from "#db/queries/orders.ts";
import { lockPayment } from "#db/queries/payments.ts";
import { holdWindow, insertRouting } from "#db/queries/routing.ts";
import { findOrderShelf } from "#db/queries/shelf.ts";
import { findShortageDeadline } from "#db/queries/shortages.ts";
import { addMinutes } from "../../lib/clock.ts";
import { BadInput, StaleOrder } from "../../lib/errors.ts";
import { type Actor, requireOfficerOf } from "../accounts/actor.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { announce } from "../jobs/enqueue.server.ts";
import { judgeCandidates, remembered } from "./judge-candidates.server.ts";
import { boundToShelf, leaveShelf } from "./leave-shelf.server.ts";
import { moveOrder, takeOrder } from "./move-order.server.ts";
import { windowOf } from "./offer-orders.server.ts";
import type { PaymentMethod } from "./payment-methods.ts";
import { recordOrderEvent } from "./record-order-event.server.ts";

/**
 * The officer has asked a warung (by phone) and gives it the order: accepted at once, beyond its capacity if need be.
 * @throws NotAllowed for another regency, BadInput when this warung may not take it or its goods lie reserved on another's
 * shelf, StaleOrder
 */
export async function assignWarung(
  actor: Actor,
  db: Db,
  { code, warungId }: { code: string; warungId: number },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    let order = await takeOrder(tx, code);
    requireOfficerOf(actor, order.regency_code);
    if (order.status !== "needs_officer") throw new StaleOrder(code, "needs_officer");
    const shelf = await findOrderShelf(tx, order.id);
    if (shelf && shelf.warungId !== warungId) {
      const moved = await leaveShelf(tx, order, shelf);
      if (!moved)
        throw new BadInput({ warung: `${boundToShelf(shelf)}. Tugaskan ${shelf.name}, atau batalkan.` });
      order = moved;
    }
    const now = new Date();
    const windowStart = windowOf(order);
    const payment = (await lockPayment(tx, order.id))?.method as PaymentMethod | undefined;
    const candidates = await judgeCandidates(tx, {
      villageCode: order.village_code,
      stapleIds: await findOrderStapleIds(tx, order.id),
      promise: { until: order.promise_until, windowStart },
      chosenWarungId: warungId,
      pickup: order.fulfilment === "pickup",
      payment,
      orderId: order.id,
      now,
    });
    const warung = candidates.find((candidate) => candidate.warungId === warungId);
    if (!warung || warung.status === "suspended" || warung.status === "nominated") {
      throw new BadInput({ warung: "Warung ini belum ditetapkan atau sedang dibekukan. Pilih yang lain." });
    }
    if (order.fulfilment === "pickup" && !warung.offersPickup)
      throw new BadInput({ warung: "Pembeli mengambil sendiri, dan warung ini tidak melayaninya." });
    if (payment === "qris" && !warung.takes.includes(payment))
      throw new BadInput({
        warung: "Pembeli membayar dengan QRIS, dan warung ini belum punya. Pilih yang lain.",
      });
    const routingId = await insertRouting(tx, order.id, candidates.map(remembered));
    await holdWindow(tx, warungId, windowStart, true);
    const offerId = await insertOffer(tx, {
      orderId: order.id,
      warungId,
      routingId,
      offeredAt: now,
      remindAt: now,
      expiresAt: addMinutes(now, 1),
    });
    await decideOffer(tx, offerId, "accepted");
    // what the buyer was being asked when it was taken over still waits for an answer
    const asked = await findShortageDeadline(tx, order.id);
    await moveOrder(tx, order, "needs_officer", asked ? "awaiting_buyer" : "accepted", {
      ...(asked && { deadlineAt: asked }),
      warungId,
      heldWindow: windowStart,
      needsOfficerReason: null,
    });
    await recordOrderEvent(tx, order.id, "assigned", { actor, as: "officer" }, { warung: warung.name });
    await recordAudit(tx, actor, {
      action: "order.assign",
      thing: "order",
      key: code,
      name: code,
      regencyCode: order.regency_code,
      detail: { warung: warung.name },
    });
    await announce(tx, `warung:${warungId}`);
  });
}
