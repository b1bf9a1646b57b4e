import { relativeDayText, timeText } from "../../../lib/clock.ts";
import type { OrderStatus } from "../order-status.ts";
import type { OrderFacts } from "./order-facts.ts";

/** With a warung, not yet on its way. */
export const AT_WARUNG = [
  "accepted",
  "awaiting_buyer",
  "ready",
  "ready_for_pickup",
] as const satisfies readonly OrderStatus[];

/** A text that the step left with its event; empty when there is none. */
export function said({ event }: OrderFacts, key: string): string {
  const value = event.detail[key];
  return typeof value === "string" ? value : "";
}

/** `besok sebelum 12.00` */
export function before(moment: Date, at: Date): string {
  return `${relativeDayText(moment, at)} sebelum ${timeText(moment)}`;
}
