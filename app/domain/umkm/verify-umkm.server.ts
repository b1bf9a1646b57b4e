import type { Db } from "#db/client.server.ts";
import { now } from "../../lib/clock.ts";
import type { Actor } from "../accounts/actor.ts";
import { moveUmkm } from "./move-umkm.server.ts";
import { recordDecision } from "./record-decision.server.ts";
import { refreshShopOf, takeUmkm } from "./take-umkm.server.ts";

/**
 * The officer has checked an application: the business is verified, its published products come into the shop and the
 * search, and its owner is told.
 * @throws NotFound, NotAllowed for another regency, StaleRecord when it no longer waits
 */
export async function verifyUmkm(actor: Actor, db: Db, { slug }: { slug: string }): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const umkm = await takeUmkm(tx, actor, slug);
    await moveUmkm(tx, umkm.id, "submitted", "verified", {
      verifiedAt: now(),
      returnedReason: null,
      returnedPoints: [],
    });
    await recordDecision(tx, actor, umkm, {
      kind: "verified",
      action: "umkm.verify",
      from: "submitted",
      to: "verified",
      subject: "Usaha terverifikasi",
      body: `Selamat, ${umkm.name} sudah terverifikasi di Lapak Lampung. Terbitkan produk Anda di menu Penjual, Produk; pembeli langsung dapat menemukannya.`,
    });
    await refreshShopOf(tx, umkm.id);
  });
}
