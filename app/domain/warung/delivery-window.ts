import {
  addMinutes,
  dayText,
  relativeDayText,
  startOfDayWib,
  timeText,
  weekdayName,
  weekdayWib,
} from "../../lib/clock.ts";
import { addTravelDays, type Calendar, isHoliday } from "../calendar/calendar.ts";

/** The times of day in which warung deliver, in minutes since midnight WIB; capacity is counted per window. */
export const DELIVERY_WINDOWS = [
  { starts: 8 * 60, ends: 12 * 60 },
  { starts: 12 * 60, ends: 16 * 60 },
  { starts: 16 * 60, ends: 20 * 60 },
] as const;

/** How far the farthest goods of an order come: nothing to bring, from the buyer's district, regency, or beyond. */
export type Reach = "here" | "district" | "regency" | "province";

/** When an order arrives: between `from` and `until`; it takes capacity of the window that starts at `windowStart`. */
export type DeliveryPromise = { readonly from: Date; readonly until: Date; readonly windowStart: Date };

/** Minutes between ordering and the end of the earliest window that can still be kept, for same-day goods. */
const LEAD_MINUTES = { here: 120, district: 240 } as const;
/** Days (holidays not counted) on which goods from farther away arrive: from, until. */
const DAYS = { regency: [1, 1], province: [2, 4] } as const;
const LAST = DELIVERY_WINDOWS.length - 1;
const DAYS_AHEAD = 14;
const DAY = 24 * 60;

function windowOn(midnight: Date, number: number): DeliveryPromise {
  const window = DELIVERY_WINDOWS[number]!;
  const windowStart = addMinutes(midnight, window.starts);
  return { from: windowStart, until: addMinutes(midnight, window.ends), windowStart };
}

/**
 * What can be promised, the earliest first: staples and goods of the same district today, of the same regency tomorrow,
 * from elsewhere in Lampung in two to four days. Sellers bring and send nothing on a holiday; a warung's own shelf knows
 * none. What is too late for one window goes to the next.
 */
export function* promisesFor(reach: Reach, now: Date, calendar: Calendar): Generator<DeliveryPromise> {
  const today = startOfDayWib(now);
  if (reach === "regency" || reach === "province") {
    const [first, last] = DAYS[reach];
    for (let later = 0; later < DAYS_AHEAD; later++) {
      const { from } = windowOn(addTravelDays(calendar, today, first + later), 0);
      yield { ...windowOn(addTravelDays(calendar, today, last + later), LAST), from };
    }
    return;
  }
  const earliestEnd = addMinutes(now, LEAD_MINUTES[reach]);
  for (let days = 0; days <= DAYS_AHEAD; days++) {
    const midnight = addMinutes(today, days * DAY);
    if (reach === "district" && isHoliday(calendar, midnight)) continue;
    for (let number = 0; number <= LAST; number++) {
      const window = windowOn(midnight, number);
      if (window.until >= earliestEnd) yield window;
    }
  }
}

/** The earliest of `promisesFor`, for goods of which it is not asked yet who brings them. */
export function promiseFor(reach: Reach, now: Date, calendar: Calendar): DeliveryPromise {
  return promisesFor(reach, now, calendar).next().value!;
}

/** The end of the delivery window that runs now, else of the next one. */
export function currentWindowEnd(now: Date): Date {
  const today = startOfDayWib(now);
  const ends = DELIVERY_WINDOWS.map((window) => addMinutes(today, window.ends));
  return ends.find((end) => end > now) ?? addMinutes(ends[0]!, DAY);
}

/** `Hari ini, sebelum 16.00` · `Besok, sebelum 20.00` · `Kamis–Sabtu`, and with dates when a weekday alone misleads. */
export function promiseText(promise: { readonly from: Date; readonly until: Date }, now: Date): string {
  const dayOf = (at: Date) => startOfDayWib(at).getTime();
  if (dayOf(promise.from) !== dayOf(promise.until)) {
    const isNear = promise.until < addMinutes(startOfDayWib(now), 7 * DAY) && promise.from >= now;
    const text = (at: Date) => weekdayName(weekdayWib(at)) + (isNear ? "" : ` ${dayText(at)}`);
    return `${text(promise.from)}${isNear ? "–" : " – "}${text(promise.until)}`;
  }
  const day = relativeDayText(promise.until, now);
  return `${day[0]!.toUpperCase()}${day.slice(1)}, sebelum ${timeText(promise.until)}`;
}

/** As `promiseText`, inside a sentence: `hari ini, sebelum 16.00`; a weekday keeps its capital. */
export function promiseWithin(promise: { readonly from: Date; readonly until: Date }, now: Date): string {
  return promiseText(promise, now).replace(/^(Hari|Besok|Kemarin)/, (word) => word.toLowerCase());
}
