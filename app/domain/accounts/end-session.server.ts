import type { Db } from "#db/client.server.ts";
import { deleteSessionById } from "#db/queries/sessions.ts";
import { type Actor, asPerson } from "./actor.ts";

/** Signs one of one's own devices out; one that is out already stays so. @throws NotLoggedIn */
export async function endSession(actor: Actor, db: Db, { id }: { id: number }): Promise<void> {
  await deleteSessionById(db, asPerson(actor).accountId, id);
}
