import type { Db } from "#db/client.server.ts";
import { countMarketFigures } from "#db/queries/reports.ts";
import { addMinutes, dateWib, now, startOfDayWib } from "../../lib/clock.ts";

/** Counts what the home page tells of the market, so that no page has to. */
export async function refreshMarketFigures(db: Db): Promise<void> {
  const today = now();
  const dayOfMonth = Number(dateWib(today).slice(8));
  await countMarketFigures(db, addMinutes(startOfDayWib(today), -(dayOfMonth - 1) * 24 * 60));
}
