import type { Db } from "#db/client.server.ts";
import { countOfficeWork, type OfficeCounts } from "#db/queries/dinas.ts";
import { now } from "../../lib/clock.ts";
import { type Actor, asOfficer } from "../accounts/actor.ts";

export type Office = OfficeCounts & {
  readonly office: string;
  /** null: the province */
  readonly regencyCode: string | null;
  readonly officer: string;
};

/** What waits at an officer's desk, for its menu and its first page. One query. @throws NotLoggedIn, NotAllowed */
export async function findOffice(db: Db, actor: Actor): Promise<Office> {
  const { regencyCode, office, name } = asOfficer(actor);
  const counts = await countOfficeWork(db, regencyCode, now());
  return { ...counts, office, officer: name, regencyCode };
}
