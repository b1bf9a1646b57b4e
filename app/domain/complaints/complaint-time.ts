import { addWorkingDays, type Calendar } from "../calendar/calendar.ts";
import { COMPLAINT_DAYS, type ComplaintStatus } from "./complaint-status.ts";

const DAYS_TO_COMPLAIN = 2;

/** Until when goods received then may be complained of: two working days (PP 80/2019, pasal 69). */
export function complainUntil(calendar: Calendar, receivedAt: Date): Date {
  return addWorkingDays(calendar, receivedAt, DAYS_TO_COMPLAIN);
}

/** By when the next step of a complaint has to be done; null when it is closed. */
export function complaintDeadline(calendar: Calendar, status: ComplaintStatus, from: Date): Date | null {
  const days = COMPLAINT_DAYS[status];
  return days === null ? null : addWorkingDays(calendar, from, days);
}
