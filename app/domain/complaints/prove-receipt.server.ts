import { timingSafeEqual } from "node:crypto";
import type { Tx } from "#db/client.server.ts";
import { countComplaintPinTry, type LockedComplaint } from "#db/queries/complaints.ts";

/** Wrong PINs after which the buyer or an officer must confirm: 5 of 10,000 guesses. */
const PIN_TRIES = 5;

function samePin(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}

/**
 * Whether the PIN is the one the buyer sees; a wrong one is counted, so the transaction must not be given up.
 * @returns null when it is right, else how many tries are left
 */
export async function proveReceipt(tx: Tx, complaint: LockedComplaint, pin: string): Promise<number | null> {
  if (complaint.pin_tries >= PIN_TRIES) return 0;
  if (complaint.pin !== null && samePin(complaint.pin, pin)) return null;
  return Math.max(0, PIN_TRIES - (await countComplaintPinTry(tx, complaint.id)));
}
