import type { Db } from "#db/client.server.ts";
import { listRuns } from "#db/queries/imports.ts";
import { type Actor, asOfficer } from "../accounts/actor.ts";

const SHOWN = 20;

/** The newest imports of this office; of the whole province for its officers. @throws NotLoggedIn, NotAllowed */
export async function findImports(db: Db, actor: Actor) {
  return listRuns(db, asOfficer(actor).regencyCode, SHOWN);
}
