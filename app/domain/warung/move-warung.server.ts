import type { Tx } from "#db/client.server.ts";
import {
  type LockedWarung,
  lockWarung,
  updateWarungStatus,
  type WarungPatch,
} from "#db/queries/warung-status.ts";
import { NotFound, StaleRecord } from "../../lib/errors.ts";
import { announceWarung } from "./announce-warung.server.ts";
import { NEXT, type WarungStatus } from "./warung-status.ts";

/** Finds and locks a warung for the rest of the transaction. @throws NotFound */
export async function takeWarung(
  tx: Tx,
  which: { readonly slug: string } | { readonly id: number },
): Promise<LockedWarung> {
  const warung = await lockWarung(tx, which);
  if (!warung) throw new NotFound("warung");
  return warung;
}

/**
 * Moves a locked warung from where it is to `to`; public pages and its board hear of it.
 * @throws StaleRecord when it is not in `from`, Error when the table of states does not know the step
 */
export async function moveWarung<From extends WarungStatus>(
  tx: Tx,
  warung: { readonly id: number },
  from: From,
  to: (typeof NEXT)[From][number] & WarungStatus,
  patch: WarungPatch = {},
): Promise<void> {
  if (!(NEXT[from] as readonly WarungStatus[]).includes(to)) throw new Error(`no way from ${from} to ${to}`);
  if (!(await updateWarungStatus(tx, warung.id, from, to, patch))) throw new StaleRecord("warung");
  await announceWarung(tx, warung.id);
}
