import type { Db } from "#db/client.server.ts";
import type { Actor } from "../accounts/actor.ts";
import { moveUmkm } from "./move-umkm.server.ts";
import { recordDecision } from "./record-decision.server.ts";
import { refreshShopOf, takeUmkm } from "./take-umkm.server.ts";

/**
 * A frozen business is verified again; its published products come back into the shop and the search.
 * @throws NotFound, NotAllowed for another regency, StaleRecord when it is not frozen (any more)
 */
export async function reinstateUmkm(
  actor: Actor,
  db: Db,
  { slug, reason }: { slug: string; reason: string },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const umkm = await takeUmkm(tx, actor, slug);
    await moveUmkm(tx, umkm.id, "suspended", "verified", { suspendedReason: null });
    await recordDecision(tx, actor, umkm, {
      kind: "reinstated",
      action: "umkm.reinstate",
      from: "suspended",
      to: "verified",
      reason,
      subject: "Usaha aktif lagi",
      body: `${umkm.name} aktif lagi di Lapak Lampung. Produk yang sudah Anda terbitkan tampil kembali.`,
    });
    await refreshShopOf(tx, umkm.id);
  });
}
