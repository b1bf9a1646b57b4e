import type { Db } from "#db/client.server.ts";
import { findOfficeWarung as findRows, type OfficeWarungRow } from "#db/queries/dinas.ts";
import { now, startOfDayWib } from "../../lib/clock.ts";
import { type Actor, asOfficer } from "../accounts/actor.ts";
import { DELIVERY_WINDOWS } from "./delivery-window.ts";
import { openText, weekHours } from "./week-hours.ts";

export const WARUNG_PER_PAGE = 20;

export type OfficeWarung = Omit<OfficeWarungRow, "hours" | "window_capacity"> & {
  readonly open: boolean;
  readonly openText: string;
  readonly capacityToday: number;
};

/** The warung of the officer's regency, paused ones first, with how they stand now. One query. @throws NotLoggedIn, NotAllowed */
export async function findOfficeWarung(
  db: Db,
  actor: Actor,
  { page, pausedOnly }: { page: number; pausedOnly: boolean },
): Promise<OfficeWarung[]> {
  const { regencyCode } = asOfficer(actor);
  const at = now();
  const rows = await findRows(db, regencyCode, {
    dayStart: startOfDayWib(at),
    pausedOnly,
    limit: WARUNG_PER_PAGE,
    offset: (page - 1) * WARUNG_PER_PAGE,
  });
  return rows.map(({ hours, window_capacity, ...warung }) => {
    const { open, text } = openText(weekHours(hours), at);
    return { ...warung, open, openText: text, capacityToday: window_capacity * DELIVERY_WINDOWS.length };
  });
}
