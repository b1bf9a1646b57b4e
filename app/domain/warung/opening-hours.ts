import { addMinutes, dateWib, startOfDayWib, weekdayWib } from "../../lib/clock.ts";

/** Minutes since midnight WIB, `opens < closes`. */
export type DayHours = { readonly opens: number; readonly closes: number };
/** Indexed by weekday, 0 = Sunday; null = closed that day. */
export type WeekHours = readonly (DayHours | null)[];
/** When a warung works: its week, the days (WIB, `2026-12-25`) it stays closed, and until when it has paused. */
export type OpeningTimes = {
  readonly week: WeekHours;
  readonly holidays: readonly string[];
  readonly pausedUntil: Date | null;
};

const DAYS_AHEAD = 14;

/**
 * The opening times from `from` on, earliest first; the first may have begun already. The one rule that knows weekday
 * hours, holidays and pauses: whatever asks when a warung works asks here.
 */
function* openings(times: OpeningTimes, from: Date): Generator<{ opens: Date; closes: Date }> {
  const today = startOfDayWib(from);
  const paused = times.pausedUntil ?? from;
  for (let day = 0; day <= DAYS_AHEAD; day++) {
    const midnight = addMinutes(today, day * 24 * 60);
    const open = times.week[weekdayWib(midnight)];
    if (!open || times.holidays.includes(dateWib(midnight))) continue;
    const opens = addMinutes(midnight, open.opens);
    const closes = addMinutes(midnight, open.closes);
    if (closes > from && closes > paused) {
      yield { opens: new Date(Math.max(opens.getTime(), paused.getTime())), closes };
    }
  }
}

/** Whether a warung is open now, until when, or when it opens next (within two weeks). */
export function openState(times: OpeningTimes, now: Date): { open: boolean; until?: Date; opensAt?: Date } {
  const next = openings(times, now).next().value;
  if (!next) return { open: false };
  return next.opens <= now ? { open: true, until: next.closes } : { open: false, opensAt: next.opens };
}

/** Whether the warung has any opening time between `from` and `until`. */
export function opensBetween(times: OpeningTimes, from: Date, until: Date): boolean {
  const next = openings(times, from).next().value;
  return next !== undefined && next.opens < until;
}

/**
 * The moment when `minutes` of opening time have passed since `from`: closed hours do not count.
 * A warung that never opens gets plain minutes, so that nothing waits for ever.
 */
export function addOpeningMinutes(times: OpeningTimes, from: Date, minutes: number): Date {
  let left = minutes;
  for (const { opens, closes } of openings(times, from)) {
    const begin = opens > from ? opens : from;
    const length = (closes.getTime() - begin.getTime()) / 60_000;
    if (length >= left) return addMinutes(begin, left);
    left -= length;
  }
  return addMinutes(from, minutes);
}

/**
 * The `days`-th opening after the day (WIB) of `from`: that day itself does not count. A warung that never opens gets
 * plain days, so that nothing waits for ever.
 */
export function openingAfter(times: OpeningTimes, from: Date, days: number): { opens: Date; closes: Date } {
  const tomorrow = addMinutes(startOfDayWib(from), 24 * 60);
  let left = days;
  for (const opening of openings(times, tomorrow)) if (--left === 0) return opening;
  const day = addMinutes(tomorrow, (days - 1) * 24 * 60);
  return { opens: day, closes: addMinutes(day, 24 * 60) };
}

/** When a warung that closes for the rest of today opens again: its first opening from tomorrow on, else in a day. */
export function opensAfterToday(times: OpeningTimes, now: Date): Date {
  const tomorrow = addMinutes(startOfDayWib(now), 24 * 60);
  const next = openings({ ...times, pausedUntil: null }, tomorrow).next().value;
  return next?.opens ?? tomorrow;
}
