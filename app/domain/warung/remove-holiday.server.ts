import type { Db } from "#db/client.server.ts";
import { deleteHoliday } from "#db/queries/warung-settings.ts";
import { type Actor, asWarungOwner } from "../accounts/actor.ts";
import { announceWarung } from "./announce-warung.server.ts";

/** The owner works on this day (WIB) after all; a day that was none stays as it is. @throws NotLoggedIn, NotAllowed */
export async function removeHoliday(actor: Actor, db: Db, { day }: { day: string }): Promise<void> {
  const { warungId } = asWarungOwner(actor).warung;
  await db.transaction().execute(async (tx) => {
    await deleteHoliday(tx, warungId, day);
    await announceWarung(tx, warungId);
  });
}
