import type { Db } from "#db/client.server.ts";
import { findPackingRows } from "#db/queries/hub-reports.ts";
import { addMinutes, now } from "../../lib/clock.ts";
import { type Actor, asOperator } from "../accounts/actor.ts";
import { neighbourhoodText } from "../regions/neighbourhood-text.ts";
import type { PackingLine } from "./packing-list.ts";
import { type ReportDay, windowOfDay } from "./report-day.ts";

const LONG_AGO = new Date(0);

/**
 * What must be in the shop for the orders that a warung brings on a day, or in one delivery window of it; today's list
 * without a window has what is overdue, too. One query.
 * @throws NotLoggedIn, NotAllowed
 */
export async function findPackingList(
  db: Db,
  actor: Actor,
  { day, window = "" }: { day: ReportDay; window?: string },
): Promise<{ warung: string; lines: PackingLine[] }> {
  const { warung } = asOperator(actor);
  const at = now();
  // a promise ends with its day's last window at the latest, never at midnight
  const whole = { after: day.today ? LONG_AGO : day.from, until: addMinutes(day.until, -1) };
  const between = windowOfDay(day, window) ?? whole;
  const rows = await findPackingRows(db, { warungId: warung.warungId, ...between });
  const lines = rows.map((row) => ({
    code: row.code,
    isTest: row.is_test,
    status: row.status,
    isPickup: row.fulfilment === "pickup",
    promiseUntil: row.promise_until,
    late: row.promise_until < at,
    buyer: row.buyer_name,
    place: [row.village, neighbourhoodText(row.rt, row.rw)].filter(Boolean).join(", "),
    name: row.name,
    unit: row.unit,
    quantity: row.quantity,
    gathered: row.gathered,
    umkmId: row.umkm_id,
    seller: row.seller,
    sellerMobile: row.seller_mobile,
    sellerStatus: row.seller_status,
    handOverBy: row.hand_over_by,
  }));
  return { warung: warung.name, lines };
}
