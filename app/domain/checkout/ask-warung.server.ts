import type { Db, Tx } from "#db/client.server.ts";
import type { Calendar } from "../calendar/calendar.ts";
import type { CartLine } from "../cart/find-cart.server.ts";
import { type JudgedWithTerms, judgeCandidates } from "../orders/judge-candidates.server.ts";
import type { PaymentMethod } from "../orders/payment-methods.ts";
import { type DeliveryPromise, promisesFor } from "../warung/delivery-window.ts";
import type { Part } from "./split-cart.ts";

/** How many windows or days are tried when every warung is closed or full in the first. */
const MOST_PROMISES = 7;

export type Asked = {
  readonly promise: DeliveryPromise;
  readonly candidates: readonly JudgedWithTerms[];
};

export type AskingFor = {
  readonly villageCode: string;
  /** on whose shelf goods of this part lie */
  readonly shelfWarungId?: number | null;
  readonly siblingWarungId: number | null;
  /** the warung at which the buyer wants to fetch it: then no other counts */
  readonly pickupSlug?: string | undefined;
  /** how it will be paid; left out: not chosen yet */
  readonly payment?: PaymentMethod | undefined;
  readonly now: Date;
  readonly calendar: Calendar;
};

/**
 * The earliest promise that some warung can keep, and who could: when all are closed or full in one window, the next is
 * tried. When none can in any, the earliest stands, and an officer will have to find somebody.
 */
export async function askWarung(
  db: Db | Tx,
  { lines, reach }: Pick<Part<Pick<CartLine, "staple_id">>, "lines" | "reach">,
  question: AskingFor,
): Promise<Asked> {
  const { now, calendar, pickupSlug, ...rest } = question;
  let earliest: Asked | undefined;
  let tried = 0;
  for (const promise of promisesFor(reach, now, calendar)) {
    const candidates = await judgeCandidates(db, {
      ...rest,
      pickup: pickupSlug !== undefined,
      stapleIds: lines.flatMap((line) => line.staple_id ?? []),
      promise,
      chosenWarungId: null,
      orderId: null,
      now,
    });
    const asked =
      pickupSlug === undefined ? candidates : candidates.filter(({ slug }) => slug === pickupSlug);
    earliest ??= { promise, candidates };
    if (asked.some(({ rank }) => rank !== null)) return { promise, candidates };
    const laterMayDo = asked.some(({ filteredBy }) => filteredBy === "closed" || filteredBy === "full");
    if (!laterMayDo || ++tried >= MOST_PROMISES) break;
  }
  return earliest!;
}
