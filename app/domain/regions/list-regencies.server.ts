import type { Db } from "#db/client.server.ts";
import { listRegencyRows } from "#db/queries/regions.ts";
import { regencyName } from "./find-village.server.ts";

export type Regency = { readonly code: string; readonly name: string };

// Fifteen, changed by law: read once per process.
let known: readonly Regency[] | undefined;

/** The regencies and cities of Lampung by name, cities last. */
export async function listRegencies(db: Db): Promise<readonly Regency[]> {
  if (!known?.length) {
    const rows = await listRegencyRows(db);
    known = rows.map((row) => ({ code: row.code, name: regencyName(row.name, row.kind) }));
  }
  return known;
}
