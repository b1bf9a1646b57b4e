import {
  addMinutes,
  dateText,
  dateWib,
  isDate,
  midnightWib,
  weekdayName,
  weekdayWib,
} from "../../lib/clock.ts";
import { monthName as nameOfMonth } from "../../lib/month-name.ts";
import { DELIVERY_WINDOWS } from "../warung/delivery-window.ts";

const DAY_MINUTES = 24 * 60;

/** A day in WIB. What is overdue belongs to today as well: `today` says whether it is that one. */
export type ReportDay = {
  /** `2026-11-25` */
  readonly date: string;
  readonly from: Date;
  /** midnight after it */
  readonly until: Date;
  readonly today: boolean;
};

/** The day that an address asks for; today when it asks for none, or for nonsense. */
export function reportDay(asked: string | null, now: Date): ReportDay {
  const today = dateWib(now);
  const date = asked && isDate(asked) && asked > "2020" && asked < "2100" ? asked : today;
  const from = midnightWib(date);
  return { date, from, until: addMinutes(from, DAY_MINUTES), today: date === today };
}

/** `Rabu, 25 Nov 2026` */
export function dayName({ from }: Pick<ReportDay, "from">): string {
  return `${weekdayName(weekdayWib(from))}, ${dateText(from)}`;
}

/** The day `days` later (or earlier when negative), as `2026-11-26`. */
export function dayAfter({ from }: Pick<ReportDay, "from">, days: number): string {
  return dateWib(addMinutes(from, days * DAY_MINUTES));
}

/** Delivery windows by the hour they begin with, as an address names them: `08`, `12`, `16`. */
export const WINDOW_KEYS = DELIVERY_WINDOWS.map(({ starts }) => String(starts / 60).padStart(2, "0"));

/** The moments a window of a day lies between; undefined when there is no such window. */
export function windowOfDay(day: ReportDay, key: string): { after: Date; until: Date } | undefined {
  const window = DELIVERY_WINDOWS[WINDOW_KEYS.indexOf(key)];
  return window && { after: addMinutes(day.from, window.starts), until: addMinutes(day.from, window.ends) };
}

/** A calendar month in WIB. */
export type ReportMonth = {
  /** `2026-11` */
  readonly month: string;
  readonly from: Date;
  readonly until: Date;
};

/** The month `months` later (or earlier), as `2026-12`. */
export function monthAfter(month: string, months: number): string {
  const at = new Date(`${month}-01T00:00:00Z`);
  at.setUTCMonth(at.getUTCMonth() + months);
  return at.toISOString().slice(0, 7);
}

/** The month that an address asks for; the current one when it asks for none, for nonsense or for one to come. */
export function reportMonth(asked: string | null, now: Date): ReportMonth {
  const current = dateWib(now).slice(0, 7);
  const known = asked && isDate(`${asked}-01`) && asked > "2020" && asked <= current;
  const month = known ? asked : current;
  return {
    month,
    from: midnightWib(`${month}-01`),
    until: midnightWib(`${monthAfter(month, 1)}-01`),
  };
}

/** `November 2026` */
export function monthName(month: string): string {
  return `${nameOfMonth(Number(month.slice(5)))} ${month.slice(0, 4)}`;
}
