import type { Db } from "#db/client.server.ts";
import { findOldAttemptPhotos, forgetAttemptPhoto } from "#db/queries/delivery.ts";
import { addMinutes, now } from "../../../lib/clock.ts";
import { removeDocument } from "../../media/store-document.server.ts";

/** Long after every complaint is over, a photo of somebody at their door proves nothing any more. */
const KEEP_DAYS = 90;
const PER_RUN = 500;

/** Removes photos of handing over that are no longer needed. The file goes first: what a crash leaves is tried again. */
export async function forgetPhotos(db: Db): Promise<void> {
  const before = addMinutes(now(), -KEEP_DAYS * 24 * 60);
  for (const { id, photo_file } of await findOldAttemptPhotos(db, before, PER_RUN)) {
    await removeDocument(photo_file);
    await forgetAttemptPhoto(db, id);
  }
}
