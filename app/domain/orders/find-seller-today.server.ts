import type { Db } from "#db/client.server.ts";
import { findSellerWork, findSoldOut, type SellerOrderRow, type SoldOutRow } from "#db/queries/seller.ts";
import { type Actor, asSeller } from "../accounts/actor.ts";

const MOST_ORDERS = 20;
const MOST_SOLD_OUT = 10;

export type SellerOrder = SellerOrderRow;

export type SellerToday = {
  readonly orders: readonly SellerOrder[];
  /** more than are shown here */
  readonly more: boolean;
  readonly soldOut: readonly SoldOutRow[];
};

/** What a seller does now, the most urgent first, and what they ran out of. Two queries. */
export async function findSellerToday(db: Db, actor: Actor): Promise<SellerToday> {
  const { umkm } = asSeller(actor);
  const [orders, soldOut] = await Promise.all([
    findSellerWork(db, { umkmId: umkm.umkmId, after: undefined, limit: MOST_ORDERS + 1 }),
    findSoldOut(db, umkm.umkmId, MOST_SOLD_OUT),
  ]);
  return { orders: orders.slice(0, MOST_ORDERS), more: orders.length > MOST_ORDERS, soldOut };
}
