import type { DayHours, WeekHours } from "../domain/warung/opening-hours.ts";
import { weekdayName } from "../lib/clock.ts";
import { BadInput } from "../lib/errors.ts";

/** `06:00` or `6.00` in minutes since midnight; undefined when it is no time. */
function minutesOf(typed: string): number | undefined {
  const [, hour = "", minute = ""] = /^(\d{1,2})[.:](\d{2})(?::\d{2})?$/.exec(typed) ?? [];
  if (hour === "" || Number(hour) > 24 || Number(minute) > 59) return undefined;
  return Number(hour) * 60 + Number(minute);
}

function readDay(form: FormData, weekday: number): DayHours | null | string {
  const field = (name: string) => String(form.get(`${name}_${weekday}`) ?? "").trim();
  const [from, to] = [field("buka"), field("tutup")];
  if (from === "" && to === "") return null;
  const opens = minutesOf(from);
  // a shop that closes at midnight closes at the end of this day
  const closes = minutesOf(to) === 0 ? 24 * 60 : minutesOf(to);
  if (opens === undefined || closes === undefined) {
    return `${weekdayName(weekday)}: isi jam buka dan jam tutup, atau kosongkan keduanya bila libur.`;
  }
  return opens < closes && closes <= 24 * 60
    ? { opens, closes }
    : `${weekdayName(weekday)}: jam tutup harus sesudah jam buka.`;
}

/**
 * The week of a form: `buka_1` and `tutup_1` for Monday, and so on; both empty is a day off. With `salin` Monday's hours
 * hold for all days.
 * @throws BadInput with one sentence per wrong day
 */
export function readWeek(form: FormData): WeekHours {
  const copied = form.has("salin");
  const days = Array.from({ length: 7 }, (_, weekday) => readDay(form, copied ? 1 : weekday));
  const fields: Record<string, string> = {};
  for (const [weekday, day] of days.entries()) {
    if (typeof day === "string") fields[`buka_${copied ? 1 : weekday}`] = day;
  }
  if (Object.keys(fields).length > 0) throw new BadInput(fields);
  return days as WeekHours;
}
