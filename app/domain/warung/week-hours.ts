import { relativeDayText, timeText } from "../../lib/clock.ts";
import { openState, type WeekHours } from "./opening-hours.ts";

/** Rows of opening times as a week, 0 = Sunday. */
export function weekHours(
  rows: readonly { readonly weekday: number; readonly opens: number; readonly closes: number }[],
): WeekHours {
  return Array.from({ length: 7 }, (_, weekday) => {
    const row = rows.find((candidate) => candidate.weekday === weekday);
    return row ? { opens: row.opens, closes: row.closes } : null;
  });
}

/** `buka sampai 20.00` · `buka lagi besok 07.00` · `sedang tutup`. */
export function openText(hours: WeekHours, now: Date): { readonly open: boolean; readonly text: string } {
  const state = openState(hours, now);
  if (state.until) return { open: true, text: `buka sampai ${timeText(state.until)}` };
  if (!state.opensAt) return { open: false, text: "sedang tutup" };
  return { open: false, text: `buka lagi ${relativeDayText(state.opensAt, now)} ${timeText(state.opensAt)}` };
}
