import type { Db } from "#db/client.server.ts";
import { lockUmkm } from "#db/queries/umkm-application.ts";
import { updateUmkm } from "#db/queries/umkm-draft.ts";
import { NotFound, StaleRecord } from "../../lib/errors.ts";
import { type Actor, asSeller } from "../accounts/actor.ts";
import { announce } from "../jobs/enqueue.server.ts";

/**
 * What a verified seller may change themselves: how they tell of their business, and the number they are reached at (E.164).
 * @throws NotLoggedIn, NotAllowed, NotFound, StaleRecord when the business is not verified (any more)
 */
export async function editProfile(
  actor: Actor,
  db: Db,
  { about, mobile }: { about: string; mobile: string },
): Promise<void> {
  const { umkmId } = asSeller(actor).umkm;
  await db.transaction().execute(async (tx) => {
    const umkm = await lockUmkm(tx, { id: umkmId });
    if (!umkm) throw new NotFound("umkm");
    if (umkm.status !== "verified") throw new StaleRecord("umkm");
    await updateUmkm(tx, umkmId, { about, mobile });
    await announce(tx, "catalogue");
  });
}
