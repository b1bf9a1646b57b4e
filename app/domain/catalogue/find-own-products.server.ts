import type { Db } from "#db/client.server.ts";
import { findOwnProducts as findRows, type OwnProductRow } from "#db/queries/seller.ts";
import { type Actor, asSeller } from "../accounts/actor.ts";

export type OwnProduct = OwnProductRow;

const PER_PAGE = 12;

/**
 * One's own products by name, hidden ones too. `after` is the slug the page before ended with (one that is not theirs
 * means the beginning); one query.
 */
export async function findOwnProducts(
  db: Db,
  actor: Actor,
  {
    q,
    state,
    after,
    perPage = PER_PAGE,
  }: { q?: string; state?: "sold-out" | "hidden"; after?: string; perPage?: number },
): Promise<{ products: OwnProduct[]; next: string | null }> {
  const { umkm } = asSeller(actor);
  const rows = await findRows(db, { umkmId: umkm.umkmId, q, state, after, limit: perPage + 1 });
  const products = rows.slice(0, perPage);
  return { products, next: rows.length > perPage ? products.at(-1)!.slug : null };
}
