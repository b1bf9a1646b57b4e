import type { Db } from "#db/client.server.ts";
import { countDesk as countRows, type DeskCountRow } from "#db/queries/dinas.ts";
import { now } from "../../lib/clock.ts";
import { type Actor, asOfficer } from "../accounts/actor.ts";

export type Desk = DeskCountRow & {
  readonly officer: string;
  readonly office: string;
  readonly isProvince: boolean;
};

/** Whose desk this is and what waits on it, for the menu of every officer's page. One query. @throws NotLoggedIn, NotAllowed */
export async function countDesk(db: Db, actor: Actor): Promise<Desk> {
  const { name, office, regencyCode } = asOfficer(actor);
  const counts = await countRows(db, { regencyCode }, now());
  return { ...counts, officer: name, office, isProvince: regencyCode === null };
}
