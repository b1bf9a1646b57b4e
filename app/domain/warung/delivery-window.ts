import {
  addMinutes,
  relativeDayText,
  startOfDayWib,
  timeText,
  weekdayName,
  weekdayWib,
} from "../../lib/clock.ts";

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
const LAST = DELIVERY_WINDOWS.length - 1;

function windowOn(midnight: Date, number: number): DeliveryPromise {
  const window = DELIVERY_WINDOWS[number]!;
  const windowStart = addMinutes(midnight, window.starts);
  return { from: windowStart, until: addMinutes(midnight, window.ends), windowStart };
}

/**
 * The promise: staples and goods of the same district today, of the same regency tomorrow, from elsewhere in
 * Lampung in two to four days. What is too late for today goes to the first window of tomorrow.
 */
export function promiseFor(reach: Reach, now: Date): DeliveryPromise {
  const today = startOfDayWib(now);
  const day = (days: number) => addMinutes(today, days * 24 * 60);
  if (reach === "regency") return { ...windowOn(day(1), LAST), from: windowOn(day(1), 0).from };
  if (reach === "province") return { ...windowOn(day(4), LAST), from: windowOn(day(2), 0).from };
  const earliestEnd = addMinutes(now, LEAD_MINUTES[reach]);
  for (let number = 0; number <= LAST; number++) {
    const window = windowOn(today, number);
    if (window.until >= earliestEnd) return window;
  }
  return windowOn(day(1), 0);
}

/** `Hari ini, sebelum 16.00` · `Besok, sebelum 20.00` · `Kamis–Sabtu`. */
export function promiseText(promise: { readonly from: Date; readonly until: Date }, now: Date): string {
  const sameDay = startOfDayWib(promise.from).getTime() === startOfDayWib(promise.until).getTime();
  if (!sameDay) return `${weekdayName(weekdayWib(promise.from))}–${weekdayName(weekdayWib(promise.until))}`;
  const day = relativeDayText(promise.until, now);
  return `${day[0]!.toUpperCase()}${day.slice(1)}, sebelum ${timeText(promise.until)}`;
}
