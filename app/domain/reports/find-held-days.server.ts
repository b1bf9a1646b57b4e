import type { Db } from "#db/client.server.ts";
import { findHeldDays as findRows, type HeldDayRow } from "#db/queries/held-days.ts";
import { type Actor, asOperator } from "../accounts/actor.ts";
import type { ReportMonth } from "./report-day.ts";

export type HeldDays = {
  readonly warung: string;
  readonly days: readonly HeldDayRow[];
  readonly sums: Omit<HeldDayRow, "day" | "held">;
};

/** What the money of one's own warung did on each day of a month, in rupiah. One query. @throws NotLoggedIn, NotAllowed */
export async function findHeldDays(
  db: Db,
  actor: Actor,
  { month }: { month: ReportMonth },
): Promise<HeldDays> {
  const { warung } = asOperator(actor);
  const days = await findRows(db, { warungId: warung.warungId, from: month.from, until: month.until });
  const sum = (key: keyof HeldDays["sums"]) => days.reduce((total, day) => total + day[key], 0);
  return {
    warung: warung.name,
    days,
    sums: {
      cash_in: sum("cash_in"),
      qris_in: sum("qris_in"),
      earned: sum("earned"),
      paid_back: sum("paid_back"),
      handed_in: sum("handed_in"),
      other: sum("other"),
    },
  };
}
