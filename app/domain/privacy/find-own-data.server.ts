import type { Db } from "#db/client.server.ts";
import { findOwnData as findData } from "#db/queries/privacy.ts";
import { NotLoggedIn } from "../../lib/errors.ts";
import { type Actor, asPerson } from "../accounts/actor.ts";
import { limitTries } from "../accounts/limit-tries.server.ts";

/**
 * Everything kept about a person, in Indonesian words (UU PDP no. 27/2022: the right to a copy). Codes and passwords
 * are left out.
 * @throws NotLoggedIn, TooManyTries
 */
export async function findOwnData(db: Db, actor: Actor): Promise<Record<string, unknown>> {
  const { accountId } = asPerson(actor);
  await limitTries(db, { what: "unduh-data", by: String(accountId), most: 10, minutes: 60 });
  const data = await findData(db, accountId);
  if (!data) throw new NotLoggedIn();
  return data;
}
