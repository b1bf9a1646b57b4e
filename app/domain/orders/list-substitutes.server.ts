import type { Db, Tx } from "#db/client.server.ts";
import { findSubstitutes, type SubstituteRow } from "#db/queries/substitutes.ts";
import { dateWib, now } from "../../lib/clock.ts";
import { findCalendar } from "../calendar/find-calendar.server.ts";
import { promiseFor } from "../warung/delivery-window.ts";

/** Short enough to choose from with a thumb; the search finds the rest. */
const MOST = 6;

export type SubstitutesQuestion = {
  readonly order: { readonly id: number; readonly promise_until: Date };
  readonly lineId: number;
  readonly pieces: number;
  /** this seller's own goods alone; null: whatever the order's warung has or gets in time */
  readonly umkmId: number | null;
  readonly q?: string | undefined;
  readonly only?: { readonly variantId: number } | { readonly stapleId: number };
};

/**
 * What could stand in for a missing line, the nearest to it first. Goods of other sellers only when one can bring them
 * to the warung by what was promised; those of a seller who comes anyway, and the warung's own shelf, always.
 */
export async function listSubstitutes(db: Db | Tx, question: SubstitutesQuestion): Promise<SubstituteRow[]> {
  const { order, lineId, pieces, umkmId, q, only } = question;
  const at = now();
  const calendar = await findCalendar(db, at);
  const reach = (["regency", "district"] as const).find(
    (far) => promiseFor(far, at, calendar).until <= order.promise_until,
  );
  return findSubstitutes(db, {
    orderId: order.id,
    lineId,
    pieces,
    umkmId,
    reach: reach ?? null,
    today: dateWib(at),
    q,
    only,
    limit: MOST,
  });
}
