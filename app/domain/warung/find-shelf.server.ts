import type { Db } from "#db/client.server.ts";
import { type BoardStapleRow, findBoardStaples } from "#db/queries/order-pages.ts";
import { dateWib, now } from "../../lib/clock.ts";

/** The staples of a warung with price (rupiah, its regency, today) and availability. */
export async function findShelf(db: Db, warungId: number): Promise<BoardStapleRow[]> {
  return findBoardStaples(db, warungId, dateWib(now()));
}
