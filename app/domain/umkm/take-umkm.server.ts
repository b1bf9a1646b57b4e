import type { Tx } from "#db/client.server.ts";
import { type LockedUmkm, lockUmkm } from "#db/queries/umkm-application.ts";
import { listProductIdsOf } from "#db/queries/umkm-desk.ts";
import { NotFound } from "../../lib/errors.ts";
import { type Actor, requireOfficerOf } from "../accounts/actor.ts";
import { announce, enqueue } from "../jobs/enqueue.server.ts";

/**
 * A business that an officer decides on, locked for the rest of the transaction. Drafts are their owner's alone.
 * @throws NotFound, NotAllowed for another regency
 */
export async function takeUmkm(tx: Tx, actor: Actor, slug: string): Promise<LockedUmkm> {
  const umkm = await lockUmkm(tx, { slug });
  if (!umkm || umkm.status === "draft") throw new NotFound("umkm");
  requireOfficerOf(actor, umkm.regency_code);
  return umkm;
}

/** Its products came into the shop and the search, or left them. */
export async function refreshShopOf(tx: Tx, umkmId: number): Promise<void> {
  const productIds = await listProductIdsOf(tx, umkmId);
  if (productIds.length > 0) await enqueue(tx, "index-products", { productIds });
  await announce(tx, "catalogue");
}
