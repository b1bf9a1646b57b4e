import type { Db } from "#db/client.server.ts";
import { findOpenTrips, findReadyForTrip, type OpenTripRow, type RoundOrderRow } from "#db/queries/trips.ts";
import { now } from "../../../lib/clock.ts";
import { type Actor, asOperator } from "../../accounts/actor.ts";
import { currentWindowEnd } from "../../warung/delivery-window.ts";
import { MOST_STOPS } from "./plan-trip.server.ts";

export type RoundOrder = RoundOrderRow & {
  readonly late: boolean;
  /** belongs to the delivery window that runs or comes next, or to the earliest promise there is */
  readonly due: boolean;
};

/** What a warung can ride out with now, late ones first, and the trips that are planned or under way. Two queries. */
export async function findRounds(
  db: Db,
  actor: Actor,
): Promise<{ readonly ready: RoundOrder[]; readonly trips: OpenTripRow[] }> {
  const { warungId } = asOperator(actor).warung;
  const at = now();
  const [ready, trips] = await Promise.all([
    findReadyForTrip(db, warungId, MOST_STOPS),
    findOpenTrips(db, warungId),
  ]);
  const earliest = ready[0]?.promise_until ?? at;
  const windowEnd = new Date(Math.max(currentWindowEnd(at).getTime(), earliest.getTime()));
  return {
    ready: ready.map((order) => ({
      ...order,
      late: order.promise_until < at,
      due: order.promise_until <= windowEnd,
    })),
    trips,
  };
}
