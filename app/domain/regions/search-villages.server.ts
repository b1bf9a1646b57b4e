import type { Db } from "#db/client.server.ts";
import { searchVillagesByName } from "#db/queries/regions.ts";
import { regencyName } from "./find-village.server.ts";

export type VillageChoice = {
  readonly code: string;
  readonly name: string;
  readonly district: string;
  readonly regency: string;
};

/** How many are shown: more is no choice any more. */
export const VILLAGES_SHOWN = 20;

/** What is searched: letters, digits and single spaces, lower case, without "desa" and "kelurahan" in front. */
export function villageWords(typed: string): string {
  return typed
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9 ]+/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^(desa|kelurahan|kel|pekon|tiyuh|kampung) (?=\S)/, "")
    .slice(0, 60);
}

/** Villages like what was typed, typing slips forgiven; none for less than two letters. */
export async function searchVillages(db: Db, typed: string): Promise<VillageChoice[]> {
  const words = villageWords(typed);
  if (words.length < 2) return [];
  const rows = await searchVillagesByName(db, words, VILLAGES_SHOWN);
  return rows.map((row) => ({
    code: row.code,
    name: row.name,
    district: row.district,
    regency: regencyName(row.regency, row.regency_kind),
  }));
}
