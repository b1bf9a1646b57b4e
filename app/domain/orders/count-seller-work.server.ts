import type { Db } from "#db/client.server.ts";
import { countSellerWork as countRows } from "#db/queries/seller.ts";
import { type Actor, asSeller } from "../accounts/actor.ts";

/** How much waits for this seller, for the head of their pages. */
export async function countSellerWork(
  db: Db,
  actor: Actor,
): Promise<{ readonly umkm: string; readonly toConfirm: number; readonly toHandOver: number }> {
  const { umkm } = asSeller(actor);
  const { to_confirm, to_hand_over } = await countRows(db, umkm.umkmId);
  return { umkm: umkm.name, toConfirm: to_confirm, toHandOver: to_hand_over };
}
