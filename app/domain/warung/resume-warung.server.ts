import type { Db } from "#db/client.server.ts";
import { findWarungPlace } from "#db/queries/dinas.ts";
import { resumeWarung as resume } from "#db/queries/warung.ts";
import { NotFound } from "../../lib/errors.ts";
import { type Actor, requireOfficerOf } from "../accounts/actor.ts";
import { announce } from "../jobs/enqueue.server.ts";

/**
 * The officer has spoken with a paused warung: it is asked again. One that is not paused stays as it is.
 * @throws NotLoggedIn, NotAllowed for another regency, NotFound
 */
export async function resumeWarung(actor: Actor, db: Db, { slug }: { slug: string }): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const warung = await findWarungPlace(tx, slug);
    if (!warung) throw new NotFound("warung");
    requireOfficerOf(actor, warung.regency_code);
    if (!(await resume(tx, warung.id))) return;
    await announce(tx, "catalogue");
    await announce(tx, `warung:${warung.id}`);
  });
}
