import type { Db, Tx } from "#db/client.server.ts";
import type { CartLine } from "../cart/find-cart.server.ts";
import { type AskingFor, askWarung } from "./ask-warung.server.ts";

/**
 * The warung whose shelf serves a cart: the one that would be asked first for goods that can leave today. One shelf, not
 * any: what lies elsewhere would have to be brought, too.
 * @returns null when nothing of the cart lies there in the amount wanted; no query when it lies nowhere near
 */
export async function findShelfWarung(
  db: Db | Tx,
  lines: readonly Pick<CartLine, "staple_id" | "shelves">[],
  question: Omit<AskingFor, "shelfWarungId" | "siblingWarungId">,
): Promise<number | null> {
  if (lines.every((line) => line.shelves.length === 0)) return null;
  const { candidates } = await askWarung(
    db,
    { lines, reach: "here" },
    { ...question, siblingWarungId: null },
  );
  const { pickupSlug } = question;
  const first = candidates.find(
    ({ rank, slug }) => rank !== null && (pickupSlug === undefined || slug === pickupSlug),
  )?.warungId;
  const holds = lines.some((line) => line.shelves.some((shelf) => shelf.warung_id === first));
  return first !== undefined && holds ? first : null;
}
