import type { Db } from "#db/client.server.ts";
import type { Actor } from "../accounts/actor.ts";
import { moveUmkm } from "./move-umkm.server.ts";
import { recordDecision } from "./record-decision.server.ts";
import { refreshShopOf, takeUmkm } from "./take-umkm.server.ts";

/**
 * The officer freezes a verified business: its products leave the shop and the search until it is taken back. Orders
 * already placed go on.
 * @throws NotFound, NotAllowed for another regency, StaleRecord when it is not verified (any more)
 */
export async function suspendUmkm(
  actor: Actor,
  db: Db,
  { slug, reason }: { slug: string; reason: string },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const umkm = await takeUmkm(tx, actor, slug);
    await moveUmkm(tx, umkm.id, "verified", "suspended", { suspendedReason: reason });
    await recordDecision(tx, actor, umkm, {
      kind: "suspended",
      action: "umkm.suspend",
      from: "verified",
      to: "suspended",
      reason,
      subject: "Usaha dibekukan",
      body: `${umkm.name} dibekukan di Lapak Lampung dan produknya tidak tampil untuk sementara. Alasan: ${reason} Pesanan yang sudah masuk tetap perlu diselesaikan. Hubungi dinas koperasi dan UKM setempat.`,
    });
    await refreshShopOf(tx, umkm.id);
  });
}
