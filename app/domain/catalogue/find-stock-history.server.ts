import type { Db } from "#db/client.server.ts";
import { findOwnVariantName } from "#db/queries/own-product.ts";
import { listStockChanges, type StockChangeRow } from "#db/queries/stock.ts";
import { NotFound } from "../../lib/errors.ts";
import { type Actor, asSeller } from "../accounts/actor.ts";

const PER_PAGE = 30;

export type StockHistory = {
  readonly product: string;
  readonly slug: string;
  readonly label: string;
  readonly stock: number;
  readonly changes: readonly StockChangeRow[];
  /** id to ask for older ones with; null when these are all */
  readonly next: number | null;
};

/**
 * How the stock of one's own variant became what it is, the newest change first.
 * @throws NotLoggedIn, NotAllowed, NotFound for another seller's variant
 */
export async function findStockHistory(
  db: Db,
  actor: Actor,
  { variantId, before }: { variantId: number; before?: number },
): Promise<StockHistory> {
  const { umkmId } = asSeller(actor).umkm;
  const variant = await findOwnVariantName(db, umkmId, variantId);
  if (!variant) throw new NotFound("produk");
  const rows = await listStockChanges(db, variantId, { before, limit: PER_PAGE + 1 });
  const changes = rows.slice(0, PER_PAGE);
  return { ...variant, changes, next: rows.length > PER_PAGE ? changes.at(-1)!.id : null };
}
