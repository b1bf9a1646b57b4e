import type { Db } from "#db/client.server.ts";
import { findTotp, lockAccount } from "#db/queries/second-factor.ts";
import { StaleRecord } from "../../lib/errors.ts";
import { type Actor, asPerson } from "./actor.ts";
import { confirmPassword } from "./confirm-password.server.ts";
import { giveRecoveryCodes } from "./recovery-codes.server.ts";

/**
 * New recovery codes; those before hold no more.
 * @returns ten codes, to be shown once
 * @throws NotLoggedIn, SecondFactorNeeded, BadInput when the password is wrong, StaleRecord without an authenticator
 */
export async function renewRecoveryCodes(
  actor: Actor,
  db: Db,
  { password }: { password: string },
): Promise<string[]> {
  const person = asPerson(actor);
  await confirmPassword(db, person, password);
  return db.transaction().execute(async (tx) => {
    await lockAccount(tx, person.accountId);
    if (!(await findTotp(tx, person.accountId))?.confirmed) throw new StaleRecord("akun");
    return giveRecoveryCodes(tx, person.accountId);
  });
}
