import { addWorkingDays, type Calendar } from "../calendar/calendar.ts";

/** Working days in which a warung counts what was sent, and a seller what came back. */
export const DAYS_TO_COUNT = 3;

/** The end (WIB) of the last day to count what was sent now. */
export function countBy(now: Date, calendar: Calendar): Date {
  return addWorkingDays(calendar, now, DAYS_TO_COUNT);
}
