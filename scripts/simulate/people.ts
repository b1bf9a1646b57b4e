import { promiseFor, type Reach } from "#app/domain/warung/delivery-window.ts";
import { addMinutes } from "#app/lib/clock.ts";
import { type Random, randomFor } from "#db/seed/sheets/random.ts";
import type { Market, Village } from "./market.ts";

/** How a keeper answers: minutes of opening time until they do, and whether they take it. */
export type Keeper = {
  readonly kind: "diligent" | "busy" | "silent" | "overloaded";
  /** the share of the capacity they claim that they can bring in time; whatever they take beyond it comes late */
  readonly hands: number;
  answer(random: Random): { readonly afterMinutes: number; readonly accepts: boolean } | "silence";
};

const KEEPERS: Record<Keeper["kind"], Keeper> = {
  diligent: {
    kind: "diligent",
    hands: 1,
    answer: (random) => ({ afterMinutes: random.int(1, 9), accepts: random.chance(0.97) }),
  },
  busy: {
    kind: "busy",
    hands: 1,
    answer: (random) =>
      random.chance(0.12) ? "silence" : { afterMinutes: random.int(3, 14), accepts: random.chance(0.88) },
  },
  overloaded: {
    kind: "overloaded",
    hands: 0.4,
    answer: (random) =>
      random.chance(0.05) ? "silence" : { afterMinutes: random.int(3, 14), accepts: true },
  },
  silent: { kind: "silent", hands: 0, answer: () => "silence" },
};

/**
 * Three in a hundred never answer, six take more than they can carry, three in ten are busy; the same ones on every
 * run.
 */
export function keeperOf(warungId: number): Keeper {
  const dice = randomFor("keeper", warungId).next();
  if (dice < 0.03) return KEEPERS.silent;
  if (dice < 0.09) return KEEPERS.overloaded;
  return KEEPERS[dice < 0.39 ? "busy" : "diligent"];
}

export type SimulatedOrder = {
  readonly id: number;
  readonly at: Date;
  readonly village: Village;
  readonly stapleIds: readonly number[];
  readonly windowStart: Date;
  readonly promiseUntil: Date;
};

/** Orders per hour of the day (WIB), as shares: a morning and a larger evening peak. */
const HOURS = [0, 0, 0, 0, 0, 1, 3, 5, 7, 8, 8, 6, 5, 4, 4, 6, 8, 9, 10, 8, 5, 2, 1, 0] as const;
/** Where goods come from: most baskets hold staples or goods of the own district. */
const REACHES: readonly (readonly [Reach, number])[] = [
  ["here", 0.55],
  ["district", 0.7],
  ["regency", 0.88],
  ["province", 1],
];

/** Saturdays, Sundays and the days after pay day are busier. */
function dayFactor(day: number): number {
  const isWeekend = day % 7 === 5 || day % 7 === 6;
  const isPayDay = day % 30 < 3;
  return (isWeekend ? 1.5 : 1) * (isPayDay ? 1.8 : 1);
}

function picker<T>(items: readonly T[], weightOf: (item: T) => number): (random: Random) => T {
  const sums: number[] = [];
  let total = 0;
  for (const item of items) {
    total += weightOf(item);
    sums.push(total);
  }
  return (random) => {
    const wanted = random.next() * total;
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle]! > wanted) high = middle;
      else low = middle + 1;
    }
    return items[low]!;
  };
}

/** What a buyer there may put into a basket: the shop takes no staple that every warung around has sold out. */
function staplesAt(market: Market, village: Village): number[] {
  const serving = village.candidates.filter((one) => one.serves);
  return market.stapleIds.filter((staple) =>
    serving.some((one) => (market.shelf.get(one.warungId)?.get(staple) ?? "habis") !== "habis"),
  );
}

/** `count` orders over `days` days from a midnight (WIB) on, in the order in which they are placed. */
export function ordersOf(
  market: Market,
  { start, days, count }: { start: Date; days: number; count: number },
) {
  const random = randomFor("orders", days, count);
  const villageAt = picker(market.villages, (village) => village.weight);
  const dayAt = picker(
    Array.from({ length: days }, (_, day) => day),
    dayFactor,
  );
  const hourAt = picker(
    HOURS.map((_, hour) => hour),
    (hour) => HOURS[hour]!,
  );
  const moments = Array.from({ length: count }, () =>
    addMinutes(start, dayAt(random) * 1440 + hourAt(random) * 60 + random.next() * 60),
  ).sort((a, b) => a.getTime() - b.getTime());
  const buyable = new Map(market.villages.map((village) => [village, staplesAt(market, village)]));
  return moments.map((at, id): SimulatedOrder => {
    const dice = random.next();
    const reach = REACHES.find(([, upTo]) => dice < upTo)![0];
    const promise = promiseFor(reach, at, new Map());
    const staples = reach === "here" ? random.int(1, 4) : random.int(0, 2);
    const village = villageAt(random);
    return {
      id,
      at,
      village,
      stapleIds: [...new Set(Array.from({ length: staples }, () => random.pick(buyable.get(village)!)))],
      windowStart: promise.windowStart,
      promiseUntil: promise.until,
    };
  });
}
