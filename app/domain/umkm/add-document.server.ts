import type { Db } from "#db/client.server.ts";
import { deleteDocuments, insertDocument, listDocuments } from "#db/queries/umkm-draft.ts";
import { type Actor, asSeller } from "../accounts/actor.ts";
import { removeDocument, storeDocument } from "../media/store-document.server.ts";
import { APPLICATION_PHOTOS, type ApplicationPhoto } from "./application-photos.ts";
import { takeOwnApplication } from "./take-own-application.server.ts";

/**
 * Adds the photo of a paper or of the place to one's application; where only so many are kept, the oldest goes.
 * @throws NotLoggedIn, NotAllowed, StaleRecord when it was sent meanwhile, BadInput when it is no picture
 */
export async function addDocument(
  actor: Actor,
  db: Db,
  { kind, bytes }: { kind: ApplicationPhoto; bytes: Uint8Array },
): Promise<void> {
  const { umkm } = asSeller(actor);
  const stored = await storeDocument(bytes, { field: "foto" });
  try {
    const replaced = await db.transaction().execute(async (tx) => {
      await takeOwnApplication(tx, umkm.umkmId);
      await insertDocument(tx, { umkm_id: umkm.umkmId, kind, ...stored });
      const all = await listDocuments(tx, umkm.umkmId, kind);
      const surplus = all.slice(0, Math.max(0, all.length - APPLICATION_PHOTOS[kind].most));
      return deleteDocuments(
        tx,
        umkm.umkmId,
        surplus.map(({ id }) => id),
      );
    });
    await Promise.all(replaced.map(removeDocument));
  } catch (error) {
    await removeDocument(stored.file);
    throw error;
  }
}
