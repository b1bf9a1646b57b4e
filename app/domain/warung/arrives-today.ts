import { dateWib } from "../../lib/clock.ts";
import { promiseFor, type Reach } from "./delivery-window.ts";

/** Whether goods from so near, ordered now, can still be promised for today. */
export function arrivesToday(reach: Reach, now: Date): boolean {
  return dateWib(promiseFor(reach, now).until) === dateWib(now);
}
