import type { Db } from "#db/client.server.ts";
import { deleteHoliday } from "#db/queries/calendar.ts";
import { type Actor, asProvince } from "../accounts/actor.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { announce } from "../jobs/enqueue.server.ts";

/** The province makes a day (WIB) an ordinary one again; one that was none stays as it is. @throws NotLoggedIn, NotAllowed */
export async function removePublicHoliday(actor: Actor, db: Db, { day }: { day: string }): Promise<void> {
  asProvince(actor);
  await db.transaction().execute(async (tx) => {
    const name = await deleteHoliday(tx, day);
    if (name === undefined) return;
    await recordAudit(tx, actor, {
      action: "calendar.remove",
      thing: "calendar",
      key: day,
      name,
      regencyCode: null,
      detail: { tanggal: day },
    });
    await announce(tx, "catalogue");
  });
}
