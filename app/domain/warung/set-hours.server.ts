import type { Db } from "#db/client.server.ts";
import { replaceHours } from "#db/queries/warung-import.ts";
import { BadInput } from "../../lib/errors.ts";
import { type Actor, asWarungOwner } from "../accounts/actor.ts";
import { announceWarung } from "./announce-warung.server.ts";
import type { WeekHours } from "./opening-hours.ts";

/**
 * The owner sets the week (minutes since midnight WIB, 0 = Sunday, null = closed).
 * @throws NotLoggedIn, NotAllowed, BadInput when no day is open
 */
export async function setHours(actor: Actor, db: Db, { week }: { week: WeekHours }): Promise<void> {
  const { warungId } = asWarungOwner(actor).warung;
  const days = week.flatMap((day, weekday) => (day ? [{ warung_id: warungId, weekday, ...day }] : []));
  if (days.length === 0) throw new BadInput({ jam: "Isi jam buka untuk sedikitnya satu hari." });
  await db.transaction().execute(async (tx) => {
    await replaceHours(tx, [warungId], days);
    await announceWarung(tx, warungId);
  });
}
