import type { Db } from "#db/client.server.ts";
import { findComingRows } from "#db/queries/hub-reports.ts";
import { now } from "../../lib/clock.ts";
import { type Actor, asOperator } from "../accounts/actor.ts";
import { type DueGoods, dueGoods } from "./coming-goods.ts";
import { groupBy } from "./goods-list.ts";
import type { ReportDay } from "./report-day.ts";

export type ComingSeller = {
  readonly umkmId: number;
  readonly name: string;
  readonly owner: string;
  /** E.164 */
  readonly mobile: string;
  readonly place: string;
  readonly goods: readonly DueGoods[];
};

/**
 * Which sellers have to bring what to a warung on a day, and by when; today's list has what is overdue, too. One query.
 * @throws NotLoggedIn, NotAllowed
 */
export async function findComingGoods(
  db: Db,
  actor: Actor,
  { day }: { day: ReportDay },
): Promise<{ warung: string; sellers: ComingSeller[] }> {
  const { warung } = asOperator(actor);
  const from = day.today ? new Date(0) : day.from;
  const rows = await findComingRows(db, { warungId: warung.warungId, from, until: day.until });
  const at = now();
  const sellers = groupBy(rows, (row) => row.umkm_id).map((own) => {
    const { umkm_id: umkmId, seller: name, owner_name: owner, mobile, village, district } = own[0]!;
    return { umkmId, name, owner, mobile, place: `${village}, ${district}`, goods: dueGoods(own, at) };
  });
  return { warung: warung.name, sellers };
}
