/**
 * How sellers take turns in being introduced. Within `days` days every seller of a regency has had one; on a day at least
 * `least` of a regency have one. `kept`: days after which a turn is forgotten.
 */
export const TURNS = { days: 30, least: 24, kept: 100 } as const;

/** Sellers shown at once. */
export const INTRODUCED = 4;

const SLOT_MS = 15 * 60_000;

/** Those of a day go round a quarter of an hour at a time, so that nobody has only the night. Grows by one each slot. */
export function slotAt(at: Date): number {
  return Math.floor(at.getTime() / SLOT_MS);
}

/** A seller to get to know, with one thing they make. */
export type Introduced = {
  readonly slug: string;
  readonly name: string;
  /** "Kemiling" or, seen from elsewhere, the regency */
  readonly place: string;
  readonly product: string;
  readonly picture: { readonly hash: string; readonly ground: string; readonly alt: string } | null;
};
