import type { Tx } from "#db/client.server.ts";
import { type LockedOrder, lockPlacedOrders } from "#db/queries/orders.ts";
import { findOrdersToRoute, holdWindows, insertRoutings, type Places } from "#db/queries/routing.ts";
import { findOrderShelf, type OrderShelf } from "#db/queries/shelf.ts";
import { dateWib, now } from "../../lib/clock.ts";
import { env } from "../../lib/env.server.ts";
import { filterText } from "./explain-rank.ts";
import {
  type Candidate,
  findCandidatesOf,
  type JudgedWithTerms,
  judge,
  type RoutingQuestion,
  remembered,
} from "./judge-candidates.server.ts";
import { boundToShelf, leaveShelf } from "./leave-shelf.server.ts";
import { moveOrder } from "./move-order.server.ts";
import { offerOrders, router, windowOf } from "./offer-orders.server.ts";
import { recordOrderEvent } from "./record-order-event.server.ts";

/** What was decided for one order: who is asked, or why an officer is. */
type Decision = {
  readonly order: LockedOrder;
  readonly candidates: readonly JudgedWithTerms[];
  readonly best: JudgedWithTerms | undefined;
  readonly reason: string;
  /** its goods lie on the shelf of a warung that cannot be asked (any more) */
  readonly leaves: OrderShelf | undefined;
};

const placeOf = (warungId: number, startsAt: Date) => `${warungId}/${startsAt.getTime()}`;

/** Places given away in this round, on top of what the database knew when the candidates were read. */
class Given {
  readonly #places = new Map<string, Places>();
  readonly #today = new Map<number, number>();
  readonly #month = new Map<number, number>();

  take(warungId: number, startsAt: Date, at: Date): void {
    const key = placeOf(warungId, startsAt);
    this.#places.set(key, { warungId, startsAt, places: (this.#places.get(key)?.places ?? 0) + 1 });
    this.#month.set(warungId, (this.#month.get(warungId) ?? 0) + 1);
    if (dateWib(startsAt) === dateWib(at)) this.#today.set(warungId, (this.#today.get(warungId) ?? 0) + 1);
  }

  addTo({ facts, row }: Candidate, startsAt: Date): Candidate {
    const { warungId } = facts;
    const month = this.#month.get(warungId);
    if (month === undefined) return { facts, row };
    return {
      row,
      facts: {
        ...facts,
        windowHeld: facts.windowHeld + (this.#places.get(placeOf(warungId, startsAt))?.places ?? 0),
        heldToday: facts.heldToday + (this.#today.get(warungId) ?? 0),
        ordersThisMonth: facts.ordersThisMonth + month,
      },
    };
  }

  get all(): Places[] {
    return [...this.#places.values()];
  }
}

function reasonFor(order: LockedOrder, offers: number, candidates: readonly JudgedWithTerms[]): string {
  if (order.fulfilment === "pickup") {
    const chosen = candidates.find(({ warungId }) => warungId === order.chosen_warung_id);
    const why = (chosen && filterText(chosen)) ?? "tidak di sekitar desa pembeli";
    return `Pembeli ingin mengambil di ${chosen?.name ?? "warung lain"}: ${why}`;
  }
  if (offers >= env().OFFER_LIMIT) return `${offers} warung sudah ditawari, belum ada yang menerima`;
  return offers === 0
    ? "Tidak ada warung yang memenuhi syarat"
    : "Warung lain tidak ada yang memenuhi syarat";
}

/** Applies the rules to one order after the other: each sees the places that those before it were given. */
async function decide(tx: Tx, orders: readonly LockedOrder[], given: Given): Promise<Decision[]> {
  const at = now();
  const known = new Map(
    (
      await findOrdersToRoute(
        tx,
        orders.map((order) => order.id),
      )
    ).map((row) => [row.id, row]),
  );
  const [only] = orders;
  // goods on a shelf are never routed with others
  const shelf = orders.length === 1 ? await findOrderShelf(tx, only!.id) : undefined;
  const questions = orders.map((order): RoutingQuestion => {
    const { staple_ids, sibling_warung_id, payment_method } = known.get(order.id)!;
    return {
      villageCode: order.village_code,
      stapleIds: staple_ids,
      promise: { until: order.promise_until, windowStart: windowOf(order) },
      chosenWarungId: order.chosen_warung_id,
      shelfWarungId: shelf?.warungId ?? null,
      siblingWarungId: sibling_warung_id,
      pickup: order.fulfilment === "pickup",
      payment: payment_method,
      orderId: order.id,
      now: at,
    };
  });
  const read = await findCandidatesOf(tx, questions, at);
  const ofCheckout = new Map<number, number>();
  return orders.map((order, index) => {
    const question = questions[index]!;
    const { windowStart } = question.promise;
    const candidates = judge(
      read[index]!.map((candidate) => given.addTo(candidate, windowStart)),
      { ...question, siblingWarungId: question.siblingWarungId ?? ofCheckout.get(order.checkout_id) },
    );
    const { offers } = known.get(order.id)!;
    const asked = shelf
      ? candidates.find(({ warungId, rank }) => warungId === shelf.warungId && rank !== null)
      : candidates.find(({ rank }) => rank === 1);
    const best = offers < env().OFFER_LIMIT ? asked : undefined;
    if (best) {
      given.take(best.warungId, windowStart, at);
      ofCheckout.set(order.checkout_id, best.warungId);
    }
    const leaves = best ? undefined : shelf;
    return { order, candidates, best, reason: reasonFor(order, offers, candidates), leaves };
  });
}

/**
 * One round of routing: locks the orders that are still placed, ranks the warung for each, holds the places, and offers
 * each order to its best warung or hands it to an officer. What the buyer fetches themselves is asked of the warung they
 * chose and of no other. Goods from a shelf are asked of its warung alone; without it they change pools.
 * @returns the orders to be asked again: another transaction took their place in between, or their goods left a shelf
 */
export async function routeTogether(tx: Tx, orderIds: readonly number[]): Promise<number[]> {
  const orders = await lockPlacedOrders(tx, orderIds);
  if (orders.length === 0) return [];
  const given = new Given();
  const decisions = await decide(tx, orders, given);
  const held = new Set(
    (await holdWindows(tx, given.all)).map((row) => placeOf(row.warung_id, row.starts_at)),
  );
  const isLate = ({ order, best }: Decision) =>
    best !== undefined && !held.has(placeOf(best.warungId, windowOf(order)));
  const settled = decisions.filter((decision) => !isLate(decision));
  const routingIds = await insertRoutings(
    tx,
    settled.map(({ order, candidates }) => ({ orderId: order.id, candidates: candidates.map(remembered) })),
  );
  await offerOrders(
    tx,
    settled.flatMap(({ order, best }) =>
      best ? [{ order, warung: best, routingId: routingIds.get(order.id)! }] : [],
    ),
  );
  const again = decisions.filter(isLate).map(({ order }) => order.id);
  for (const { order, best, reason: why, leaves } of settled) {
    if (best) continue;
    // what the buyer fetches there is of no use elsewhere: an officer speaks with them first
    const mayLeave = leaves !== undefined && order.fulfilment !== "pickup";
    if (mayLeave && (await leaveShelf(tx, order, leaves))) {
      again.push(order.id);
      continue;
    }
    const reason = mayLeave ? boundToShelf(leaves) : why;
    await moveOrder(tx, order, "placed", "needs_officer", { needsOfficerReason: reason });
    await recordOrderEvent(tx, order.id, "needs_officer", router, { reason });
  }
  return again;
}
