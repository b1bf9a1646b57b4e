import type { Db } from "#db/client.server.ts";
import { listVillageRows } from "#db/queries/regions.ts";

/** The villages of a district by name; none for a code that is no district. */
export async function listVillages(
  db: Db,
  districtCode: string,
): Promise<{ code: string; name: string; kind: string }[]> {
  return listVillageRows(db, districtCode);
}
