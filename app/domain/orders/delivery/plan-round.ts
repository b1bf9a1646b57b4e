import { metresBetween, type Point } from "../../../lib/distance.ts";

export type RoundStop = {
  /** null when nobody knows where it is */
  readonly point: Point | null;
  readonly villageCode: string;
  readonly rt: string | null;
  readonly rw: string | null;
  readonly street: string;
  /** its promise has passed: it does not wait any longer than it must */
  readonly late: boolean;
};

/** All the stops of one village: ridden to once. */
type Place<Stop> = { readonly point: Point; readonly late: boolean; readonly stops: readonly Stop[] };

/** Metres from `start` through all points in their order and back again. */
export function roundLength(start: Point | null, points: readonly Point[]): number {
  const way = start ? [start, ...points, start] : points;
  return way.slice(1).reduce((sum, point, at) => sum + metresBetween(way[at]!, point), 0);
}

/** What another order must save to be taken: rounding never turns the same stretch for ever. Metres. */
const LEAST_GAIN_M = 1;

function lengthOf<Stop>(start: Point | null, places: readonly Place<Stop>[]): number {
  return roundLength(
    start,
    places.map(({ point }) => point),
  );
}

function nearestFirst<Stop>(from: Point | null, places: readonly Place<Stop>[]): Place<Stop>[] {
  const left = [...places];
  const ordered: Place<Stop>[] = [];
  let here = from ?? left[0]?.point;
  while (left.length > 0) {
    const distances = left.map(({ point }) => metresBetween(here!, point));
    const [next] = left.splice(distances.indexOf(Math.min(...distances)), 1);
    ordered.push(next!);
    here = next!.point;
  }
  return ordered;
}

/**
 * Turns stretches of the way around as long as that makes the whole round shorter (2-opt). A stretch never reaches
 * across `border`: what is late stays first.
 */
function untangle<Stop>(start: Point | null, places: readonly Place<Stop>[], border: number): Place<Stop>[] {
  let best = [...places];
  let length = lengthOf(start, best);
  for (let better = true; better; ) {
    better = false;
    for (let first = 0; first < best.length - 1; first++) {
      const end = first < border ? border : best.length;
      for (let last = first + 1; last < end; last++) {
        const turned = [
          ...best.slice(0, first),
          ...best.slice(first, last + 1).reverse(),
          ...best.slice(last + 1),
        ];
        const shorter = lengthOf(start, turned);
        if (shorter < length - LEAST_GAIN_M) {
          [best, length, better] = [turned, shorter, true];
        }
      }
    }
  }
  return best;
}

const byHouse = (a: RoundStop, b: RoundStop) =>
  (a.rw ?? "").localeCompare(b.rw ?? "") ||
  (a.rt ?? "").localeCompare(b.rt ?? "") ||
  a.street.localeCompare(b.street, "id", { numeric: true });

function placesOf<Stop extends RoundStop>(stops: readonly Stop[]): Place<Stop>[] {
  const villages = new Map<string, Stop[]>();
  for (const stop of stops) villages.set(stop.villageCode, [...(villages.get(stop.villageCode) ?? []), stop]);
  return [...villages.values()].map((own) => ({
    point: own[0]!.point!,
    late: own.some(({ late }) => late),
    stops: [...own].sort(byHouse),
  }));
}

/**
 * The order in which a warung rides to its stops and comes home: villages with a late stop first, then a short round
 * (nearest neighbour or the order as given, whichever ends shorter, untangled by 2-opt); within a village by RW, RT and
 * street; stops of which nobody knows where they are, last. Every stop once; never longer than the order as given with
 * the late villages first.
 */
export function planRound<Stop extends RoundStop>(start: Point | null, stops: readonly Stop[]): Stop[] {
  const places = placesOf(stops.filter(({ point }) => point !== null));
  const unknown = stops.filter(({ point }) => point === null).sort(byHouse);
  const late = places.filter((place) => place.late);
  const others = places.filter((place) => !place.late);
  const nearLate = nearestFirst(start, late);
  const near = [...nearLate, ...nearestFirst(nearLate.at(-1)?.point ?? start, others)];
  const [byNearest, asGiven] = [near, [...late, ...others]].map((way) => untangle(start, way, late.length));
  const isShorter = lengthOf(start, asGiven!) < lengthOf(start, byNearest!) - LEAST_GAIN_M;
  const shortest = isShorter ? asGiven! : byNearest!;
  return [...shortest.flatMap((place) => place.stops), ...unknown];
}
