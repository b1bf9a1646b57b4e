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

/** Villages asked for in one query. */
const AT_ONCE = 200;

/** Reads the seeded market once, through the real candidate query; then everything is in memory. */
export async function loadMarket(db: Db, at: Date): Promise<Market> {
  const dayStart = startOfDayWib(at);
  const windowStart = addMinutes(dayStart, 8 * 60);
  const rows = await findVillageWeights(db);
  const villages: Village[] = [];
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const some = rows.slice(from, from + AT_ONCE);
    const found = await findCandidates(
      db,
      some.map(({ code }) => ({ villageCode: code, stapleIds: [], windowStart, orderId: null })),
      { dayStart, monthStart: dayStart },
    );
    const candidates: CandidateFacts[][] = some.map(() => []);
    for (const row of found) candidates[row.question]!.push(factsOf(row, openingTimes(row)));
    for (const [index, { code, weight }] of some.entries())
      villages.push({ code, weight, candidates: candidates[index]! });
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
