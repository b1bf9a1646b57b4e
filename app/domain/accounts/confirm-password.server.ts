import type { Db } from "#db/client.server.ts";
import { deleteTries, findAccount, type ProfileRow } from "#db/queries/accounts.ts";
import { BadInput, NotLoggedIn } from "../../lib/errors.ts";
import type { Person } from "./actor.ts";
import { limitTries, triesKey } from "./limit-tries.server.ts";
import { passwordMatches } from "./password.server.ts";

/**
 * Asks for the password again before something that matters. @returns the account
 * @throws BadInput under `kata_sandi_lama` when it is wrong, TooManyTries
 */
export async function confirmPassword(db: Db, person: Person, password: string): Promise<ProfileRow> {
  const tries = { what: "sandi-lama", by: String(person.accountId) };
  await limitTries(db, { ...tries, most: 8, minutes: 15 });
  const account = await findAccount(db, person.accountId);
  if (!account) throw new NotLoggedIn();
  if (!(await passwordMatches(account.password_hash, password))) {
    throw new BadInput({ kata_sandi_lama: "Kata sandi tidak cocok." });
  }
  await deleteTries(db, triesKey(tries));
  return account;
}
