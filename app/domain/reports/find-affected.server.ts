import type { Db } from "#db/client.server.ts";
import { type AffectedRow, countAffected } from "#db/queries/affected.ts";
import { NotFound } from "../../lib/errors.ts";
import { type Actor, asOfficer, requireOfficerOf } from "../accounts/actor.ts";
import { regencyName } from "../regions/find-village.server.ts";

export type AffectedFigures = Omit<AffectedRow, "kind">;

/**
 * Figures of the businesses on record: of one regency, or of each and of the whole province (first, code `18`). What is
 * recorded here, as of now; never the published count of 2020.
 * @throws NotLoggedIn, NotAllowed for another regency, NotFound
 */
export async function findAffected(
  db: Db,
  actor: Actor,
  { regencyCode }: { regencyCode: string | null },
): Promise<AffectedFigures[]> {
  if (regencyCode === null) {
    if (asOfficer(actor).regencyCode !== null) throw new NotFound("halaman");
  } else requireOfficerOf(actor, regencyCode);
  const rows = await countAffected(db, regencyCode);
  if (rows.length === 0) throw new NotFound("halaman");
  const figures = rows.map(({ kind, ...row }) => ({ ...row, name: regencyName(row.name, kind) }));
  return figures.sort((a, b) => Number(b.code === "18") - Number(a.code === "18"));
}
