import type { Db } from "#db/client.server.ts";
import { findHandOverRows } from "#db/queries/hub-reports.ts";
import { now } from "../../lib/clock.ts";
import { type Actor, asSeller } from "../accounts/actor.ts";
import { regencyName } from "../regions/find-village.server.ts";
import { neighbourhoodText } from "../regions/neighbourhood-text.ts";
import { type DueGoods, dueGoods } from "./coming-goods.ts";
import { groupBy } from "./goods-list.ts";
import type { ReportDay } from "./report-day.ts";

/** More lines than anybody carries on paper; what is beyond them is later in any case. */
const MOST_LINES = 2_000;

export type HandOverWarung = {
  readonly warungId: number;
  readonly name: string;
  readonly keeper: string;
  /** E.164 */
  readonly mobile: string;
  readonly address: string;
  readonly goods: readonly DueGoods[];
};

/**
 * What a seller has to hand over to which warung, and by when: all that is open, or what falls on a day (with what is
 * overdue, when that is today). Nothing of the buyers. One query.
 * @throws NotLoggedIn, NotAllowed
 */
export async function findHandOverList(
  db: Db,
  actor: Actor,
  { day }: { day: ReportDay | null },
): Promise<{ umkm: string; warung: HandOverWarung[] }> {
  const { umkm } = asSeller(actor);
  const at = now();
  const rows = await findHandOverRows(db, {
    umkmId: umkm.umkmId,
    from: day && !day.today ? day.from : new Date(0),
    until: day?.until ?? new Date("2100-01-01T00:00:00Z"),
    limit: MOST_LINES,
  });
  const warung = groupBy(rows, (row) => row.warung_id).map((own) => {
    const row = own[0]!;
    const regency = regencyName(row.regency, row.regency_kind);
    const place = [row.address, neighbourhoodText(row.rt, row.rw), row.village, row.district, regency];
    return {
      warungId: row.warung_id,
      name: row.warung,
      keeper: row.keeper_name,
      mobile: row.mobile,
      address: place.filter(Boolean).join(", "),
      goods: dueGoods(own, at),
    };
  });
  return { umkm: umkm.name, warung };
}
