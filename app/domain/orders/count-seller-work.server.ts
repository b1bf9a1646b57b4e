import type { Db } from "#db/client.server.ts";
import { countSellerWork as countRows } from "#db/queries/seller.ts";
import { type Actor, asSeller } from "../accounts/actor.ts";

export type SellerWork = {
  readonly umkm: string;
  /** state of the business, see `umkm-status.ts` */
  readonly status: string;
  readonly toConfirm: number;
  readonly toHandOver: number;
};

/** How much waits for this seller, for the head of their pages. @throws NotLoggedIn, NotAllowed */
export async function countSellerWork(db: Db, actor: Actor): Promise<SellerWork> {
  const { umkm } = asSeller(actor);
  const { to_confirm, to_hand_over, umkm_status } = await countRows(db, umkm.umkmId);
  return { umkm: umkm.name, status: umkm_status, toConfirm: to_confirm, toHandOver: to_hand_over };
}
