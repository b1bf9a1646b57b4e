import type { Db } from "#db/client.server.ts";
import { type AttemptRow, findReceivingRow } from "#db/queries/delivery.ts";
import { now } from "../../../lib/clock.ts";
import { NotFound } from "../../../lib/errors.ts";
import { neighbourhoodText } from "../../regions/neighbourhood-text.ts";
import { promiseText } from "../../warung/delivery-window.ts";
import { upcomingWindows } from "../../warung/upcoming-windows.ts";
import { openingTimes, openText } from "../../warung/week-hours.ts";
import { RETRY_CHOICES } from "./retry-delivery.server.ts";
import { untilText } from "./start-pickup.server.ts";

export type Receiving = {
  readonly fulfilment: "delivery" | "pickup";
  readonly tries: number;
  readonly receiverWithoutPhone: boolean;
  /** where to fetch it, while a warung is known */
  readonly place: {
    readonly name: string;
    readonly address: string;
    readonly openText: string;
    readonly offersPickup: boolean;
  } | null;
  /** until when it waits at the counter, in words */
  readonly pickupUntil: string | null;
  /** the trip it rides with or is planned for */
  readonly tripId: number | null;
  readonly attempts: readonly AttemptRow[];
  /** when the warung could try again: beginning of the window, and how it is said */
  readonly retryWindows: readonly { readonly start: string; readonly text: string }[];
};

/** How an order reaches its buyer, for the pages of those who may see the order. One query. @throws NotFound */
export async function findReceiving(db: Db, code: string): Promise<Receiving> {
  const row = await findReceivingRow(db, code);
  if (!row) throw new NotFound("pesanan");
  const at = now();
  const times = openingTimes(row);
  const { place } = row;
  return {
    fulfilment: row.fulfilment,
    tries: row.delivery_tries,
    receiverWithoutPhone: row.receiver_without_phone,
    place: place && {
      name: place.name,
      address: [place.address, neighbourhoodText(place.rt, place.rw), place.village]
        .filter(Boolean)
        .join(", "),
      openText: openText(times, at).text,
      offersPickup: row.offers_pickup ?? false,
    },
    pickupUntil: row.pickup_until && untilText(row.pickup_until, at),
    tripId: row.trip_id,
    attempts: row.attempts,
    retryWindows: place
      ? upcomingWindows(times, at, RETRY_CHOICES).map((window) => ({
          start: window.windowStart.toISOString(),
          text: promiseText(window, at),
        }))
      : [],
  };
}
