import type { Db } from "#db/client.server.ts";
import { countWarungPerRegency, type RegencyWarungRow } from "#db/queries/warung-desk.ts";
import type { Actor } from "../accounts/actor.ts";
import { officeRegency } from "../accounts/office-regency.ts";
import { regencyName } from "../regions/find-village.server.ts";

export type ReadyWarung = Omit<RegencyWarungRow, "kind">;

/** How many warung of each regency (an officer's own; the province's all) are ready. @throws NotLoggedIn, NotAllowed */
export async function countReadyWarung(db: Db, actor: Actor): Promise<ReadyWarung[]> {
  const rows = await countWarungPerRegency(db, { regencyCode: officeRegency(actor) });
  return rows.map(({ kind, ...row }) => ({ ...row, name: regencyName(row.name, kind) }));
}
