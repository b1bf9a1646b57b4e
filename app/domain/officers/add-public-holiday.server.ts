import type { Db } from "#db/client.server.ts";
import { upsertHoliday } from "#db/queries/calendar.ts";
import { addMinutes, dateWib, now } from "../../lib/clock.ts";
import { BadInput } from "../../lib/errors.ts";
import { type Actor, asProvince } from "../accounts/actor.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { announce } from "../jobs/enqueue.server.ts";
import { HOLIDAY_DAYS_AHEAD } from "./find-holidays.server.ts";

/**
 * The province enters a day (WIB, `2026-12-25`) on which sellers and offices rest, as the yearly joint decree of three
 * ministers has it; promises made from now on skip it. The same day again takes the new name.
 * @throws NotLoggedIn, NotAllowed, BadInput for a day past or too far ahead
 */
export async function addPublicHoliday(
  actor: Actor,
  db: Db,
  { day, name, kind }: { day: string; name: string; kind: "national" | "leave" },
): Promise<void> {
  asProvince(actor);
  if (day < dateWib(now())) throw new BadInput({ tanggal: "Tanggal ini sudah lewat." });
  if (day > dateWib(addMinutes(now(), HOLIDAY_DAYS_AHEAD * 24 * 60))) {
    throw new BadInput({ tanggal: "Tanggal libur paling jauh dua tahun ke depan." });
  }
  await db.transaction().execute(async (tx) => {
    const before = await upsertHoliday(tx, { day, name, kind });
    await recordAudit(tx, actor, {
      action: "calendar.add",
      thing: "calendar",
      key: day,
      name,
      regencyCode: null,
      detail: { tanggal: day, ...(before && { before: before.name, after: name }) },
    });
    await announce(tx, "catalogue");
  });
}
