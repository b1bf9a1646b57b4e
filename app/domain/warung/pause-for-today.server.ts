import type { Db } from "#db/client.server.ts";
import { findWarungSettings, updatePausedUntil } from "#db/queries/warung-settings.ts";
import { now } from "../../lib/clock.ts";
import { NotFound, StaleRecord } from "../../lib/errors.ts";
import { type Actor, asOperator } from "../accounts/actor.ts";
import { announceWarung } from "./announce-warung.server.ts";
import { opensAfterToday } from "./opening-hours.ts";
import { openingTimes } from "./week-hours.ts";

/**
 * No new orders for the rest of today: the warung opens again by itself with its next opening from tomorrow on. Orders
 * it has stay with it. Anyone behind the counter may do this.
 * @returns when it opens again
 * @throws NotLoggedIn, NotAllowed, StaleRecord when it is not ready (any more)
 */
export async function pauseForToday(actor: Actor, db: Db): Promise<Date> {
  const { warungId } = asOperator(actor).warung;
  return db.transaction().execute(async (tx) => {
    const warung = await findWarungSettings(tx, warungId);
    if (!warung) throw new NotFound("warung");
    const until = opensAfterToday(openingTimes(warung), now());
    if (!(await updatePausedUntil(tx, warungId, until))) throw new StaleRecord("warung");
    await announceWarung(tx, warungId);
    return until;
  });
}
