import type { Db } from "#db/client.server.ts";
import { findAttemptPhoto } from "#db/queries/delivery.ts";
import { NotFound } from "../../../lib/errors.ts";
import { type Actor, asOperator, requireOfficerOf } from "../../accounts/actor.ts";
import { readDocument } from "../../media/store-document.server.ts";

/**
 * The photo of a failed try or of a receipt, as WebP: for the warung that took it, and for the officers of the order's
 * regency. It may show a person: nobody else sees it.
 * @throws NotLoggedIn, NotAllowed, NotFound, also when it has been forgotten
 */
export async function viewAttemptPhoto(
  actor: Actor,
  db: Db,
  { code, attemptId, as }: { code: string; attemptId: number; as: "operator" | "officer" },
): Promise<Buffer> {
  const found = await findAttemptPhoto(db, code, attemptId);
  if (as === "operator" && asOperator(actor).warung.warungId !== found?.warung_id)
    throw new NotFound("dokumen");
  if (!found) throw new NotFound("dokumen");
  if (as === "officer") requireOfficerOf(actor, found.regency_code);
  if (!found.photo_file) throw new NotFound("dokumen");
  return readDocument(found.photo_file);
}
