import { addMinutes, dateWib, startOfDayWib, weekdayWib } from "../../lib/clock.ts";

const DAY = 24 * 60;

/** The days (WIB, `2026-12-25`) on which offices and sellers rest: national holidays and joint leave, by name. */
export type Calendar = ReadonlyMap<string, string>;

/** When buyers and officers are expected to answer, in minutes since midnight WIB. */
export const WAKING = { from: 7 * 60, until: 21 * 60 } as const;

export function isHoliday(calendar: Calendar, day: Date): boolean {
  return calendar.has(dateWib(day));
}

/** Monday to Friday, unless it is a holiday. */
export function isWorkingDay(calendar: Calendar, day: Date): boolean {
  const weekday = weekdayWib(day);
  return weekday !== 0 && weekday !== 6 && !isHoliday(calendar, day);
}

/** Midnight WIB of the `days`-th day after `from` for which `counts`; the day of `from` itself does not count. */
function nthDay(from: Date, days: number, counts: (day: Date) => boolean): Date {
  let day = startOfDayWib(from);
  for (let counted = 0; counted < days; ) {
    day = addMinutes(day, DAY);
    if (counts(day)) counted++;
  }
  return day;
}

/** The end (WIB) of the `days`-th working day after the day of `from`. */
export function addWorkingDays(calendar: Calendar, from: Date, days: number): Date {
  return addMinutes(
    nthDay(from, days, (day) => isWorkingDay(calendar, day)),
    DAY,
  );
}

/** Midnight (WIB) of the `days`-th day after `from` on which sellers bring and send goods: every day but holidays. */
export function addTravelDays(calendar: Calendar, from: Date, days: number): Date {
  return nthDay(from, days, (day) => !isHoliday(calendar, day));
}

/** The moment when `minutes` between 07.00 and 21.00 WIB have passed since `from`: nobody is asked to answer at night. */
export function addWakingMinutes(from: Date, minutes: number): Date {
  let left = minutes;
  for (let midnight = startOfDayWib(from); ; midnight = addMinutes(midnight, DAY)) {
    const wakes = addMinutes(midnight, WAKING.from);
    const begin = from > wakes ? from : wakes;
    const length = (addMinutes(midnight, WAKING.until).getTime() - begin.getTime()) / 60_000;
    if (length >= left) return addMinutes(begin, left);
    left -= Math.max(0, length);
  }
}
