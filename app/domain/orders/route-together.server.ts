import type { Tx } from "#db/client.server.ts";
import { type LockedOrder, lockPlacedOrders } from "#db/queries/orders.ts";
import { findOrdersToRoute, holdWindows, insertRoutings, type Places } from "#db/queries/routing.ts";
import { dateWib, now } from "../../lib/clock.ts";
import { env } from "../../lib/env.server.ts";
import {
  type Candidate,
  findCandidatesOf,
  type JudgedWithTerms,
  judge,
  type RoutingQuestion,
  remembered,
} from "./judge-candidates.server.ts";
import { moveOrder } from "./move-order.server.ts";
import { offerOrders, router, windowOf } from "./offer-orders.server.ts";
import { recordOrderEvent } from "./record-order-event.server.ts";

/** What was decided for one order: who is asked, or why an officer is. */
type Decision = {
  readonly order: LockedOrder;
  readonly candidates: readonly JudgedWithTerms[];
  readonly best: JudgedWithTerms | undefined;
  readonly reason: string;
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

function reasonFor(offers: number): string {
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
  const questions = orders.map((order): RoutingQuestion => {
    const { staple_ids, sibling_warung_id } = known.get(order.id)!;
    return {
      villageCode: order.village_code,
      stapleIds: staple_ids,
      promise: { until: order.promise_until, windowStart: windowOf(order) },
      chosenWarungId: order.chosen_warung_id,
      siblingWarungId: sibling_warung_id,
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
    const best =
      offers < env().OFFER_LIMIT ? candidates.find((candidate) => candidate.rank === 1) : undefined;
    if (best) {
      given.take(best.warungId, windowStart, at);
      ofCheckout.set(order.checkout_id, best.warungId);
    }
    return { order, candidates, best, reason: reasonFor(offers) };
  });
}

/**
 * One round of routing: locks the orders that are still placed, ranks the warung for each, holds the places, and offers
 * each order to its best warung or hands it to an officer.
 * @returns the orders whose place another transaction took in between; asked again, they see it taken
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
  for (const { order, best, reason } of settled) {
    if (best) continue;
    await moveOrder(tx, order, "placed", "needs_officer", { needsOfficerReason: reason });
    await recordOrderEvent(tx, order.id, "needs_officer", router, { reason });
  }
  return decisions.filter(isLate).map(({ order }) => order.id);
}
