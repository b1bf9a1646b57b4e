import { addMinutes, startOfDayWib } from "../../lib/clock.ts";

/** Days in which a warung counts what was sent, and a seller what came back. */
export const DAYS_TO_COUNT = 3;

/** The end (WIB) of the last day to count what was sent now. */
export function countBy(now: Date): Date {
  return addMinutes(startOfDayWib(now), (DAYS_TO_COUNT + 1) * 24 * 60);
}
