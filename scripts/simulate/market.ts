import { factsOf } from "#app/domain/orders/judge-candidates.server.ts";
import type { CandidateFacts } from "#app/domain/orders/rank-warung.ts";
import { openingTimes } from "#app/domain/warung/week-hours.ts";
import { addMinutes, startOfDayWib } from "#app/lib/clock.ts";
import type { Db } from "#db/client.server.ts";
import { findCandidates } from "#db/queries/routing.ts";
import { findShelves, findVillageWeights } from "#db/queries/simulation.ts";

/** A village with what the real candidate query says of the warung around it. */
export type Village = {
  readonly code: string;
  /** share of all orders that begin here */
  readonly weight: number;
  readonly candidates: readonly CandidateFacts[];
};

export type Market = {
  readonly villages: readonly Village[];
  /** by warung and staple: what its shelf says */
  readonly shelf: ReadonlyMap<number, ReadonlyMap<number, "ada" | "sedikit" | "habis">>;
  readonly stapleIds: readonly number[];
  readonly warungIds: readonly number[];
};

const AT_ONCE = 4;

/** Reads the seeded market once: 2,651 candidate queries, then everything is in memory. */
export async function loadMarket(db: Db, at: Date, say: (done: number, of: number) => void): Promise<Market> {
  const dayStart = startOfDayWib(at);
  const rows = await findVillageWeights(db);
  const villages: Village[] = [];
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    villages.push(
      ...(await Promise.all(
        rows.slice(from, from + AT_ONCE).map(async ({ code, weight }) => {
          const found = await findCandidates(db, {
            villageCode: code,
            stapleIds: [],
            windowStart: addMinutes(dayStart, 8 * 60),
            dayStart,
            monthStart: dayStart,
            orderId: null,
          });
          return { code, weight, candidates: found.map((row) => factsOf(row, openingTimes(row))) };
        }),
      )),
    );
    say(villages.length, rows.length);
  }
  const shelf = new Map<number, Map<number, "ada" | "sedikit" | "habis">>();
  const availability = await findShelves(db);
  for (const row of availability) {
    const own = shelf.get(row.warung_id) ?? new Map();
    shelf.set(row.warung_id, own.set(row.staple_id, row.availability));
  }
  const stapleIds = [...new Set(availability.map((row) => row.staple_id))].sort((a, b) => a - b);
  return { villages, shelf, stapleIds, warungIds: [...shelf.keys()].sort((a, b) => a - b) };
}
