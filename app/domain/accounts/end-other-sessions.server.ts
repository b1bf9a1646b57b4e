import type { Db } from "#db/client.server.ts";
import { deleteSessionsOf } from "#db/queries/sessions.ts";
import { type Actor, asPerson } from "./actor.ts";
import { sessionHash } from "./open-session.server.ts";

/** Signs all one's own devices out but this one. @throws NotLoggedIn */
export async function endOtherSessions(
  actor: Actor,
  db: Db,
  { sessionToken }: { sessionToken: string },
): Promise<void> {
  await deleteSessionsOf(db, asPerson(actor).accountId, { kept: sessionHash(sessionToken) });
}
