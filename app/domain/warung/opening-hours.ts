import { addMinutes, startOfDayWib, weekdayWib } from "../../lib/clock.ts";

/** Minutes since midnight WIB, `opens < closes`. */
export type DayHours = { readonly opens: number; readonly closes: number };
/** Indexed by weekday, 0 = Sunday; null = closed that day. */
export type WeekHours = readonly (DayHours | null)[];

const DAYS_AHEAD = 14;

/** The opening times from `from` on, earliest first; the first may have begun already. */
function* openings(hours: WeekHours, from: Date): Generator<{ opens: Date; closes: Date }> {
  const today = startOfDayWib(from);
  for (let day = 0; day <= DAYS_AHEAD; day++) {
    const midnight = addMinutes(today, day * 24 * 60);
    const open = hours[weekdayWib(midnight)];
    if (!open) continue;
    const closes = addMinutes(midnight, open.closes);
    if (closes > from) yield { opens: addMinutes(midnight, open.opens), closes };
  }
}

/** Whether a warung is open now, until when, or when it opens next (within two weeks). */
export function openState(hours: WeekHours, now: Date): { open: boolean; until?: Date; opensAt?: Date } {
  const next = openings(hours, now).next().value;
  if (!next) return { open: false };
  return next.opens <= now ? { open: true, until: next.closes } : { open: false, opensAt: next.opens };
}

/** Whether the warung has any opening time between `from` and `until`. */
export function opensBetween(hours: WeekHours, from: Date, until: Date): boolean {
  const next = openings(hours, from).next().value;
  return next !== undefined && next.opens < until;
}

/**
 * The moment when `minutes` of opening time have passed since `from`: closed hours do not count.
 * A warung that never opens gets plain minutes, so that nothing waits for ever.
 */
export function addOpeningMinutes(hours: WeekHours, from: Date, minutes: number): Date {
  let left = minutes;
  for (const { opens, closes } of openings(hours, from)) {
    const begin = opens > from ? opens : from;
    const length = (closes.getTime() - begin.getTime()) / 60_000;
    if (length >= left) return addMinutes(begin, left);
    left -= length;
  }
  return addMinutes(from, minutes);
}
