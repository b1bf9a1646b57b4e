import { EXPIRIES_BEFORE_PAUSE } from "#app/domain/orders/expire-offer.server.ts";
import { type CandidateFacts, type Judged, rankWarung } from "#app/domain/orders/rank-warung.ts";
import { addOpeningMinutes } from "#app/domain/warung/opening-hours.ts";
import { addMinutes, dateWib, startOfDayWib } from "#app/lib/clock.ts";
import { randomFor } from "#db/seed/sheets/random.ts";
import type { Market } from "./market.ts";
import { keeperOf, type SimulatedOrder } from "./people.ts";

/** In which order the eligible are asked. `rules`: as the product ranks them. */
export type Policy = "rules" | "nearest" | "random";

export type Outcome = {
  readonly order: SimulatedOrder;
  /** who brought it; an officer found them when `byOfficer`; null when nobody around has the goods */
  readonly warungId: number | null;
  readonly distanceM: number | null;
  readonly byOfficer: boolean;
  readonly offers: number;
  /** minutes from order to acceptance */
  readonly waited: number;
  readonly late: boolean;
};

type Limits = { readonly offerMinutes: number; readonly offerLimit: number };

/** Minutes an officer needs to phone and assign, within office hours; the same for every policy. */
const OFFICER_MINUTES = 45;
/** A paused warung is woken by its officer the next morning. */
const WAKE_MINUTES = 8 * 60 + 30;

/** Plays a month of orders against the real ranking, minute by minute. */
export class Month {
  readonly #held = new Map<string, number>();
  readonly #heldDay = new Map<string, number>();
  readonly #month = new Map<number, number>();
  readonly #silences = new Map<number, number>();
  readonly #pausedUntil = new Map<number, Date>();
  paused = 0;

  constructor(
    private readonly market: Market,
    private readonly policy: Policy,
    private readonly limits: Limits,
  ) {}

  #factsNow(order: SimulatedOrder, now: Date, asked: ReadonlySet<number>): CandidateFacts[] {
    const window = order.windowStart.getTime();
    const day = dateWib(now);
    return order.village.candidates.map((fixed) => {
      const id = fixed.warungId;
      const shelf = this.market.shelf.get(id);
      const states = order.stapleIds.map((staple) => shelf?.get(staple) ?? "habis");
      const paused = (this.#pausedUntil.get(id)?.getTime() ?? 0) > now.getTime();
      return {
        ...fixed,
        status: paused ? "paused" : fixed.status,
        asked: asked.has(id),
        staplesOut: states.filter((state) => state === "habis"),
        staplesFew: states.filter((state) => state === "sedikit").length,
        windowHeld: this.#held.get(`${id}/${window}`) ?? 0,
        heldToday: this.#heldDay.get(`${id}/${day}`) ?? 0,
        ordersThisMonth: this.#month.get(id) ?? 0,
      };
    });
  }

  /** Filters by the product's rules always; only the order of asking is the policy's. */
  #ranked(order: SimulatedOrder, now: Date, asked: ReadonlySet<number>): Judged[] {
    const eligible = rankWarung(this.#factsNow(order, now, asked), {
      now,
      promiseUntil: order.promiseUntil,
      chosenWarungId: null,
    }).filter((one) => one.rank !== null);
    if (this.policy === "nearest")
      eligible.sort((a, b) => (a.distanceM ?? Infinity) - (b.distanceM ?? Infinity));
    if (this.policy === "random") {
      const random = randomFor("ask", order.id);
      const dice = new Map(eligible.map((one) => [one.warungId, random.next()]));
      eligible.sort((a, b) => dice.get(a.warungId)! - dice.get(b.warungId)!);
    }
    return eligible;
  }

  #hold(warungId: number, order: SimulatedOrder, change: 1 | -1): void {
    const window = `${warungId}/${order.windowStart.getTime()}`;
    const day = `${warungId}/${dateWib(order.windowStart)}`;
    this.#held.set(window, (this.#held.get(window) ?? 0) + change);
    this.#heldDay.set(day, (this.#heldDay.get(day) ?? 0) + change);
    this.#month.set(warungId, (this.#month.get(warungId) ?? 0) + change);
  }

  #fellSilent(warungId: number, now: Date): void {
    const silences = (this.#silences.get(warungId) ?? 0) + 1;
    this.#silences.set(warungId, silences % EXPIRIES_BEFORE_PAUSE);
    if (silences < EXPIRIES_BEFORE_PAUSE) return;
    this.paused++;
    this.#pausedUntil.set(warungId, addMinutes(startOfDayWib(now), 1440 + WAKE_MINUTES));
  }

  /** One order's way: yields the moment it waits for, and returns how it ended. */
  *run(order: SimulatedOrder): Generator<Date, Outcome, Date> {
    const asked = new Set<number>();
    let now = order.at;
    while (asked.size < this.limits.offerLimit) {
      const [best] = this.#ranked(order, now, asked);
      if (!best) break;
      asked.add(best.warungId);
      this.#hold(best.warungId, order, 1);
      const { times } = order.village.candidates.find((one) => one.warungId === best.warungId)!;
      const answer = keeperOf(best.warungId).answer(randomFor("answer", order.id, best.warungId));
      const minutes = answer === "silence" ? this.limits.offerMinutes : answer.afterMinutes;
      now = yield addOpeningMinutes(times, now, minutes);
      if (answer !== "silence") {
        this.#silences.set(best.warungId, 0);
        if (answer.accepts) return this.#done(order, best.warungId, now, asked.size, false);
      } else this.#fellSilent(best.warungId, now);
      this.#hold(best.warungId, order, -1);
    }
    now = yield addMinutes(now, OFFICER_MINUTES);
    const found = this.#phoned(order);
    if (found !== null) this.#hold(found, order, 1);
    return this.#done(order, found, now, asked.size, true);
  }

  /** Whom an officer finds on the phone: the nearest that answers and has the goods, full or not. */
  #phoned(order: SimulatedOrder): number | null {
    const willing = order.village.candidates
      .filter(({ serves, warungId }) => {
        const shelf = this.market.shelf.get(warungId);
        const has = (staple: number) => (shelf?.get(staple) ?? "habis") !== "habis";
        return serves && keeperOf(warungId).kind !== "silent" && order.stapleIds.every(has);
      })
      .sort((a, b) => (a.distanceM ?? Infinity) - (b.distanceM ?? Infinity));
    return willing[0]?.warungId ?? null;
  }

  /** Whether a warung that takes more than it can carry has taken too much for this window. */
  #isOverloaded(warungId: number, order: SimulatedOrder, capacity: number): boolean {
    const held = this.#held.get(`${warungId}/${order.windowStart.getTime()}`) ?? 0;
    return held > capacity * keeperOf(warungId).hands;
  }

  #done(
    order: SimulatedOrder,
    warungId: number | null,
    now: Date,
    offers: number,
    byOfficer: boolean,
  ): Outcome {
    const found = order.village.candidates.find((one) => one.warungId === warungId);
    return {
      order,
      warungId,
      distanceM: found?.distanceM ?? null,
      byOfficer,
      offers,
      waited: (now.getTime() - order.at.getTime()) / 60_000,
      // half an hour to set out and ride; what the promise leaves no time for, or the keeper no hand, is late
      late:
        addMinutes(now, 30) > order.promiseUntil ||
        (found !== undefined && this.#isOverloaded(found.warungId, order, found.windowCapacity)),
    };
  }
}

type Waiting = { readonly at: Date; readonly go: Generator<Date, Outcome, Date> };

/** A heap by time: what happens next comes out first. */
class Agenda {
  readonly #heap: Waiting[] = [];

  push(item: Waiting): void {
    const heap = this.#heap;
    let at = heap.push(item) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (heap[parent]!.at <= heap[at]!.at) break;
      [heap[parent], heap[at]] = [heap[at]!, heap[parent]!];
      at = parent;
    }
  }

  pop(): Waiting | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (!first || !last || heap.length === 0) return first;
    heap[0] = last;
    for (let at = 0; ; ) {
      const left = at * 2 + 1;
      const right = left + 1;
      let least = at;
      if (left < heap.length && heap[left]!.at < heap[least]!.at) least = left;
      if (right < heap.length && heap[right]!.at < heap[least]!.at) least = right;
      if (least === at) return first;
      [heap[at], heap[least]] = [heap[least]!, heap[at]!];
      at = least;
    }
  }
}

/** Plays all orders in the order of time. @returns one outcome per order, in no particular order */
export function playMonth(month: Month, orders: readonly SimulatedOrder[]): Outcome[] {
  const agenda = new Agenda();
  for (const order of orders) agenda.push({ at: order.at, go: month.run(order) });
  const outcomes: Outcome[] = [];
  for (let next = agenda.pop(); next; next = agenda.pop()) {
    const step = next.go.next(next.at);
    if (step.done) outcomes.push(step.value);
    else agenda.push({ at: step.value, go: next.go });
  }
  return outcomes;
}
