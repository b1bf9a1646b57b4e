import { env } from "../../lib/env.server.ts";
import { cardObstacle } from "../payments/card/card-limits.ts";

export type CardOffer = {
  readonly isOffered: boolean;
  /** why a card cannot pay this much, in words; undefined: it can, or this shop takes no cards */
  readonly obstacle: string | undefined;
};

/** Whether so much can be paid by card here. Rupiah. */
export function cardOffer(total: number): CardOffer {
  if (env().STRIPE_SECRET_KEY === undefined) return { isOffered: false, obstacle: undefined };
  const obstacle = cardObstacle(total);
  return { isOffered: obstacle === undefined, obstacle };
}
