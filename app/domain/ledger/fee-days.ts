import { addMinutes, dateWib } from "../../lib/clock.ts";

/** Sellers know of other fees this many days before they hold. */
export const NOTICE_DAYS = 7;
/** The table refuses more than half of the goods for both together. */
export const MOST_PERCENT = 50;

/** The first day (WIB) from which a policy decided at `at` may hold. */
export function soonestFeeDay(at: Date): string {
  return dateWib(addMinutes(at, NOTICE_DAYS * 24 * 60));
}

/** Basis points as people write them: `2,5 %`. */
export function percentText(basisPoints: number): string {
  return `${(basisPoints / 100).toLocaleString("id-ID", { maximumFractionDigits: 2 })}\u00a0%`;
}
