import { type DeliveryPromise, promisesFor } from "./delivery-window.ts";
import { type OpeningTimes, opensBetween } from "./opening-hours.ts";

/** A warung's own shelf knows no holidays; its own days off are in its times. */
const NO_HOLIDAYS = new Map<string, string>();

/** The next delivery windows in which a warung works and that can still be kept, the earliest first. */
export function upcomingWindows(times: OpeningTimes, now: Date, most: number): DeliveryPromise[] {
  const found: DeliveryPromise[] = [];
  for (const promise of promisesFor("here", now, NO_HOLIDAYS)) {
    if (!opensBetween(times, promise.from > now ? promise.from : now, promise.until)) continue;
    found.push(promise);
    if (found.length === most) break;
  }
  return found;
}
