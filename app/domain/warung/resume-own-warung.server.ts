import type { Db } from "#db/client.server.ts";
import { resumeWarung } from "#db/queries/warung.ts";
import { type Actor, asOperator } from "../accounts/actor.ts";
import { announce } from "../jobs/enqueue.server.ts";

/** A paused operator takes orders again; one that is not paused stays as it is. @throws NotLoggedIn, NotAllowed */
export async function resumeOwnWarung(actor: Actor, db: Db): Promise<void> {
  const { warung } = asOperator(actor);
  await db.transaction().execute(async (tx) => {
    if (await resumeWarung(tx, warung.warungId)) {
      await announce(tx, "catalogue");
      await announce(tx, `warung:${warung.warungId}`);
    }
  });
}
