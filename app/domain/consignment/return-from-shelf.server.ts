import type { Db } from "#db/client.server.ts";
import { insertReturn } from "#db/queries/shelf-returns.ts";
import { now } from "../../lib/clock.ts";
import { type Actor, asOperator } from "../accounts/actor.ts";
import { findCalendar } from "../calendar/find-calendar.server.ts";
import { sendMessage } from "../notifications/send-message.server.ts";
import { countBy } from "./due-dates.ts";
import { takeOffShelf, takeShelfItem } from "./take-shelf-item.server.ts";

/**
 * The warung sends pieces from its shelf back to their seller: they can no longer be sold, and are in the seller's stock
 * once the seller has counted them. The same form acts once.
 * @throws NotLoggedIn, NotAllowed, NotFound, BadInput when fewer lie there
 */
export async function returnFromShelf(
  actor: Actor,
  db: Db,
  { itemId, pieces, formKey }: { itemId: number; pieces: number; formKey: string },
): Promise<void> {
  const { warung, name } = asOperator(actor);
  await db.transaction().execute(async (tx) => {
    const item = await takeShelfItem(tx, warung.warungId, { itemId, formKey });
    if (!item) return;
    const at = now();
    const dueAt = countBy(at, await findCalendar(tx, at));
    const back = { shelfItemId: itemId, consignmentId: null, pieces, dueAt };
    const returnId = await insertReturn(tx, back);
    await takeOffShelf(tx, item, { pieces, cause: "returned_to_seller", returnId, formKey, actorName: name });
    await sendMessage(tx, {
      key: `shelf-return:${returnId}`,
      kind: "titipan",
      canWait: true,
      subject: "Titipan dikembalikan",
      to: { name: item.umkm, mobile: item.umkm_mobile },
      body: `${warung.name} mengembalikan ${pieces} × ${item.name}. Hitung saat sampai, lalu konfirmasi di halaman Titip jual.`,
      regencyCode: item.regency_code,
    });
  });
}
