import type { Db } from "#db/client.server.ts";
import { findRefundProof } from "#db/queries/refund-tasks.ts";
import { NotFound } from "../../../lib/errors.ts";
import { type Actor, asOperator, requireOfficerOf } from "../../accounts/actor.ts";
import { readDocument } from "../../media/store-document.server.ts";
import { findTracking } from "../../orders/find-tracking.server.ts";

type Viewer =
  | { readonly as: "operator" | "officer" }
  | { readonly as: "buyer"; readonly orderCode: string; readonly secret: string | undefined };

/**
 * The proof of a transfer as WebP: for the warung that made it, the buyer it went to, and the officers of the order's regency.
 * @throws NotLoggedIn, NotAllowed, NotFound, also when it has been forgotten
 */
export async function viewRefundProof(
  actor: Actor,
  db: Db,
  { id, ...viewer }: { id: number } & Viewer,
): Promise<Buffer> {
  const found = await findRefundProof(db, id);
  if (viewer.as === "operator" && asOperator(actor).warung.warungId !== found?.warung_id)
    throw new NotFound("dokumen");
  if (!found?.proof_file) throw new NotFound("dokumen");
  if (viewer.as === "officer") requireOfficerOf(actor, found.regency_code);
  if (viewer.as === "buyer") {
    if (viewer.orderCode !== found.order_code) throw new NotFound("dokumen");
    await findTracking(db, { actor, code: viewer.orderCode, secret: viewer.secret });
  }
  return readDocument(found.proof_file);
}
