import type { Db } from "#db/client.server.ts";
import { listNamedVillages } from "#db/queries/region-import.ts";
import { type RegionResolver, regionResolver } from "./resolve-village.ts";

/** The resolver over all villages of the province (2,651 rows, one query per import). */
export async function loadResolver(db: Db): Promise<RegionResolver> {
  return regionResolver(await listNamedVillages(db));
}
