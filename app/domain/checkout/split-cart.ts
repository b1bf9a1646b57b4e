import { dateWib } from "../../lib/clock.ts";
import type { Calendar } from "../calendar/calendar.ts";
import { type DeliveryPromise, promiseFor, type Reach } from "../warung/delivery-window.ts";

export type Origin = {
  readonly staple_id: number | null;
  readonly made_in_district_code: string | null;
  readonly regency_code: string | null;
};

/** How far one line comes. Codes nest: a regency `18.71` and a district `18.71.01` begin the code of their villages. */
export function reachOf(line: Origin, villageCode: string): Reach {
  if (line.staple_id !== null) return "here";
  if (villageCode.startsWith(`${line.made_in_district_code}.`)) return "district";
  return villageCode.startsWith(`${line.regency_code}.`) ? "regency" : "province";
}

const FARTHER: readonly Reach[] = ["here", "district", "regency", "province"];

function farthest(lines: readonly Origin[], villageCode: string): Reach {
  const at = Math.max(0, ...lines.map((line) => FARTHER.indexOf(reachOf(line, villageCode))));
  return FARTHER[at]!;
}

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
