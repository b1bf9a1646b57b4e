import { addWorkingDays, type Calendar } from "../../calendar/calendar.ts";

/** Less than this is not worth the way to the cashier, however old it is; rupiah. */
const SMALL = 10_000;

export type HeldLimit = {
  /** working days */
  readonly days: number;
  /** rupiah */
  readonly most: number;
};

type Held = {
  /** rupiah to be handed in, and of it what is on its way already */
  readonly due: number;
  readonly on_the_way: number;
  readonly since: Date | null;
};

/** Why a warung should hand in now: what it holds is too old, or too much; null when it is neither. */
export function heldTooLong(
  { due, on_the_way, since }: Held,
  { days, most }: HeldLimit,
  calendar: Calendar,
  now: Date,
): "age" | "amount" | null {
  const left = due - on_the_way;
  if (left > most) return "amount";
  if (left < SMALL || since === null) return null;
  return addWorkingDays(calendar, since, days) <= now ? "age" : null;
}
