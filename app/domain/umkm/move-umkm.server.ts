import type { Tx } from "#db/client.server.ts";
import { type UmkmPatch, updateUmkmStatus } from "#db/queries/umkm-application.ts";
import { StaleRecord } from "../../lib/errors.ts";
import { NEXT_UMKM, type UmkmStatus } from "./umkm-status.ts";

/**
 * Moves a business from where it is to `to`, with the reasons or dates that belong to the new state.
 * @throws StaleRecord when it is not in `from` any more, Error when the table of states does not know the step
 */
export async function moveUmkm<From extends UmkmStatus>(
  tx: Tx,
  umkmId: number,
  from: From,
  to: (typeof NEXT_UMKM)[From][number] & UmkmStatus,
  patch: UmkmPatch = {},
): Promise<void> {
  if (!(NEXT_UMKM[from] as readonly UmkmStatus[]).includes(to))
    throw new Error(`no way from ${from} to ${to}`);
  if (!(await updateUmkmStatus(tx, umkmId, from, to, patch))) throw new StaleRecord("umkm");
}
