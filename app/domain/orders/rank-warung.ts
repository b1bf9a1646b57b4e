import { type OpeningTimes, opensBetween } from "../warung/opening-hours.ts";
import type { PaymentMethod } from "./payment-methods.ts";

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

/** Width of a band of the way in metres: inside one band, the shelf and today's load decide. */
export const BAND_M = 1_000;
/**
 * What makes the share fair. A warung that this month has more orders than the average of those who could bring this
 * one is ranked as if it stood farther away, one that has fewer as if it stood nearer: this many metres for each
 * percent, and never more than `most`, so that a newcomer is not flooded and nobody is served from far for fairness'
 * sake. `npm run simulate` shows what it costs in distance and what it does for the shares.
 */
const FAIR_SHARE = { metresPerPercent: 300, most: 6_000 } as const;
/** An average below this says little: as a month begins, one order more must not count as a hundred percent. */
const LEAST_AVERAGE = 20;
/** Who has little left of something in the basket is ranked as if it stood this many metres farther away. */
const SCARCE_M = 2_000;

export type CandidateFacts = {
  readonly warungId: number;
  readonly name: string;
  readonly mobile: string;
  readonly status: string;
  readonly times: OpeningTimes;
  readonly serves: boolean;
  /** hands goods out at its counter */
  readonly offersPickup: boolean;
  /** ways of paying it takes */
  readonly takes: readonly PaymentMethod[];
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
  /** percent above (below: negative) the average of this month's orders of those who could bring it; older ones have none */
  readonly overShare?: number;
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
  /** how it is paid; left out: not chosen yet, any will do */
  readonly payment?: PaymentMethod | undefined;
};

function takesPayment({ takes }: CandidateFacts, payment: PaymentMethod | undefined): boolean {
  // a card is between the buyer and the shop: it asks nothing of a warung
  if (payment === "card") return true;
  return payment === undefined ? takes.length > 0 : takes.includes(payment);
}

/** The rule that takes this warung out; null when it may be asked. */
export function filterRule(candidate: CandidateFacts, basket: Basket): FilterRule | null {
  const { now, promiseUntil, pickup, chosenWarungId } = basket;
  if (candidate.status !== "ready") return "not_ready";
  if (pickup && !candidate.offersPickup) return "no_pickup";
  if (pickup && chosenWarungId !== null && candidate.warungId !== chosenWarungId) return "not_chosen";
  if (!pickup && !candidate.serves) return "not_serving";
  if (!opensBetween(candidate.times, now, promiseUntil)) return "closed";
  if (!takesPayment(candidate, basket.payment)) return "payment";
  if (candidate.asked) return "already_asked";
  if (candidate.staplesOut.length > 0) return "staple_out";
  if (candidate.windowHeld >= candidate.windowCapacity) return "full";
  return null;
}

/** Percent of orders above (below: negative) the others' average of this month. */
function overShareOf({ ordersThisMonth }: CandidateFacts, average: number): number {
  return Math.round(((ordersThisMonth - average) / Math.max(average, LEAST_AVERAGE)) * 100);
}

/** The way to the buyer as it is ranked, in metres: longer for who has had more than the others, or little left. */
function rankedWay(distanceM: number, overShare: number, staplesFew: number): number {
  const { metresPerPercent, most } = FAIR_SHARE;
  const detour = Math.max(-most, Math.min(most, overShare * metresPerPercent));
  return distanceM + detour + (staplesFew > 0 ? SCARCE_M : 0);
}

/** What decides between two eligible warung, most important first. */
const RANK_RULES = [
  "chosen",
  "shelf",
  "sibling",
  "place",
  "village",
  "band",
  "staples_few",
  "load",
  "month",
  "id",
] as const;
/** `share`: who was farther away came first, because they had fewer orders this month. */
export type RankRule = (typeof RANK_RULES)[number] | "share";

type Ranked = Pick<
  Judged,
  | "warungId"
  | "distanceM"
  | "sameVillage"
  | "staplesFew"
  | "heldToday"
  | "capacityToday"
  | "ordersThisMonth"
  | "overShare"
  | "chosen"
  | "shelf"
  | "sibling"
>;

/** The keys of the ranking, one for each rule; the first difference decides, smaller wins. */
function rankKeys(candidate: Ranked): number[] {
  const { distanceM, heldToday, capacityToday = 0, overShare = 0 } = candidate;
  return [
    candidate.chosen ? 0 : 1,
    // what lies on its shelf would be nowhere else
    candidate.shelf ? 0 : 1,
    // one shop to know, one to thank: the second order of a checkout follows the first where it can
    candidate.sibling ? 0 : 1,
    distanceM === null ? 1 : 0,
    // somebody in the buyer's own village is asked first, whatever their share: there is no nearer way
    candidate.sameVillage ? 0 : 1,
    distanceM === null ? 0 : Math.floor(rankedWay(distanceM, overShare, candidate.staplesFew) / BAND_M),
    candidate.staplesFew,
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
  const rule = RANK_RULES[a.findIndex((key, at) => key !== b[at])] ?? "id";
  if (rule !== "band" || first.distanceM! < second.distanceM!) return rule;
  return second.staplesFew > 0 && first.staplesFew === 0 ? "staples_few" : "share";
}

/** Filters and ranks: every candidate comes back, the eligible first in the order in which they are asked. */
export function rankWarung(candidates: readonly CandidateFacts[], basket: Basket): Judged[] {
  const filtered = candidates.map((candidate) => filterRule(candidate, basket));
  const eligible = candidates.filter((_, at) => filtered[at] === null);
  const orders = eligible.reduce((sum, { ordersThisMonth }) => sum + ordersThisMonth, 0);
  const average = orders / Math.max(1, eligible.length);
  const judged = candidates.map((candidate, at) => {
    const chosen = candidate.warungId === basket.chosenWarungId;
    const shelf = candidate.warungId === basket.shelfWarungId;
    const sibling = candidate.warungId === basket.siblingWarungId;
    const overShare = overShareOf(candidate, average);
    const keys = rankKeys({ ...candidate, chosen, shelf, sibling, overShare });
    return { candidate, chosen, shelf, sibling, overShare, filteredBy: filtered[at]!, keys };
  });
  judged.sort(
    (a, b) => Number(a.filteredBy !== null) - Number(b.filteredBy !== null) || compareKeys(a.keys, b.keys),
  );
  return judged.map(({ candidate, chosen, shelf, sibling, overShare, filteredBy }, index) => ({
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
    overShare,
    chosen,
    shelf,
    sibling,
  }));
}
