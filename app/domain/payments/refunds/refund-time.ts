import { addWorkingDays, type Calendar } from "../../calendar/calendar.ts";

/** Working days in which money goes back, and in which a buyer says that it did not come. */
export const REFUND_DAYS = 2;

/** By when a refund that began then has to be back, or was not objected to. */
export function refundDeadline(calendar: Calendar, from: Date): Date {
  return addWorkingDays(calendar, from, REFUND_DAYS);
}
