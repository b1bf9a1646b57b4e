import type { Db } from "#db/client.server.ts";
import { findDocument } from "#db/queries/umkm-draft.ts";
import { NotFound } from "../../lib/errors.ts";
import { type Actor, asSeller } from "../accounts/actor.ts";
import { readDocument } from "../media/store-document.server.ts";

/** A photo of one's own application, as WebP. @throws NotLoggedIn, NotAllowed, NotFound for another's */
export async function findOwnDocument(
  db: Db,
  actor: Actor,
  { documentId }: { documentId: number },
): Promise<Buffer> {
  const { umkm } = asSeller(actor);
  const document = await findDocument(db, documentId);
  if (!document || document.umkm_id !== umkm.umkmId) throw new NotFound("dokumen");
  return readDocument(document.file);
}
