import type { Db } from "#db/client.server.ts";
import { listFigures } from "#db/queries/catalogue-pages.ts";

/** The market's figures by name, as last counted by their job; a figure that was never counted is missing. */
export async function findFigures(db: Db): Promise<Readonly<Record<string, number>>> {
  const rows = await listFigures(db);
  return Object.fromEntries(rows.map((row) => [row.key, row.value]));
}
