import type { Db, Tx } from "#db/client.server.ts";
import { listHolidays } from "#db/queries/calendar.ts";
import { addMinutes, dateWib, now } from "../../lib/clock.ts";
import type { Calendar } from "./calendar.ts";

/** As far as any promise or deadline reaches. */
const DAYS_AHEAD = 60;

/** The holidays from yesterday on that promises and deadlines have to know. One small query. */
export async function findCalendar(db: Db | Tx, at = now()): Promise<Calendar> {
  const day = (days: number) => dateWib(addMinutes(at, days * 24 * 60));
  const rows = await listHolidays(db, { from: day(-1), until: day(DAYS_AHEAD) });
  return new Map(rows.map((row) => [row.day, row.name]));
}
