import type { Db, Tx } from "#db/client.server.ts";
import { type CandidateRow, findCandidates } from "#db/queries/routing.ts";
import { addMinutes, dateWib, startOfDayWib } from "../../lib/clock.ts";
import type { Point } from "../../lib/distance.ts";
import type { FeeStep } from "../warung/delivery-fee.ts";
import { DELIVERY_WINDOWS, type DeliveryPromise } from "../warung/delivery-window.ts";
import type { OpeningTimes } from "../warung/opening-hours.ts";
import { openingTimes } from "../warung/week-hours.ts";
import { type CandidateFacts, type Judged, rankWarung } from "./rank-warung.ts";

export type RoutingQuestion = {
  readonly villageCode: string;
  readonly stapleIds: readonly number[];
  readonly promise: Pick<DeliveryPromise, "until" | "windowStart">;
  readonly chosenWarungId: number | null;
  /** who brings the other order of the same checkout, if it is known */
  readonly siblingWarungId?: number | null;
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
    takesPayment: row.takes_cash,
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
  const judged = rankWarung(
    candidates.map(({ facts }) => facts),
    {
      now: question.now,
      promiseUntil: question.promise.until,
      chosenWarungId: question.chosenWarungId,
      siblingWarungId: question.siblingWarungId,
    },
  );
  return judged.map((one) => {
    const { row, facts } = terms.get(one.warungId)!;
    const { latitude, longitude } = row;
    const point = latitude === null || longitude === null ? null : { latitude, longitude };
    return { ...one, serves: row.serves, status: row.status, fees: row.fees, times: facts.times, point };
  });
}

/** Reads the warung that could take this basket and applies the routing rules. One query. */
export async function judgeCandidates(db: Db | Tx, question: RoutingQuestion): Promise<JudgedWithTerms[]> {
  const [candidates] = await findCandidatesOf(db, [question], question.now);
  return judge(candidates!, question);
}

/** What is kept of a candidate: enough to explain, without hours and fee tables. */
export function remembered({ times: _times, fees: _fees, point: _point, ...judged }: JudgedWithTerms) {
  return judged;
}
