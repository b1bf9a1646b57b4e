import type { Db } from "#db/client.server.ts";
import { deleteDocuments } from "#db/queries/umkm-draft.ts";
import { type Actor, asSeller } from "../accounts/actor.ts";
import { removeDocument } from "../media/store-document.server.ts";
import { takeOwnApplication } from "./take-own-application.server.ts";

/** Removes a photo from one's own application; twice is once. @throws NotLoggedIn, NotAllowed, StaleRecord */
export async function removeOwnDocument(
  actor: Actor,
  db: Db,
  { documentId }: { documentId: number },
): Promise<void> {
  const { umkm } = asSeller(actor);
  const files = await db.transaction().execute(async (tx) => {
    await takeOwnApplication(tx, umkm.umkmId);
    return deleteDocuments(tx, umkm.umkmId, [documentId]);
  });
  await Promise.all(files.map(removeDocument));
}
