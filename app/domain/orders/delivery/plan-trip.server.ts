import type { Db } from "#db/client.server.ts";
import { findTripByForm, findWarungPoint, insertTrip, lockForTrip } from "#db/queries/trips.ts";
import { now } from "../../../lib/clock.ts";
import type { Point } from "../../../lib/distance.ts";
import { BadInput, StaleOrder } from "../../../lib/errors.ts";
import { type Actor, asOperator } from "../../accounts/actor.ts";
import { announce } from "../../jobs/enqueue.server.ts";
import { planRound } from "./plan-round.ts";

/** Orders on one printed sheet. */
export const MOST_STOPS = 40;

/** Where something is, if it is known. */
export function pointOf({
  latitude,
  longitude,
}: {
  readonly latitude: number | null;
  readonly longitude: number | null;
}): Point | null {
  return latitude === null || longitude === null ? null : { latitude, longitude };
}

/**
 * Groups ready orders into one trip, in a sensible order. The same form sent again gives the same trip.
 * @param formKey drawn when the form was rendered (UUID)
 * @returns the trip's id
 * @throws NotAllowed, BadInput when none or too many are chosen, StaleOrder when one left or rides with another trip by now
 */
export async function planTrip(
  actor: Actor,
  db: Db,
  { formKey, codes }: { formKey: string; codes: readonly string[] },
): Promise<number> {
  const { warung, accountId, name } = asOperator(actor);
  const wanted = [...new Set(codes)];
  if (wanted.length === 0) throw new BadInput({ pesanan: "Pilih paling sedikit satu pesanan." });
  if (wanted.length > MOST_STOPS)
    throw new BadInput({ pesanan: `Paling banyak ${MOST_STOPS} pesanan dalam satu perjalanan.` });
  return db.transaction().execute(async (tx) => {
    const orders = await lockForTrip(tx, warung.warungId, wanted);
    const before = await findTripByForm(tx, warung.warungId, formKey);
    if (before) return before.id;
    const gone = wanted.find(
      (code) => !orders.some((order) => order.code === code && order.status === "ready" && !order.rides),
    );
    if (gone) throw new StaleOrder(gone, "ready and in no trip");
    const at = now();
    const stops = orders.map((order) => ({
      id: order.id,
      point: pointOf(order),
      villageCode: order.village_code,
      rt: order.rt,
      rw: order.rw,
      street: order.street,
      late: order.promise_until < at,
    }));
    const round = planRound(pointOf(await findWarungPoint(tx, warung.warungId)), stops);
    const tripId = await insertTrip(tx, {
      warungId: warung.warungId,
      formKey,
      carrierAccountId: accountId,
      carrierName: name,
      orderIds: round.map(({ id }) => id),
    });
    if (tripId === undefined) throw new StaleOrder(wanted[0]!, "ready and in no trip");
    await announce(tx, `warung:${warung.warungId}`);
    return tripId;
  });
}
