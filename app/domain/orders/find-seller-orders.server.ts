import type { Db } from "#db/client.server.ts";
import { findSellerWork, type SellerOrderRow } from "#db/queries/seller.ts";
import { findSellerPast, type SellerPastRow } from "#db/queries/seller-figures.ts";
import { type Actor, asSeller } from "../accounts/actor.ts";

const PER_PAGE = 20;

type Page<Row> = {
  readonly orders: readonly Row[];
  /** id to ask for the next ones with; null when these are all */
  readonly next: number | null;
};

function pageOf<Row extends { readonly id: number }>(rows: readonly Row[]): Page<Row> {
  const orders = rows.slice(0, PER_PAGE);
  return { orders, next: rows.length > PER_PAGE ? orders.at(-1)!.id : null };
}

/** One's parts of orders to confirm (`pending`) or to hand over (`confirmed`), the most urgent first. */
export async function findSellerOrders(
  db: Db,
  actor: Actor,
  { status, after }: { status: "pending" | "confirmed"; after?: number },
): Promise<Page<SellerOrderRow>> {
  const { umkmId } = asSeller(actor).umkm;
  return pageOf(await findSellerWork(db, { umkmId, status, after, limit: PER_PAGE + 1 }));
}

/** One's parts of orders that need nothing more, the newest first. */
export async function findSellerPastOrders(
  db: Db,
  actor: Actor,
  { after }: { after?: number } = {},
): Promise<Page<SellerPastRow>> {
  const { umkmId } = asSeller(actor).umkm;
  return pageOf(await findSellerPast(db, { umkmId, before: after, limit: PER_PAGE + 1 }));
}
