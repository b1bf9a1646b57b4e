import type { Db, Tx } from "#db/client.server.ts";
import { countOffers, findSiblingWarung, insertOffer } from "#db/queries/offers.ts";
import { findOrderStapleIds, type LockedOrder, lockOrderById } from "#db/queries/orders.ts";
import { holdWindow, insertRouting } from "#db/queries/routing.ts";
import { findOrderShelf } from "#db/queries/shelf.ts";
import { addMinutes } from "../../lib/clock.ts";
import { env } from "../../lib/env.server.ts";
import { system } from "../accounts/actor.ts";
import { announce, enqueue } from "../jobs/enqueue.server.ts";
import { DELIVERY_WINDOWS } from "../warung/delivery-window.ts";
import { addOpeningMinutes } from "../warung/opening-hours.ts";
import { filterText } from "./explain-rank.ts";
import { type JudgedWithTerms, judgeCandidates, remembered } from "./judge-candidates.server.ts";
import { boundToShelf, leaveShelf } from "./leave-shelf.server.ts";
import { moveOrder } from "./move-order.server.ts";
import { recordOrderEvent } from "./record-order-event.server.ts";

const router = { actor: system("Pengarah pesanan"), as: "system" } as const;

/** The window whose capacity an order takes: the one its promise ends with. */
export function windowOf(order: { readonly promise_until: Date }): Date {
  const length = DELIVERY_WINDOWS[0].ends - DELIVERY_WINDOWS[0].starts;
  return addMinutes(order.promise_until, -length);
}

async function handToOfficer(tx: Tx, order: LockedOrder, reason: string): Promise<void> {
  await moveOrder(tx, order, "placed", "needs_officer", { needsOfficerReason: reason });
  await recordOrderEvent(tx, order.id, "needs_officer", router, { reason });
}

/** Offers a placed order to one warung for its answering time; a test order takes nobody's place. */
export async function offerTo(
  tx: Tx,
  order: LockedOrder,
  warung: Pick<JudgedWithTerms, "warungId" | "name" | "times">,
  routingId: number,
): Promise<void> {
  const now = new Date();
  const minutes = env().OFFER_MINUTES;
  const expiresAt = addOpeningMinutes(warung.times, now, minutes);
  const remindAt = addOpeningMinutes(warung.times, now, minutes / 2);
  const offerId = await insertOffer(tx, {
    orderId: order.id,
    warungId: warung.warungId,
    routingId,
    offeredAt: now,
    remindAt,
    expiresAt,
  });
  await moveOrder(tx, order, "placed", "offered", {
    deadlineAt: expiresAt,
    heldWindow: order.is_test ? null : windowOf(order),
  });
  await enqueue(tx, "remind-offer", { offerId }, { runAt: remindAt, key: `remind-offer:${offerId}` });
  await enqueue(tx, "expire-offer", { offerId }, { runAt: expiresAt, key: `expire-offer:${offerId}` });
  await recordOrderEvent(tx, order.id, "offered", router, { warungId: warung.warungId, warung: warung.name });
  await announce(tx, `warung:${warung.warungId}`);
}

/** Reads who could take a placed order, and keeps what was found. */
async function judgeOrder(
  tx: Tx,
  order: LockedOrder,
  shelfWarungId: number | null,
): Promise<{ candidates: JudgedWithTerms[]; routingId: number }> {
  const candidates = await judgeCandidates(tx, {
    villageCode: order.village_code,
    stapleIds: await findOrderStapleIds(tx, order.id),
    promise: { until: order.promise_until, windowStart: windowOf(order) },
    chosenWarungId: order.chosen_warung_id,
    shelfWarungId,
    siblingWarungId: await findSiblingWarung(tx, order),
    pickup: order.fulfilment === "pickup",
    orderId: order.id,
    now: new Date(),
  });
  return { candidates, routingId: await insertRouting(tx, order.id, candidates.map(remembered)) };
}

/** Offers an order to the first of these warung that still has a place. @returns whether one had */
async function offerToFirst(
  tx: Tx,
  order: LockedOrder,
  candidates: readonly JudgedWithTerms[],
  routingId: number,
): Promise<boolean> {
  for (const candidate of candidates) {
    if (candidate.rank === null) break;
    // Another order may have taken the last place since the candidates were read: then the next one is asked.
    if (await holdWindow(tx, candidate.warungId, windowOf(order))) {
      await offerTo(tx, order, candidate, routingId);
      return true;
    }
  }
  return false;
}

/**
 * Offers a placed order to the best warung that has not been asked, holding its capacity; when the offers are used up
 * or nobody is left, an officer takes over. What the buyer fetches themselves is asked of the warung they chose and of no
 * other: when it cannot, an officer speaks with them. Goods from a shelf are asked of its warung alone; without it they
 * first change pools (`leaveShelf`). Runs any number of times: an order that is not `placed` is left alone.
 */
export async function routeOrder(db: Db, orderId: number): Promise<void> {
  await db.transaction().execute(async (tx) => {
    let order = await lockOrderById(tx, orderId);
    if (order?.status !== "placed") return;
    const shelf = await findOrderShelf(tx, orderId);
    if (shelf) {
      const { candidates, routingId } = await judgeOrder(tx, order, shelf.warungId);
      const own = candidates.filter((candidate) => candidate.warungId === shelf.warungId);
      if (await offerToFirst(tx, order, own, routingId)) return;
      const moved = await leaveShelf(tx, order, shelf);
      if (!moved) return handToOfficer(tx, order, boundToShelf(shelf));
      order = moved;
    }
    const { candidates, routingId } = await judgeOrder(tx, order, null);
    const chosenId = order.chosen_warung_id;
    const chosen = candidates.find(({ warungId }) => warungId === chosenId);
    if (order.fulfilment === "pickup" && chosen?.rank !== 1) {
      const why = (chosen && filterText(chosen)) ?? "tidak di sekitar desa pembeli";
      await handToOfficer(tx, order, `Pembeli ingin mengambil di ${chosen?.name ?? "warung lain"}: ${why}`);
      return;
    }
    const offers = await countOffers(tx, orderId);
    if (offers >= env().OFFER_LIMIT) {
      await handToOfficer(tx, order, `${offers} warung sudah ditawari, belum ada yang menerima`);
      return;
    }
    if (await offerToFirst(tx, order, candidates, routingId)) return;
    await handToOfficer(
      tx,
      order,
      offers === 0 ? "Tidak ada warung yang memenuhi syarat" : "Warung lain tidak ada yang memenuhi syarat",
    );
  });
}
