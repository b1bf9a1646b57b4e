import type { Db } from "#db/client.server.ts";
import { findServingShelves } from "#db/queries/shelf.ts";
import { now } from "../../lib/clock.ts";
import type { Calendar } from "../calendar/calendar.ts";
import { promiseText } from "../warung/delivery-window.ts";
import { askWarung } from "./ask-warung.server.ts";

export type ShelfOffer = {
  readonly warung: string;
  /** `Hari ini, sebelum 16.00` */
  readonly promise: string;
  /** pieces by variant id, as an object that survives the way to the page */
  readonly pieces: Readonly<Record<string, number>>;
};

/**
 * What of a product lies on the shelf of the warung that would be asked first for a village, and when it could be
 * there. One query; a few more when any ready warung of the village has some.
 */
export async function findShelfOffer(
  db: Db,
  { productId, villageCode, calendar }: { productId: number; villageCode: string; calendar: Calendar },
): Promise<ShelfOffer | null> {
  const shelves = await findServingShelves(db, productId, villageCode);
  if (shelves.length === 0) return null;
  const at = now();
  const { promise, candidates } = await askWarung(
    db,
    { lines: [], reach: "here" },
    { villageCode, siblingWarungId: null, pickupSlug: undefined, now: at, calendar },
  );
  const first = candidates.find((candidate) => candidate.rank !== null);
  const own = shelves.filter((shelf) => shelf.warung_id === first?.warungId);
  if (!first || own.length === 0) return null;
  return {
    warung: first.name,
    promise: promiseText(promise, at),
    pieces: Object.fromEntries(own.map((shelf) => [shelf.variant_id, shelf.on_shelf])),
  };
}
