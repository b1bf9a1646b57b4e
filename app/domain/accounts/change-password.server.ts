import type { Db } from "#db/client.server.ts";
import { updatePassword } from "#db/queries/accounts.ts";
import { deleteSessionsOf } from "#db/queries/sessions.ts";
import { BadInput } from "../../lib/errors.ts";
import { type Actor, asPerson } from "./actor.ts";
import { confirmPassword } from "./confirm-password.server.ts";
import { sessionHash } from "./open-session.server.ts";
import { hashPassword } from "./password.server.ts";
import { weakPassword } from "./password-rules.ts";

/**
 * Sets one's own password; all sessions but this one end.
 * @param sessionToken the cookie's
 * @throws NotLoggedIn, BadInput when the old one is wrong or the new one weak, TooManyTries
 */
export async function changePassword(
  actor: Actor,
  db: Db,
  { old, password, sessionToken }: { old: string; password: string; sessionToken: string },
): Promise<void> {
  const person = asPerson(actor);
  const weak = weakPassword(password, person.mobile);
  if (weak) throw new BadInput({ kata_sandi: weak });
  await confirmPassword(db, person, old);
  const passwordHash = await hashPassword(password);
  await db.transaction().execute(async (tx) => {
    await updatePassword(tx, person.accountId, passwordHash);
    await deleteSessionsOf(tx, person.accountId, { kept: sessionHash(sessionToken) });
  });
}
