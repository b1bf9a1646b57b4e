import type { Db } from "#db/client.server.ts";
import { findOldHandInProofs, forgetHandInProof } from "#db/queries/hand-ins.ts";
import { addMinutes, now } from "../../../lib/clock.ts";
import { removeDocument } from "../../media/store-document.server.ts";

/** As long as the books of a year are asked about. */
const KEEP_DAYS = 400;
const PER_RUN = 500;

/** Removes proofs of hand-ins that nobody asks about any more. The file goes first: what a crash leaves is tried again. */
export async function forgetHandInProofs(db: Db): Promise<void> {
  const before = addMinutes(now(), -KEEP_DAYS * 24 * 60);
  for (const { id, proof_file } of await findOldHandInProofs(db, before, PER_RUN)) {
    await removeDocument(proof_file);
    await forgetHandInProof(db, id);
  }
}
