import type { Db } from "#db/client.server.ts";
import { findSellerWork, findSoldOut, type SellerOrderRow, type SoldOutRow } from "#db/queries/seller.ts";
import { type Actor, asSeller } from "../accounts/actor.ts";
import { countSellerWork, type SellerWork } from "./count-seller-work.server.ts";

const MOST_ORDERS = 20;
const MOST_SOLD_OUT = 10;

export type SellerOrder = SellerOrderRow;

export type SellerToday = SellerWork & {
  readonly orders: readonly SellerOrder[];
  /** id to ask for the next ones with; null when these are all */
  readonly next: number | null;
  readonly soldOut: readonly SoldOutRow[];
};

/** What a seller does now, the most urgent first, and what they ran out of. Three queries. */
export async function findSellerToday(
  db: Db,
  actor: Actor,
  { after }: { after?: number } = {},
): Promise<SellerToday> {
  const { umkmId } = asSeller(actor).umkm;
  const [work, orders, soldOut] = await Promise.all([
    countSellerWork(db, actor),
    findSellerWork(db, { umkmId, after, limit: MOST_ORDERS + 1 }),
    findSoldOut(db, umkmId, MOST_SOLD_OUT),
  ]);
  const shown = orders.slice(0, MOST_ORDERS);
  return { ...work, orders: shown, next: orders.length > MOST_ORDERS ? shown.at(-1)!.id : null, soldOut };
}
