import type { Tx } from "#db/client.server.ts";
import { type LockedHandIn, lockHandIn } from "#db/queries/hand-ins.ts";
import { NotFound } from "../../../lib/errors.ts";

/** Locks a hand-in for the rest of the transaction. @throws NotFound */
export async function takeHandIn(tx: Tx, code: string): Promise<LockedHandIn> {
  const handIn = await lockHandIn(tx, code);
  if (!handIn) throw new NotFound("setoran");
  return handIn;
}
