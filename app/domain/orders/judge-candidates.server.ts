import type { Db, Tx } from "#db/client.server.ts";
import { type CandidateRow, findCandidates } from "#db/queries/routing.ts";
import { addMinutes, dateWib, startOfDayWib } from "../../lib/clock.ts";
import type { Point } from "../../lib/distance.ts";
import type { FeeStep } from "../warung/delivery-fee.ts";
import { DELIVERY_WINDOWS, type DeliveryPromise } from "../warung/delivery-window.ts";
import type { OpeningTimes } from "../warung/opening-hours.ts";
import { openingTimes } from "../warung/week-hours.ts";
import { methodsOf, type PaymentMethod } from "./payment-methods.ts";
import { type CandidateFacts, filterRule, type Judged, rankWarung } from "./rank-warung.ts";

export type RoutingQuestion = {
  readonly villageCode: string;
  readonly stapleIds: readonly number[];
  readonly promise: Pick<DeliveryPromise, "until" | "windowStart">;
  readonly chosenWarungId: number | null;
  /** on whose shelf goods of the order lie reserved */
  readonly shelfWarungId?: number | null;
  /** who brings the other order of the same checkout, if it is known */
  readonly siblingWarungId?: number | null;
  /** the buyer fetches it at the warung they chose */
  readonly pickup?: boolean;
  /** how it is paid; left out: not chosen yet */
  readonly payment?: PaymentMethod | undefined;
  readonly orderId: number | null;
  readonly now: Date;
};

/** One warung that could take a basket: what the rules look at, and its terms. */
export type Candidate = { readonly facts: CandidateFacts; readonly row: CandidateRow };

export type JudgedWithTerms = Judged & {
  readonly serves: boolean;
  readonly status: string;
  readonly fees: readonly FeeStep[];
  readonly times: OpeningTimes;
  readonly point: Point | null;
  readonly offersPickup: boolean;
  readonly takes: readonly PaymentMethod[];
  /** could have it ready at its counter, whoever is asked to bring it */
  readonly canHandOut: boolean;
  readonly slug: string;
  /** street and village */
  readonly address: string;
};

/** What the ranking looks at, of one warung as the database has it. */
export function factsOf(row: CandidateRow, times: OpeningTimes): CandidateFacts {
  return {
    warungId: row.warung_id,
    name: row.name,
    mobile: row.mobile,
    status: row.status,
    times,
    serves: row.serves,
    offersPickup: row.offers_pickup,
    takes: methodsOf(row),
    asked: row.asked,
    staplesOut: row.staples_out,
    staplesFew: row.staples_few,
    distanceM: row.distance_m,
    sameVillage: row.same_village,
    sameDistrict: row.same_district,
    windowHeld: row.window_held,
    windowCapacity: row.window_capacity,
    heldToday: row.held_today,
    capacityToday: row.window_capacity * DELIVERY_WINDOWS.length,
    ordersThisMonth: row.held_month,
  };
}

/** Reads the warung that could take each of these baskets, all as they stand `now`. One query. */
export async function findCandidatesOf(
  db: Db | Tx,
  questions: readonly Pick<RoutingQuestion, "villageCode" | "stapleIds" | "promise" | "orderId">[],
  now: Date,
): Promise<Candidate[][]> {
  const dayStart = startOfDayWib(now);
  const rows = await findCandidates(
    db,
    questions.map(({ villageCode, stapleIds, promise, orderId }) => ({
      villageCode,
      stapleIds,
      windowStart: promise.windowStart,
      orderId,
    })),
    { dayStart, monthStart: addMinutes(dayStart, -(Number(dateWib(now).slice(8)) - 1) * 24 * 60) },
  );
  const found: Candidate[][] = questions.map(() => []);
  for (const row of rows) found[row.question]!.push({ row, facts: factsOf(row, openingTimes(row)) });
  return found;
}

/** Applies the routing rules to what was read. */
export function judge(candidates: readonly Candidate[], question: RoutingQuestion): JudgedWithTerms[] {
  const terms = new Map(candidates.map((candidate) => [candidate.facts.warungId, candidate]));
  const basket = {
    now: question.now,
    promiseUntil: question.promise.until,
    chosenWarungId: question.chosenWarungId,
    shelfWarungId: question.shelfWarungId,
    siblingWarungId: question.siblingWarungId,
    pickup: question.pickup,
    payment: question.payment,
  };
  const judged = rankWarung(
    candidates.map(({ facts }) => facts),
    basket,
  );
  const atCounter = { ...basket, pickup: true, chosenWarungId: null };
  return judged.map((one) => {
    const { row, facts } = terms.get(one.warungId)!;
    const { latitude, longitude } = row;
    const point = latitude === null || longitude === null ? null : { latitude, longitude };
    return {
      ...one,
      serves: row.serves,
      status: row.status,
      fees: row.fees,
      times: facts.times,
      point,
      offersPickup: row.offers_pickup,
      takes: facts.takes,
      canHandOut: filterRule(facts, atCounter) === null,
      slug: row.slug,
      address: `${row.address}, ${row.village}`,
    };
  });
}

/** Reads the warung that could take this basket and applies the routing rules. One query. */
export async function judgeCandidates(db: Db | Tx, question: RoutingQuestion): Promise<JudgedWithTerms[]> {
  const [candidates] = await findCandidatesOf(db, [question], question.now);
  return judge(candidates!, question);
}

/** What is kept of a candidate: enough to explain, without hours, fee table and address. */
export function remembered(candidate: JudgedWithTerms) {
  const {
    times: _times,
    fees: _fees,
    point: _point,
    canHandOut: _can,
    slug: _slug,
    address: _a,
    takes: _takes,
    ...judged
  } = candidate;
  return judged;
}
