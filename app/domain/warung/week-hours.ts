import { relativeDayText, timeText } from "../../lib/clock.ts";
import { type OpeningTimes, openState, type WeekHours } from "./opening-hours.ts";

/** Rows of opening times as a week, 0 = Sunday. */
export function weekHours(
  rows: readonly { readonly weekday: number; readonly opens: number; readonly closes: number }[],
): WeekHours {
  return Array.from({ length: 7 }, (_, weekday) => {
    const row = rows.find((candidate) => candidate.weekday === weekday);
    return row ? { opens: row.opens, closes: row.closes } : null;
  });
}

/** What every query that reads a warung's times brings (db/queries/opening.ts). */
export type OpeningRow = {
  readonly hours: readonly { readonly weekday: number; readonly opens: number; readonly closes: number }[];
  readonly holidays: readonly string[];
  readonly paused_until: Date | null;
};

/** A warung's times as the rules read them. */
export function openingTimes(row: OpeningRow): OpeningTimes {
  return { week: weekHours(row.hours), holidays: row.holidays, pausedUntil: row.paused_until };
}

/** `buka sampai 20.00` · `buka lagi besok 07.00` · `sedang tutup`. */
export function openText(times: OpeningTimes, now: Date): { readonly open: boolean; readonly text: string } {
  const state = openState(times, now);
  if (state.until) return { open: true, text: `buka sampai ${timeText(state.until)}` };
  if (!state.opensAt) return { open: false, text: "sedang tutup" };
  return { open: false, text: `buka lagi ${relativeDayText(state.opensAt, now)} ${timeText(state.opensAt)}` };
}
