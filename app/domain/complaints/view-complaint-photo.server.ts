import type { Db } from "#db/client.server.ts";
import { findComplaintPhoto } from "#db/queries/complaint-pages.ts";
import { NotFound } from "../../lib/errors.ts";
import type { Actor } from "../accounts/actor.ts";
import { readDocument } from "../media/store-document.server.ts";
import { findBuyerComplaint } from "./find-buyer-complaint.server.ts";
import { findComplaintCase } from "./find-complaint-case.server.ts";
import { findSellerComplaint, findWarungComplaint } from "./find-work-complaint.server.ts";

/** In which role somebody looks; the buyer by the tracking link of this order. */
export type Viewer =
  | { readonly as: "seller" | "operator" | "officer" }
  | { readonly as: "buyer"; readonly orderCode: string; readonly secret: string | undefined };

/**
 * A photo of a complaint, as WebP, for its buyer, the seller, the warung and the officers of the regency.
 * @throws NotLoggedIn, NotAllowed, NotFound for everybody else
 */
export async function viewComplaintPhoto(
  db: Db,
  actor: Actor,
  { code, position, viewer }: { code: string; position: number; viewer: Viewer },
): Promise<Buffer> {
  if (viewer.as === "buyer") await findBuyerComplaint(db, { actor, code, ...viewer });
  else if (viewer.as === "seller") await findSellerComplaint(db, actor, code);
  else if (viewer.as === "operator") await findWarungComplaint(db, actor, code);
  else await findComplaintCase(db, actor, code);
  const file = await findComplaintPhoto(db, code, position);
  if (!file) throw new NotFound("dokumen");
  return readDocument(file);
}
