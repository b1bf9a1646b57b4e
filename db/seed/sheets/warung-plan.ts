import { metresBetween } from "#app/lib/distance.ts";
import { CAST_OPERATORS } from "../cast.ts";
import { districtNames, regencyRows, type VillageRow, villageRows, villagesOfRegency } from "./read-data.ts";

export const WARUNG_COUNT = 226;
const LEAST_PER_REGENCY = 3;
/** A warung also serves villages within this many metres when it is not the nearest; shorter where people live close. */
const REACH_METRES: Readonly<Record<string, number>> = { kota: 6_000, kabupaten: 12_000 };
/** Every village has a choice: one warung may be silent, out of a staple, or full. More only makes the choice longer. */
const LEAST_PER_VILLAGE = 3;
const MOST_PER_VILLAGE = 6;
/** Nobody rides farther than this with a sack of rice, unless nobody else is there. */
const FARTHEST_METRES = 40_000;

/** How many warung each regency gets: in proportion to its people (largest remainder), at least three. */
export function warungPerRegency(): Map<string, number> {
  const regencies = regencyRows();
  const people = regencies.reduce((sum, row) => sum + row.population, 0);
  const shares = regencies.map((row) => {
    const exact = (row.population / people) * WARUNG_COUNT;
    return {
      code: row.code,
      count: Math.max(LEAST_PER_REGENCY, Math.floor(exact)),
      rest: exact - Math.floor(exact),
    };
  });
  let left = WARUNG_COUNT - shares.reduce((sum, share) => sum + share.count, 0);
  for (const share of shares.toSorted((a, b) => b.rest - a.rest)) {
    if (left-- <= 0) break;
    share.count++;
  }
  return new Map(shares.map((share) => [share.code, share.count]));
}

/** The villages that the cast's three warung stand in. */
function castVillages(): VillageRow[] {
  return CAST_OPERATORS.map(
    (cast) =>
      villageRows().find(
        (row) => row.name === cast.village && districtNames().get(row.districtCode) === cast.district,
      )!,
  );
}

/**
 * Picks `count` villages of a regency, one after the other: the one that brings a warung closest to most villages,
 * and a district that has none before one that has.
 */
function pickVillages(
  villages: readonly VillageRow[],
  count: number,
  fixed: readonly VillageRow[],
): VillageRow[] {
  const picked = [...fixed];
  // A regency is small enough to be laid flat once; the search below compares each village with each, many times.
  const flat = villages.map((village) => ({
    x: metresBetween({ latitude: village.latitude, longitude: 104 }, village),
    y: metresBetween({ latitude: 0, longitude: village.longitude }, village),
  }));
  const between = (a: number, b: number) => Math.hypot(flat[a]!.x - flat[b]!.x, flat[a]!.y - flat[b]!.y);
  const distance = villages.map((to) => Math.min(60_000, ...fixed.map((from) => metresBetween(from, to))));
  const inDistrict = new Map<string, number>();
  for (const village of fixed)
    inDistrict.set(village.districtCode, (inDistrict.get(village.districtCode) ?? 0) + 1);
  while (picked.length < count) {
    let best: { at: number; village: VillageRow; gain: number } | undefined;
    for (const [at, village] of villages.entries()) {
      if (picked.includes(village)) continue;
      let saved = 0;
      for (let i = 0; i < villages.length; i++) saved += Math.max(0, distance[i]! - between(at, i));
      const gain = saved / (1 + (inDistrict.get(village.districtCode) ?? 0));
      if (!best || gain > best.gain) best = { at, village, gain };
    }
    if (!best) break;
    const { at, village } = best;
    picked.push(village);
    inDistrict.set(village.districtCode, (inDistrict.get(village.districtCode) ?? 0) + 1);
    for (let i = 0; i < villages.length; i++) distance[i] = Math.min(distance[i]!, between(at, i));
  }
  return picked;
}

export interface PlannedWarung {
  village: VillageRow;
  serves: VillageRow[];
  /** metres to the farthest village it serves */
  farthest: number;
}

/** Each village: its three nearest warung if they are not too far, and the next ones within reach, in the same regency. */
function shareVillages(
  villages: readonly VillageRow[],
  shops: readonly PlannedWarung[],
  reach: number,
): void {
  for (const village of villages) {
    const near = shops
      .map((shop) => ({ shop, metres: metresBetween(shop.village, village) }))
      .toSorted((a, b) => a.metres - b.metres)
      .slice(0, MOST_PER_VILLAGE);
    for (const [rank, { shop, metres }] of near.entries()) {
      if (rank > 0 && metres > (rank < LEAST_PER_VILLAGE ? FARTHEST_METRES : reach)) break;
      shop.serves.push(village);
      shop.farthest = Math.max(shop.farthest, metres);
    }
  }
}

/** Where the 226 warung of the seed stand and which villages they serve; the cast's come first. */
export function planWarung(): PlannedWarung[] {
  const counts = warungPerRegency();
  const cast = castVillages();
  const plan = regencyRows().flatMap((regency) => {
    const villages = villagesOfRegency().get(regency.code)!;
    const fixed = cast.filter((village) => village.regencyCode === regency.code);
    const shops = pickVillages(villages, counts.get(regency.code)!, fixed).map(
      (village): PlannedWarung => ({ village, serves: [], farthest: 0 }),
    );
    shareVillages(villages, shops, REACH_METRES[regency.kind]!);
    return shops;
  });
  const isCast = (shop: PlannedWarung) => cast.includes(shop.village);
  return [
    ...cast.map((village) => plan.find((shop) => shop.village === village)!),
    ...plan.filter((s) => !isCast(s)),
  ];
}
