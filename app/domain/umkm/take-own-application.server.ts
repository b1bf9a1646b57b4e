import type { Tx } from "#db/client.server.ts";
import { type LockedUmkm, lockUmkm } from "#db/queries/umkm-application.ts";
import { NotFound, StaleRecord } from "../../lib/errors.ts";
import { canEditApplication } from "./umkm-status.ts";

/**
 * One's own application, locked, while it may still be changed.
 * @throws NotFound, StaleRecord when it was sent meanwhile
 */
export async function takeOwnApplication(tx: Tx, umkmId: number): Promise<LockedUmkm> {
  const umkm = await lockUmkm(tx, { id: umkmId });
  if (!umkm) throw new NotFound("umkm");
  if (!canEditApplication(umkm.status)) throw new StaleRecord("umkm");
  return umkm;
}
