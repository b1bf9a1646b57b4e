import type { Db } from "#db/client.server.ts";
import { listDistrictRows } from "#db/queries/regions.ts";

/** The districts of a regency by name; none for a code that is no regency. */
export async function listDistricts(db: Db, regencyCode: string): Promise<{ code: string; name: string }[]> {
  return listDistrictRows(db, regencyCode);
}
