import type { Db } from "#db/client.server.ts";
import { hasTotp } from "#db/queries/second-factor.ts";
import { type Actor, asPerson } from "./actor.ts";

/** Whether this person has set up an authenticator app. @throws NotLoggedIn */
export async function findSecondFactor(db: Db, actor: Actor): Promise<{ isSetUp: boolean }> {
  return { isSetUp: await hasTotp(db, asPerson(actor).accountId) };
}
