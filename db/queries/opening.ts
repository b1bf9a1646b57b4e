import { sql } from "kysely";

/** When a warung works, as the rules in app/domain/warung/opening-hours.ts read it. */
export type OpeningColumns = {
  readonly hours: readonly { weekday: number; opens: number; closes: number }[];
  /** from today (WIB) on */
  readonly holidays: readonly string[];
  readonly paused_until: Date | null;
};

/** The columns of `OpeningColumns` for the warung called `w` in the query. */
export const openingOfW = sql`
  coalesce((select json_agg(json_build_object('weekday', h.weekday, 'opens', h.opens, 'closes', h.closes) order by h.weekday)
     from warung_hours h where h.warung_id = w.id), '[]') as hours,
  coalesce((select json_agg(h.day order by h.day) from warung_holiday h
     where h.warung_id = w.id and h.day >= (now() at time zone 'Asia/Jakarta')::date), '[]') as holidays,
  w.paused_until`;
