import type { Db } from "#db/client.server.ts";
import { findAccount } from "#db/queries/accounts.ts";
import { NotLoggedIn } from "../../lib/errors.ts";
import { type Actor, asPerson } from "./actor.ts";

/** One's own name, number (E.164) and e-mail address. @throws NotLoggedIn */
export async function findProfile(
  db: Db,
  actor: Actor,
): Promise<{ readonly name: string; readonly mobile: string; readonly email: string | null }> {
  const account = await findAccount(db, asPerson(actor).accountId);
  if (!account) throw new NotLoggedIn();
  const { name, mobile, email } = account;
  return { name, mobile, email };
}
