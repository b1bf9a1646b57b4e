import type { Db } from "#db/client.server.ts";
import { listVillagesOfRegency } from "#db/queries/warung-nomination.ts";
import { type Actor, asOfficer } from "../accounts/actor.ts";
import { listRegencies } from "../regions/list-regencies.server.ts";

export type NominationPlaces = {
  readonly regencies: readonly { readonly code: string; readonly name: string }[];
  /** null while an officer of the province has not chosen one */
  readonly regencyCode: string | null;
  readonly villages: readonly { readonly code: string; readonly name: string; readonly district: string }[];
};

/**
 * Where an officer may nominate: the villages of their own regency, or of the one the province's officer has chosen.
 * @throws NotLoggedIn, NotAllowed
 */
export async function findNominationPlaces(
  db: Db,
  actor: Actor,
  chosen: string | undefined,
): Promise<NominationPlaces> {
  const own = asOfficer(actor).regencyCode;
  const all = await listRegencies(db);
  const regencies = own === null ? all : all.filter((regency) => regency.code === own);
  const regencyCode = own ?? regencies.find((regency) => regency.code === chosen)?.code ?? null;
  const villages = regencyCode === null ? [] : await listVillagesOfRegency(db, regencyCode);
  return { regencies, regencyCode, villages };
}
