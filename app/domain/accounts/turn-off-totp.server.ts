import type { Db } from "#db/client.server.ts";
import { clearTotp } from "#db/queries/second-factor.ts";
import { NotAllowed } from "../../lib/errors.ts";
import { type Actor, asPerson } from "./actor.ts";
import { confirmPassword } from "./confirm-password.server.ts";
import { mustHaveSecondFactor } from "./needs-second-factor.ts";

/**
 * Takes the authenticator away: the password alone opens the account again. Not for officers and administrators.
 * @throws NotLoggedIn, SecondFactorNeeded, NotAllowed, BadInput when the password is wrong
 */
export async function turnOffTotp(actor: Actor, db: Db, { password }: { password: string }): Promise<void> {
  const person = asPerson(actor);
  if (mustHaveSecondFactor(actor)) throw new NotAllowed();
  await confirmPassword(db, person, password);
  await db.transaction().execute((tx) => clearTotp(tx, person.accountId));
}
