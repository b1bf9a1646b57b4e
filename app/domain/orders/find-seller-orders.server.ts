import type { Db } from "#db/client.server.ts";
import { findSellerHistory, findSellerWork } from "#db/queries/seller.ts";
import { type Actor, asSeller } from "../accounts/actor.ts";
import type { SellerOrder } from "./find-seller-today.server.ts";

const PER_PAGE = 20;

/**
 * A seller's parts of orders that a warung has accepted: those to be worked on, or those that are done.
 * `after` is the id the page before ended with; one query.
 */
export async function findSellerOrders(
  db: Db,
  actor: Actor,
  { list, after }: { list: "work" | "done"; after?: number },
): Promise<{ orders: SellerOrder[]; next: number | null }> {
  const { umkm } = asSeller(actor);
  const find = list === "work" ? findSellerWork : findSellerHistory;
  const rows = await find(db, { umkmId: umkm.umkmId, after, limit: PER_PAGE + 1 });
  const orders = rows.slice(0, PER_PAGE);
  return { orders, next: rows.length > PER_PAGE ? orders.at(-1)!.id : null };
}
