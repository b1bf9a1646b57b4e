import { dateWib } from "../../lib/clock.ts";
import type { Calendar } from "../calendar/calendar.ts";
import { type DeliveryPromise, promiseFor, type Reach } from "../warung/delivery-window.ts";
import { farthest, type Origin, reachOf } from "../warung/reach.ts";

export type Part<Line> = {
  readonly lines: readonly Line[];
  /** how far the farthest of them comes */
  readonly reach: Reach;
  /** the earliest that this reach allows */
  readonly promise: DeliveryPromise;
};

/**
 * What becomes one order, and what two: goods that can leave today do not wait for those that must first reach the
 * warung. When both would come on the same day, one trip brings them. An empty cart is one empty part.
 */
export function splitCart<Line extends Origin>(
  lines: readonly Line[],
  villageCode: string,
  { now, calendar }: { readonly now: Date; readonly calendar: Calendar },
): Part<Line>[] {
  const part = (own: readonly Line[]) => {
    const reach = farthest(own, villageCode);
    return { lines: own, reach, promise: promiseFor(reach, now, calendar) };
  };
  const isNear = (line: Line) => ["here", "district"].includes(reachOf(line, villageCode));
  const near = part(lines.filter(isNear));
  const far = part(lines.filter((line) => !isNear(line)));
  const sameDay = dateWib(near.promise.until) === dateWib(far.promise.until);
  if (near.lines.length === 0 || far.lines.length === 0 || sameDay) return [part(lines)];
  return [near, far];
}
