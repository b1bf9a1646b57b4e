import type { Db } from "#db/client.server.ts";
import { findSessions as findRows, type SessionRow } from "#db/queries/sessions.ts";
import { type Actor, asPerson } from "./actor.ts";
import { sessionHash } from "./open-session.server.ts";

/** Where one's own account is logged in; the session of this token first. @throws NotLoggedIn */
export async function findSessions(db: Db, actor: Actor, sessionToken: string): Promise<SessionRow[]> {
  return findRows(db, asPerson(actor).accountId, sessionHash(sessionToken));
}
