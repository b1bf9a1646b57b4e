import type { Db } from "#db/client.server.ts";
import { findHandInProof } from "#db/queries/hand-ins.ts";
import { NotFound } from "../../../lib/errors.ts";
import { type Actor, asOperator, requireOfficerOf } from "../../accounts/actor.ts";
import { readDocument } from "../../media/store-document.server.ts";

/**
 * The proof of a hand-in as WebP, for its warung and the officers of its regency.
 * @throws NotLoggedIn, NotAllowed, NotFound, also when it has been forgotten
 */
export async function viewHandInProof(
  actor: Actor,
  db: Db,
  { code, as }: { code: string; as: "operator" | "officer" },
): Promise<Buffer> {
  const found = await findHandInProof(db, code);
  if (as === "operator" && asOperator(actor).warung.warungId !== found?.warung_id)
    throw new NotFound("dokumen");
  if (!found) throw new NotFound("dokumen");
  if (as === "officer") requireOfficerOf(actor, found.regency_code);
  if (!found.proof_file) throw new NotFound("dokumen");
  return readDocument(found.proof_file);
}
