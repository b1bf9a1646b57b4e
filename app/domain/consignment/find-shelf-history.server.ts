import type { Db } from "#db/client.server.ts";
import {
  findShelfItems,
  listShelfMoves,
  type ShelfItemRow,
  type ShelfMoveRow,
  type ShelfSide,
} from "#db/queries/shelf-pages.ts";
import { now } from "../../lib/clock.ts";
import { NotFound } from "../../lib/errors.ts";
import { type Actor, asOperator, asSeller } from "../accounts/actor.ts";
import { shelfPeriods } from "./find-shelves.server.ts";

const PER_PAGE = 30;

export type ShelfHistory = {
  readonly item: ShelfItemRow;
  readonly moves: readonly ShelfMoveRow[];
  /** id to ask for older ones with; null when these are all */
  readonly next: number | null;
};

/**
 * How one place on a shelf became what it is, the newest move first, as its seller or its warung sees it. Two queries.
 * @throws NotLoggedIn, NotAllowed, NotFound when it is neither's
 */
export async function findShelfHistory(
  db: Db,
  actor: Actor,
  { as, itemId, before }: { as: "seller" | "warung"; itemId: number; before?: number },
): Promise<ShelfHistory> {
  const side: ShelfSide =
    as === "seller"
      ? { umkmId: asSeller(actor).umkm.umkmId }
      : { warungId: asOperator(actor).warung.warungId };
  const [item] = await findShelfItems(db, { ...side, itemId, ...shelfPeriods(now()) });
  if (!item) throw new NotFound("titipan");
  const rows = await listShelfMoves(db, itemId, { before, limit: PER_PAGE + 1 });
  const moves = rows.slice(0, PER_PAGE);
  return { item, moves, next: rows.length > PER_PAGE ? moves.at(-1)!.id : null };
}
