import type { Membership } from "./actor.ts";

/** Work that somebody may do in several places. */
export const PLACE_ROLES = ["seller", "operator"] as const;
export type PlaceRole = (typeof PLACE_ROLES)[number];

export type Workplace = {
  readonly role: PlaceRole;
  readonly slug: string;
  readonly name: string;
};

/** The businesses, or the warung, that somebody may act for; the one they act for now is the first. */
export function workplaces(memberships: readonly Membership[], role: PlaceRole): Workplace[] {
  return memberships.flatMap((one) =>
    one.role === role && "slug" in one ? [{ role, slug: one.slug, name: one.name }] : [],
  );
}
