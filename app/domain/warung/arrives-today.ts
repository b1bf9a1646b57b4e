import { dateWib } from "../../lib/clock.ts";
import type { Calendar } from "../calendar/calendar.ts";
import { promiseFor, type Reach } from "./delivery-window.ts";

/** Whether goods from so near, ordered now, can still be promised for today. */
export function arrivesToday(reach: Reach, now: Date, calendar: Calendar): boolean {
  return dateWib(promiseFor(reach, now, calendar).until) === dateWib(now);
}
