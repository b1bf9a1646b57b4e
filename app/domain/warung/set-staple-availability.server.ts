import type { Db } from "#db/client.server.ts";
import { updateStapleAvailability } from "#db/queries/warung.ts";
import { type Actor, asOperator } from "../accounts/actor.ts";
import { announce } from "../jobs/enqueue.server.ts";

export const AVAILABILITIES = ["ada", "sedikit", "habis"] as const;
export type Availability = (typeof AVAILABILITIES)[number];

/** The operator says whether a staple is there: one tap. @throws NotLoggedIn, NotAllowed */
export async function setStapleAvailability(
  actor: Actor,
  db: Db,
  { stapleId, availability }: { stapleId: number; availability: Availability },
): Promise<void> {
  const { warung } = asOperator(actor);
  await db.transaction().execute(async (tx) => {
    await updateStapleAvailability(tx, warung.warungId, stapleId, availability);
    await announce(tx, "catalogue");
  });
}
