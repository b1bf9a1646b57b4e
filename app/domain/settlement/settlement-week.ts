import { addMinutes, dateWib, dayText, midnightWib, startOfDayWib, weekdayWib } from "../../lib/clock.ts";

const DAY_MINUTES = 24 * 60;

/** The Monday, 00.00 WIB, that ended the last whole week before `at`, as its date and its moment. */
export function lastMonday(at: Date): { readonly until: string; readonly before: Date } {
  const sinceMonday = (weekdayWib(at) + 6) % 7;
  const before = addMinutes(startOfDayWib(at), -sinceMonday * DAY_MINUTES);
  return { until: dateWib(before), before };
}

/** The week before a Monday as people say it: `16 Nov – 22 Nov 2026`. */
export function weekText(until: string): string {
  const monday = midnightWib(until);
  const [from, to] = [addMinutes(monday, -7 * DAY_MINUTES), addMinutes(monday, -DAY_MINUTES)];
  return `${dayText(from)} – ${dayText(to)} ${dateWib(to).slice(0, 4)}`;
}
