import type { Db } from "#db/client.server.ts";
import { type HolidayRow, listHolidays } from "#db/queries/calendar.ts";
import { addMinutes, dateWib, now } from "../../lib/clock.ts";
import { type Actor, asOfficer } from "../accounts/actor.ts";

/** Two years: as far ahead as any decree looks. */
export const HOLIDAY_DAYS_AHEAD = 2 * 366;

/** The holidays from today (WIB) on, in order; officers of the province may change them. @throws NotLoggedIn, NotAllowed */
export async function findHolidays(
  db: Db,
  actor: Actor,
): Promise<{ holidays: HolidayRow[]; mayChange: boolean }> {
  const { regencyCode } = asOfficer(actor);
  const at = now();
  const holidays = await listHolidays(db, {
    from: dateWib(at),
    until: dateWib(addMinutes(at, HOLIDAY_DAYS_AHEAD * 24 * 60)),
  });
  return { holidays, mayChange: regencyCode === null };
}
