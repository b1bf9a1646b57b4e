import type { Db } from "#db/client.server.ts";
import { findAccount, updateProfile } from "#db/queries/accounts.ts";
import { BadInput } from "../../lib/errors.ts";
import { type Actor, asPerson } from "./actor.ts";
import { confirmPassword } from "./confirm-password.server.ts";

/**
 * Changes one's own name, and the e-mail address that messages may go to (null: none). Codes may go there too, so
 * another address needs the password.
 * @throws NotLoggedIn, BadInput when the password is missing or wrong, TooManyTries
 */
export async function changeProfile(
  actor: Actor,
  db: Db,
  { name, email, password }: { name: string; email: string | null; password: string | undefined },
): Promise<void> {
  const person = asPerson(actor);
  const before = await findAccount(db, person.accountId);
  if (email !== null && email !== before?.email) {
    if (!password) throw new BadInput({ kata_sandi_lama: "Tulis kata sandi Anda untuk mengganti e-mail." });
    await confirmPassword(db, person, password);
  }
  await updateProfile(db, person.accountId, { name, email });
}
