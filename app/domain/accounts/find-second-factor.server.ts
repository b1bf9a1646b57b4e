import type { Db } from "#db/client.server.ts";
import { findTotp } from "#db/queries/second-factor.ts";
import { type Actor, asLoggedIn } from "./actor.ts";

/** Whether this person has set up an authenticator app, and how many recovery codes are left. @throws NotLoggedIn */
export async function findSecondFactor(
  db: Db,
  actor: Actor,
): Promise<{ isSetUp: boolean; recoveryCodesLeft: number }> {
  const state = await findTotp(db, asLoggedIn(actor).accountId);
  return { isSetUp: state?.confirmed ?? false, recoveryCodesLeft: state?.recoveryCodesLeft ?? 0 };
}
