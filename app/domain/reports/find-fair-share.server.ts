import type { Db } from "#db/client.server.ts";
import { findShareRows, type ShareRow } from "#db/queries/fair-share.ts";
import { momentText, now } from "../../lib/clock.ts";
import { NotFound } from "../../lib/errors.ts";
import { type Actor, requireOfficerOf } from "../accounts/actor.ts";
import { officeRegency } from "../accounts/office-regency.ts";
import { listRegencies } from "../regions/list-regencies.server.ts";
import { type FairShare, shareOrders } from "./fair-share.ts";
import type { ReportMonth } from "./report-day.ts";

export type RegencyShare = FairShare & {
  readonly regency: { readonly code: string; readonly name: string };
  /** what an officer may choose from: their own alone, or all */
  readonly regencies: readonly { readonly code: string; readonly name: string }[];
};

/** Why a warung takes no orders now. */
function standstillOf(row: ShareRow, at: Date): string | null {
  if (row.status === "suspended") return `dibekukan: ${row.suspended_reason ?? "tanpa alasan"}`;
  if (row.status === "paused") return `jeda: ${row.pause_reason ?? "tanpa alasan"}`;
  if (row.paused_until) return `tutup dulu sampai ${momentText(row.paused_until, at)}`;
  return row.status === "ready" ? null : "belum siap lagi";
}

/**
 * How a month's orders of a regency were shared among its warung, and how each answered. A regency's officer sees their
 * own; the province chooses, the first by name when it chose none. Two queries.
 * @throws NotLoggedIn, NotAllowed for another regency, NotFound for a regency that is none, SecondFactorNeeded
 */
export async function findFairShare(
  db: Db,
  actor: Actor,
  { regencyCode, month }: { regencyCode: string | undefined; month: ReportMonth },
): Promise<RegencyShare> {
  const own = officeRegency(actor);
  const all = await listRegencies(db);
  const code = regencyCode ?? own ?? all[0]?.code;
  const regency = all.find((one) => one.code === code);
  if (!regency) throw new NotFound("halaman");
  requireOfficerOf(actor, regency.code);
  const at = now();
  const rows = await findShareRows(db, {
    regencyCode: regency.code,
    from: month.from,
    until: month.until,
    now: at,
  });
  const months = rows.map((row) => ({
    slug: row.slug,
    name: row.name,
    place: `${row.village}, ${row.district}`,
    status: row.status,
    standstill: standstillOf(row, at),
    wasReady: row.was_ready,
    offers: row.offers,
    accepted: row.accepted,
    declined: row.declined,
    expired: row.expired,
    assigned: row.assigned,
    toOfficer: row.to_officer,
    medianMinutes: row.median_minutes,
    orders: row.orders,
    late: row.late,
    cancelled: row.cancelled,
    pausedDays: Math.round(row.paused_hours / 2.4) / 10,
  }));
  return {
    ...shareOrders(months),
    regency: { code: regency.code, name: regency.name },
    regencies: own === null ? all : [regency],
  };
}
