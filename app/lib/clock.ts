/** WIB, Asia/Jakarta: seven hours ahead of UTC all year, as Indonesia has no summer time (Keppres 41/1987). */
export const WIB_OFFSET_MINUTES = 7 * 60;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Now, as one replaceable function: tests hand their own to the rules instead. */
export function now(): Date {
  return new Date();
}

/** `minutes` later (or earlier when negative). */
export function addMinutes(at: Date, minutes: number): Date {
  return new Date(at.getTime() + minutes * MINUTE);
}

/** Midnight WIB of the day that `at` falls in. */
export function startOfDayWib(at: Date): Date {
  const local = at.getTime() + WIB_OFFSET_MINUTES * MINUTE;
  return new Date(local - (((local % DAY) + DAY) % DAY) - WIB_OFFSET_MINUTES * MINUTE);
}

/** The midnight (WIB) that a calendar date such as `2026-11-24` begins with. */
export function midnightWib(date: string): Date {
  return new Date(Date.parse(`${date}T00:00:00Z`) - WIB_OFFSET_MINUTES * MINUTE);
}

/** Whether it is a calendar date as `2026-11-24`, such as a date field sends. */
export function isDate(text: string): boolean {
  const at = /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  return at !== undefined && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** Minutes since midnight WIB, 0 … 1439. */
export function minuteOfDayWib(at: Date): number {
  return Math.floor((at.getTime() - startOfDayWib(at).getTime()) / MINUTE);
}

/** Day of the week in WIB; 0 is Sunday. */
export function weekdayWib(at: Date): number {
  return new Date(at.getTime() + WIB_OFFSET_MINUTES * MINUTE).getUTCDay();
}

/** The WIB calendar date as `2026-11-24`. */
export function dateWib(at: Date): string {
  return new Date(at.getTime() + WIB_OFFSET_MINUTES * MINUTE).toISOString().slice(0, 10);
}

const WEEKDAYS = ["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"] as const;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"] as const;

/** `Minggu` … `Sabtu`. */
export function weekdayName(weekday: number): string {
  return WEEKDAYS[weekday % 7]!;
}

/** Minutes since midnight as `16.20`. */
export function clockText(minuteOfDay: number): string {
  return `${String(Math.floor(minuteOfDay / 60)).padStart(2, "0")}.${String(minuteOfDay % 60).padStart(2, "0")}`;
}

/** Time of day in WIB as `16.20`. */
export function timeText(at: Date): string {
  return clockText(minuteOfDayWib(at));
}

/** `24 Nov`, WIB. */
export function dayText(at: Date): string {
  const local = new Date(at.getTime() + WIB_OFFSET_MINUTES * MINUTE);
  return `${local.getUTCDate()} ${MONTHS[local.getUTCMonth()]}`;
}

/** `24 Nov 2026`, WIB. */
export function dateText(at: Date): string {
  return `${dayText(at)} ${dateWib(at).slice(0, 4)}`;
}

/** As a person says it: `hari ini`, `besok`, else `Kamis, 26 Nov`. */
export function relativeDayText(at: Date, today: Date): string {
  const days = Math.round((startOfDayWib(at).getTime() - startOfDayWib(today).getTime()) / DAY);
  if (days === 0) return "hari ini";
  if (days === 1) return "besok";
  if (days === -1) return "kemarin";
  return `${weekdayName(weekdayWib(at))}, ${dayText(at)}`;
}

/** `24 Nov 16.20`, or only `16.20` when it is today. */
export function momentText(at: Date, today: Date): string {
  return dateWib(at) === dateWib(today) ? timeText(at) : `${dayText(at)} ${timeText(at)}`;
}
