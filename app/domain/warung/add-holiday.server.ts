import type { Db } from "#db/client.server.ts";
import { countHolidays, upsertHoliday } from "#db/queries/warung-settings.ts";
import { addMinutes, dateWib, now } from "../../lib/clock.ts";
import { BadInput } from "../../lib/errors.ts";
import { type Actor, asWarungOwner } from "../accounts/actor.ts";
import { announceWarung } from "./announce-warung.server.ts";

const MOST_DAYS = 60;
const DAYS_AHEAD = 400;

/**
 * The owner stays closed on a day (WIB, `2026-12-25`); the same day again takes the new note.
 * @throws NotLoggedIn, NotAllowed, BadInput for a day past or too far ahead
 */
export async function addHoliday(
  actor: Actor,
  db: Db,
  { day, note }: { day: string; note: string | null },
): Promise<void> {
  const { warungId } = asWarungOwner(actor).warung;
  const today = dateWib(now());
  if (day < today) throw new BadInput({ tanggal: "Tanggal ini sudah lewat." });
  if (day > dateWib(addMinutes(now(), DAYS_AHEAD * 24 * 60))) {
    throw new BadInput({ tanggal: "Tanggal libur paling jauh setahun ke depan." });
  }
  await db.transaction().execute(async (tx) => {
    if ((await countHolidays(tx, warungId, today)) >= MOST_DAYS) {
      throw new BadInput({ tanggal: `Paling banyak ${MOST_DAYS} hari libur. Hapus yang tidak perlu.` });
    }
    await upsertHoliday(tx, warungId, day, note);
    await announceWarung(tx, warungId);
  });
}
