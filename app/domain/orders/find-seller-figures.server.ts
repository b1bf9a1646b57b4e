import type { Db } from "#db/client.server.ts";
import { findOwed, findSalesPerWeek, type SalesWeekRow } from "#db/queries/seller-figures.ts";
import { type Actor, asSeller } from "../accounts/actor.ts";

const WEEKS = 8;

export type SellerFigures = {
  /** delivered goods in rupiah, the oldest week first; `week` is its Monday (WIB) */
  readonly weeks: readonly SalesWeekRow[];
  /** rupiah for delivered goods that were not paid out yet */
  readonly owed: number;
};

/** What a seller sold in the last eight weeks and what they are owed, by the ledger. */
export async function findSellerFigures(db: Db, actor: Actor): Promise<SellerFigures> {
  const { umkmId } = asSeller(actor).umkm;
  const [weeks, owed] = await Promise.all([findSalesPerWeek(db, umkmId, WEEKS), findOwed(db, umkmId)]);
  return { weeks, owed };
}
