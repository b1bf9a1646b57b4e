import { type OpeningTimes, opensBetween } from "../warung/opening-hours.ts";

/** The rules that take a warung out, in the order they are tried. */
export const FILTER_RULES = [
  "not_ready",
  "not_serving",
  "no_pickup",
  "not_chosen",
  "closed",
  "payment",
  "already_asked",
  "staple_out",
  "full",
] as const;
export type FilterRule = (typeof FILTER_RULES)[number];

/** Width of a distance band in metres: inside one band, load decides. */
export const BAND_M = 2_000;

export type CandidateFacts = {
  readonly warungId: number;
  readonly name: string;
  readonly mobile: string;
  readonly status: string;
  readonly times: OpeningTimes;
  readonly serves: boolean;
  /** hands goods out at its counter */
  readonly offersPickup: boolean;
  readonly takesPayment: boolean;
  /** already declined this order, or let its offer expire */
  readonly asked: boolean;
  /** names of the basket's staples that are `habis` there */
  readonly staplesOut: readonly string[];
  /** how many of the basket's staples are `sedikit` there */
  readonly staplesFew: number;
  /** metres to the middle of the buyer's village; null without coordinates */
  readonly distanceM: number | null;
  readonly sameVillage: boolean;
  readonly sameDistrict: boolean;
  /** orders held in the promised window, and how many it takes */
  readonly windowHeld: number;
  readonly windowCapacity: number;
  /** orders held today over all windows, and how many a day takes */
  readonly heldToday: number;
  readonly capacityToday: number;
  readonly ordersThisMonth: number;
};

/** What is stored for each candidate, so that officer and warung can see why. */
export type Judged = {
  readonly warungId: number;
  readonly name: string;
  readonly mobile: string;
  /** 1 = first to be asked; null when filtered */
  readonly rank: number | null;
  readonly filteredBy: FilterRule | null;
  readonly distanceM: number | null;
  readonly sameVillage: boolean;
  readonly sameDistrict: boolean;
  readonly staplesOut: readonly string[];
  readonly staplesFew: number;
  readonly heldToday: number;
  /** how many a day takes; what was written before this was kept has none */
  readonly capacityToday?: number;
  readonly ordersThisMonth: number;
  readonly chosen: boolean;
  /** goods of the order lie on its shelf; what was written before there were shelves has none */
  readonly shelf?: boolean;
  /** brings the other order of the same checkout */
  readonly sibling: boolean;
};

export type Basket = {
  readonly now: Date;
  readonly promiseUntil: Date;
  readonly chosenWarungId: number | null;
  readonly shelfWarungId?: number | null;
  readonly siblingWarungId?: number | null;
  /** the buyer fetches it: where they live does not count, and the warung they chose is the only one asked */
  readonly pickup?: boolean;
};

/** The rule that takes this warung out; null when it may be asked. */
export function filterRule(candidate: CandidateFacts, basket: Basket): FilterRule | null {
  const { now, promiseUntil, pickup, chosenWarungId } = basket;
  if (candidate.status !== "ready") return "not_ready";
  if (pickup && !candidate.offersPickup) return "no_pickup";
  if (pickup && chosenWarungId !== null && candidate.warungId !== chosenWarungId) return "not_chosen";
  if (!pickup && !candidate.serves) return "not_serving";
  if (!opensBetween(candidate.times, now, promiseUntil)) return "closed";
  if (!candidate.takesPayment) return "payment";
  if (candidate.asked) return "already_asked";
  if (candidate.staplesOut.length > 0) return "staple_out";
  if (candidate.windowHeld >= candidate.windowCapacity) return "full";
  return null;
}

/** What decides between two eligible warung, most important first. */
const RANK_RULES = [
  "chosen",
  "shelf",
  "sibling",
  "place",
  "staples_few",
  "village",
  "district",
  "band",
  "load",
  "month",
  "id",
] as const;
export type RankRule = (typeof RANK_RULES)[number];

type Ranked = Pick<
  Judged,
  | "warungId"
  | "distanceM"
  | "sameVillage"
  | "sameDistrict"
  | "staplesFew"
  | "heldToday"
  | "capacityToday"
  | "ordersThisMonth"
  | "chosen"
  | "shelf"
  | "sibling"
>;

/** The keys of PRODUCT.md's ranking, one for each rule; the first difference decides, smaller wins. */
function rankKeys(candidate: Ranked): number[] {
  const { distanceM, heldToday, capacityToday = 0 } = candidate;
  return [
    candidate.chosen ? 0 : 1,
    // what lies on its shelf would be nowhere else
    candidate.shelf ? 0 : 1,
    // one shop to know, one to thank: the second order of a checkout follows the first where it can
    candidate.sibling ? 0 : 1,
    distanceM === null ? 1 : 0,
    candidate.staplesFew > 0 ? 1 : 0,
    candidate.sameVillage ? 0 : 1,
    candidate.sameDistrict ? 0 : 1,
    distanceM === null ? 0 : Math.floor(distanceM / BAND_M),
    capacityToday > 0 ? Math.floor((heldToday / capacityToday) * 4) : 4,
    candidate.ordersThisMonth,
    candidate.warungId,
  ];
}

function compareKeys(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return a[at]! - b[at]!;
  return 0;
}

/** The rule by which one came before another. */
export function decidingRule(first: Ranked, second: Ranked): RankRule {
  const [a, b] = [rankKeys(first), rankKeys(second)];
  return RANK_RULES[a.findIndex((key, at) => key !== b[at])] ?? "id";
}

/** Filters and ranks: every candidate comes back, the eligible first in the order in which they are asked. */
export function rankWarung(candidates: readonly CandidateFacts[], basket: Basket): Judged[] {
  const judged = candidates.map((candidate) => {
    const chosen = candidate.warungId === basket.chosenWarungId;
    const shelf = candidate.warungId === basket.shelfWarungId;
    const sibling = candidate.warungId === basket.siblingWarungId;
    const keys = rankKeys({ ...candidate, chosen, shelf, sibling });
    return { candidate, chosen, shelf, sibling, filteredBy: filterRule(candidate, basket), keys };
  });
  judged.sort(
    (a, b) => Number(a.filteredBy !== null) - Number(b.filteredBy !== null) || compareKeys(a.keys, b.keys),
  );
  return judged.map(({ candidate, chosen, shelf, sibling, filteredBy }, index) => ({
    warungId: candidate.warungId,
    name: candidate.name,
    mobile: candidate.mobile,
    rank: filteredBy === null ? index + 1 : null,
    filteredBy,
    distanceM: candidate.distanceM,
    sameVillage: candidate.sameVillage,
    sameDistrict: candidate.sameDistrict,
    staplesOut: candidate.staplesOut,
    staplesFew: candidate.staplesFew,
    heldToday: candidate.heldToday,
    capacityToday: candidate.capacityToday,
    ordersThisMonth: candidate.ordersThisMonth,
    chosen,
    shelf,
    sibling,
  }));
}
