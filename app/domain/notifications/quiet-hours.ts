import { addMinutes, minuteOfDayWib, startOfDayWib } from "../../lib/clock.ts";

/** Minutes since midnight WIB; `from` equal to `until` means no quiet hours at all. */
export type QuietHours = { readonly from: number; readonly until: number };

/** The quiet hours that are set. */
export function quietHours(env: { readonly QUIET_FROM: number; readonly QUIET_UNTIL: number }): QuietHours {
  return { from: env.QUIET_FROM, until: env.QUIET_UNTIL };
}

/** When something that can wait may leave: at once by day, in the morning when it is night. */
export function afterQuiet(at: Date, { from, until }: QuietHours): Date {
  const minute = minuteOfDayWib(at);
  const isQuiet = from <= until ? minute >= from && minute < until : minute >= from || minute < until;
  if (!isQuiet) return at;
  const morning = addMinutes(startOfDayWib(at), until);
  return morning > at ? morning : addMinutes(morning, 24 * 60);
}
