import type { Db } from "#db/client.server.ts";
import { findWarungRows, type WarungListRow } from "#db/queries/dinas.ts";
import { now, startOfDayWib } from "../../lib/clock.ts";
import type { Actor } from "../accounts/actor.ts";
import { officeRegency } from "../accounts/office-regency.ts";
import { regencyName } from "../regions/find-village.server.ts";
import { DELIVERY_WINDOWS } from "./delivery-window.ts";
import { openingTimes, openText } from "./week-hours.ts";

const PER_PAGE = 25;

export type ListedWarung = Pick<
  WarungListRow,
  "slug" | "name" | "keeper_name" | "mobile" | "status" | "pause_reason" | "held_today"
> & {
  /** "Kedaton, Kedaton, Kota Bandar Lampung" */
  readonly place: string;
  readonly capacityToday: number;
  readonly openNow: { readonly open: boolean; readonly text: string };
};

/**
 * The warung of an officer's own regency, paused ones first; the province sees all, or those of `regency`.
 * `after` is the slug the page before ended with; one query.
 * @throws NotLoggedIn, NotAllowed
 */
export async function findWarungList(
  db: Db,
  actor: Actor,
  { regency, after }: { regency?: string; after?: string },
): Promise<{ warung: ListedWarung[]; next: string | null }> {
  const regencyCode = officeRegency(actor) ?? regency ?? null;
  const at = now();
  const dayStart = startOfDayWib(at);
  const rows = await findWarungRows(db, { regencyCode, after, dayStart, limit: PER_PAGE + 1 });
  const warung = rows.slice(0, PER_PAGE).map((row) => ({
    slug: row.slug,
    name: row.name,
    keeper_name: row.keeper_name,
    mobile: row.mobile,
    status: row.status,
    pause_reason: row.pause_reason,
    held_today: row.held_today,
    place: `${row.village}, ${row.district}, ${regencyName(row.regency, row.regency_kind)}`,
    capacityToday: row.window_capacity * DELIVERY_WINDOWS.length,
    openNow: openText(openingTimes(row), at),
  }));
  return { warung, next: rows.length > PER_PAGE ? warung.at(-1)!.slug : null };
}
