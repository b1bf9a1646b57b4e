import type { JudgedWithTerms } from "../orders/judge-candidates.server.ts";
import { openText } from "../warung/week-hours.ts";

/** A warung at which a buyer may fetch what they order. */
export type PickupPlace = {
  readonly warungId: number;
  readonly slug: string;
  readonly name: string;
  /** street and village */
  readonly address: string;
  /** metres to the middle of the buyer's village; null when unknown */
  readonly distanceM: number | null;
  /** `buka sampai 20.00` */
  readonly openText: string;
};

/** As many as a phone's screen shows. */
const MOST_PLACES = 5;

/** The warung that could hand out every part of a checkout, the nearest first; those of unknown place last. */
export function pickupPlacesOf(judged: readonly (readonly JudgedWithTerms[])[], now: Date): PickupPlace[] {
  const [first = [], ...others] = judged;
  const far = (candidate: JudgedWithTerms) => candidate.distanceM ?? Number.POSITIVE_INFINITY;
  return first
    .filter(({ canHandOut, warungId }) => {
      const inOthers = others.every((candidates) =>
        candidates.some((candidate) => candidate.warungId === warungId && candidate.canHandOut),
      );
      return canHandOut && inOthers;
    })
    .sort((a, b) => (far(a) === far(b) ? a.warungId - b.warungId : far(a) - far(b)))
    .slice(0, MOST_PLACES)
    .map(({ warungId, slug, name, address, distanceM, times }) => ({
      warungId,
      slug,
      name,
      address,
      distanceM,
      openText: openText(times, now).text,
    }));
}
