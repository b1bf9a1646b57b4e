import type { Db } from "#db/client.server.ts";
import { lockTrip, swapStop } from "#db/queries/trips.ts";
import { NotFound } from "../../../lib/errors.ts";
import { type Actor, asOperator } from "../../accounts/actor.ts";

/**
 * A stop changes places with the one before or after it. From where it no longer lies it does not move: a second tap of
 * the same hand does nothing.
 * @param from its place on the page
 * @throws NotAllowed, NotFound
 */
export async function moveStop(
  actor: Actor,
  db: Db,
  { tripId, ...move }: { tripId: number; code: string; from: number; way: "up" | "down" },
): Promise<void> {
  const { warung } = asOperator(actor);
  await db.transaction().execute(async (tx) => {
    if (!(await lockTrip(tx, warung.warungId, tripId))) throw new NotFound("perjalanan");
    await swapStop(tx, tripId, move);
  });
}
