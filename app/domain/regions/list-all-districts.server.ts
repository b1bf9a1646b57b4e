import type { Db } from "#db/client.server.ts";
import { listAllDistrictRows } from "#db/queries/regions.ts";
import { regencyName } from "./find-village.server.ts";

export type DistrictChoice = { readonly code: string; readonly name: string; readonly regency: string };

// Districts change by law: kept for the life of the process.
let known: readonly DistrictChoice[] | undefined;

/** Every district of Lampung, by regency and name. */
export async function listAllDistricts(db: Db): Promise<readonly DistrictChoice[]> {
  if (!known?.length) {
    known = (await listAllDistrictRows(db)).map(({ code, name, regency, regency_kind }) => ({
      code,
      name,
      regency: regencyName(regency, regency_kind),
    }));
  }
  return known;
}
