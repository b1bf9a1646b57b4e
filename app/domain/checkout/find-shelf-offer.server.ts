import type { Db } from "#db/client.server.ts";
import { findServingShelves } from "#db/queries/shelf.ts";
import { now } from "../../lib/clock.ts";
import { judgeCandidates } from "../orders/judge-candidates.server.ts";
import { promiseFor, promiseText } from "../warung/delivery-window.ts";

export type ShelfOffer = {
  readonly warung: string;
  /** `Hari ini, sebelum 16.00` */
  readonly promise: string;
  /** pieces by variant id, as an object that survives the way to the page */
  readonly pieces: Readonly<Record<string, number>>;
};

/**
 * What of a product lies on the shelf of the warung that would be asked first for a village, and when it could be
 * there. One query; a second when any ready warung of the village has some.
 */
export async function findShelfOffer(
  db: Db,
  { productId, villageCode }: { productId: number; villageCode: string },
): Promise<ShelfOffer | null> {
  const shelves = await findServingShelves(db, productId, villageCode);
  if (shelves.length === 0) return null;
  const at = now();
  const promise = promiseFor("here", at);
  const candidates = await judgeCandidates(db, {
    villageCode,
    stapleIds: [],
    promise,
    chosenWarungId: null,
    orderId: null,
    now: at,
  });
  const first = candidates.find((candidate) => candidate.rank !== null);
  const own = shelves.filter((shelf) => shelf.warung_id === first?.warungId);
  if (!first || own.length === 0) return null;
  return {
    warung: first.name,
    promise: promiseText(promise, at),
    pieces: Object.fromEntries(own.map((shelf) => [shelf.variant_id, shelf.on_shelf])),
  };
}
