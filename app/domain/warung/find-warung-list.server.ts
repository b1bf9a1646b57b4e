import type { Db } from "#db/client.server.ts";
import { findWarungRows, type WarungListRow } from "#db/queries/warung-desk.ts";
import { now, startOfDayWib } from "../../lib/clock.ts";
import type { Actor } from "../accounts/actor.ts";
import { officeRegency } from "../accounts/office-regency.ts";
import { regencyName } from "../regions/find-village.server.ts";
import { DELIVERY_WINDOWS } from "./delivery-window.ts";
import type { WarungStatus } from "./warung-status.ts";
import { openingTimes, openText } from "./week-hours.ts";

const PER_PAGE = 25;

export type ListedWarung = Pick<WarungListRow, "slug" | "name" | "keeper_name" | "mobile" | "held_today"> & {
  readonly status: WarungStatus;
  /** why it is paused, suspended, or back with its regency */
  readonly reason: string | null;
  /** "Kedaton, Kedaton, Kota Bandar Lampung" */
  readonly place: string;
  readonly capacityToday: number;
  readonly openNow: { readonly open: boolean; readonly text: string };
};

export type WarungSearch = {
  readonly words?: string | undefined;
  readonly status?: WarungStatus | undefined;
  /** the province's choice; a regency's officer sees their own whatever it says */
  readonly regency?: string | undefined;
  /** slug the page before ended with */
  readonly after?: string | undefined;
};

/**
 * The warung of an officer's own regency, paused ones first; the province sees all, or those of `regency`. One query.
 * @throws NotLoggedIn, NotAllowed
 */
export async function findWarungList(
  db: Db,
  actor: Actor,
  { words = "", status, regency, after }: WarungSearch,
): Promise<{ warung: ListedWarung[]; next: string | null }> {
  const regencyCode = officeRegency(actor) ?? regency ?? null;
  const at = now();
  const rows = await findWarungRows(db, {
    regencyCode,
    words: words.split(/\s+/).filter(Boolean).slice(0, 6),
    status,
    after,
    dayStart: startOfDayWib(at),
    limit: PER_PAGE + 1,
  });
  const warung = rows.slice(0, PER_PAGE).map((row) => ({
    slug: row.slug,
    name: row.name,
    keeper_name: row.keeper_name,
    mobile: row.mobile,
    status: row.status as WarungStatus,
    reason: row.pause_reason ?? row.suspended_reason ?? row.returned_reason,
    held_today: row.held_today,
    place: `${row.village}, ${row.district}, ${regencyName(row.regency, row.regency_kind)}`,
    capacityToday: row.window_capacity * DELIVERY_WINDOWS.length,
    openNow: openText(openingTimes(row), at),
  }));
  return { warung, next: rows.length > PER_PAGE ? warung.at(-1)!.slug : null };
}
