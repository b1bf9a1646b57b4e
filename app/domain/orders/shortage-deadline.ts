import { addMinutes } from "../../lib/clock.ts";
import { addWakingMinutes } from "../calendar/calendar.ts";

const ANSWER_MINUTES = 60;
/** However late it is, the buyer gets this long. */
const LEAST_MINUTES = 15;
/** What the warung needs to pack and set out before the promise ends. */
const PACK_MINUTES = 120;

/** By when a seller's goods have to be at the warung, and what goes with them decided. */
export function handOverTime(promiseUntil: Date): Date {
  return addMinutes(promiseUntil, -PACK_MINUTES);
}

/** Until when a buyer can answer what to do about missing goods: an hour of the day, unless the promise needs it sooner. */
export function shortageDeadline(promiseUntil: Date, now: Date): Date {
  const hour = addWakingMinutes(now, ANSWER_MINUTES);
  const least = addWakingMinutes(now, LEAST_MINUTES);
  const packing = handOverTime(promiseUntil);
  return new Date(Math.max(least.getTime(), Math.min(hour.getTime(), packing.getTime())));
}
