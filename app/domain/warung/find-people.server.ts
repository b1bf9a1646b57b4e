import type { Db } from "#db/client.server.ts";
import { findWarungPeople, type WarungPersonRow } from "#db/queries/warung-people.ts";
import { type Actor, asWarungOwner } from "../accounts/actor.ts";

/** Who works at the owner's warung, and who is invited. @throws NotLoggedIn, NotAllowed */
export async function findPeople(db: Db, actor: Actor): Promise<WarungPersonRow[]> {
  return findWarungPeople(db, asWarungOwner(actor).warung.warungId);
}
