import { redirect } from "@remix-run/node";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "../domain/accounts/actor.ts";
import { countSellerWork } from "../domain/orders/count-seller-work.server.ts";
import { findOwnApplication } from "../domain/umkm/find-own-application.server.ts";
import { canEditApplication } from "../domain/umkm/umkm-status.ts";

/** Where a step leads once it is saved. */
export const SAVED_STEP = "/penjual/pengajuan?kabar=tersimpan";

/** What every step's page shows. Once the application was sent there is nothing to fill in: back to how it stands. */
export async function readStep(db: Db, actor: Actor) {
  const [work, { umkm, points }] = await Promise.all([
    countSellerWork(db, actor),
    findOwnApplication(db, actor),
  ]);
  if (!canEditApplication(umkm.status)) throw redirect("/penjual/pengajuan");
  return { work, umkm, points };
}
