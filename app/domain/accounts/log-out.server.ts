import type { Db } from "#db/client.server.ts";
import { deleteSession } from "#db/queries/accounts.ts";
import { sessionHash } from "./open-session.server.ts";

/** Ends the session of this token; an unknown one is already over. */
export async function logOut(db: Db, token: string): Promise<void> {
  await deleteSession(db, sessionHash(token));
}
