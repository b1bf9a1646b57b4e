import type { Tx } from "#db/client.server.ts";
import { endConsignment, type LockedConsignment, lockConsignment } from "#db/queries/consignments.ts";
import { now } from "../../lib/clock.ts";
import { NotFound, StaleRecord } from "../../lib/errors.ts";
import type { CONSIGNMENT_NEXT } from "./consignment-status.ts";

/** Locks one's own sending, as its seller or as the warung it goes to. @throws NotFound */
export async function takeConsignment(
  tx: Tx,
  code: string,
  own: { readonly umkmId: number } | { readonly warungId: number },
): Promise<LockedConsignment> {
  const found = await lockConsignment(tx, code);
  const isOwn = "umkmId" in own ? found?.umkm_id === own.umkmId : found?.warung_id === own.warungId;
  if (!found || !isOwn) throw new NotFound("titipan");
  return found;
}

/** Ends a locked sending that is on its way. @throws StaleRecord when it was counted, refused or called back before */
export async function moveConsignment(
  tx: Tx,
  { id }: LockedConsignment,
  to: (typeof CONSIGNMENT_NEXT)["sent"][number],
  reason: string | null = null,
): Promise<void> {
  if (!(await endConsignment(tx, id, to, reason, now()))) throw new StaleRecord("titipan");
}
