import type { Db } from "#db/client.server.ts";
import {
  findTripRow,
  findTripStops,
  findWarungPoint,
  type TripRow,
  type TripStopRow,
} from "#db/queries/trips.ts";
import { now } from "../../../lib/clock.ts";
import { NotFound } from "../../../lib/errors.ts";
import { type Actor, asOperator } from "../../accounts/actor.ts";
import { roundLength } from "./plan-round.ts";
import { pointOf } from "./plan-trip.server.ts";

export type Trip = {
  readonly trip: TripRow;
  readonly stops: readonly (TripStopRow & { readonly late: boolean })[];
  /** metres from the warung through all villages and home; null without the warung's own place */
  readonly lengthM: number | null;
  /** rupiah to collect on the whole trip, and collected so far; a test order brings none */
  readonly cash: { readonly all: number; readonly collected: number };
};

/** One trip of one's own warung. Three queries. @throws NotLoggedIn, NotAllowed, NotFound */
export async function findTrip(db: Db, actor: Actor, tripId: number): Promise<Trip> {
  const { warungId } = asOperator(actor).warung;
  const trip = await findTripRow(db, warungId, tripId);
  if (!trip) throw new NotFound("perjalanan");
  const [stops, warung] = await Promise.all([findTripStops(db, tripId), findWarungPoint(db, warungId)]);
  const at = now();
  const start = pointOf(warung);
  const sumOf = (some: readonly TripStopRow[]) =>
    some.reduce((sum, stop) => sum + (stop.is_test ? 0 : stop.collect), 0);
  return {
    trip,
    stops: stops.map((stop) => ({ ...stop, late: stop.outcome === null && stop.promise_until < at })),
    lengthM:
      start &&
      roundLength(
        start,
        stops.map(pointOf).filter((point) => point !== null),
      ),
    cash: {
      all: sumOf(stops.filter((stop) => stop.outcome !== "failed")),
      collected: sumOf(stops.filter((stop) => stop.outcome === "delivered")),
    },
  };
}
