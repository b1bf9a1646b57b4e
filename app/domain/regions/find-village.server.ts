import type { Db } from "#db/client.server.ts";
import { findVillageByCode } from "#db/queries/regions.ts";

export type Village = {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly districtCode: string;
  readonly district: string;
  readonly regencyCode: string;
  /** "Kota Bandar Lampung", "Lampung Barat" */
  readonly regency: string;
  readonly latitude: number;
  readonly longitude: number;
};

// Villages change by law, about once a year: kept for the life of the process, at most the 2,651 there are.
const known = new Map<string, Village>();

/** `Kota Metro`, but `Lampung Barat`: people leave out "Kabupaten", hardly ever "Kota". */
export function regencyName(name: string, kind: string): string {
  return kind === "kota" ? `Kota ${name}` : name;
}

/** The village with this code, or undefined when there is none. */
export async function findVillage(db: Db, code: string | undefined): Promise<Village | undefined> {
  if (!code || !/^18\.\d\d\.\d\d\.\d{4}$/.test(code)) return undefined;
  const kept = known.get(code);
  if (kept) return kept;
  const row = await findVillageByCode(db, code);
  if (!row) return undefined;
  const village: Village = {
    code: row.code,
    name: row.name,
    kind: row.kind,
    districtCode: row.district_code,
    district: row.district,
    regencyCode: row.regency_code,
    regency: regencyName(row.regency, row.regency_kind),
    latitude: row.latitude,
    longitude: row.longitude,
  };
  known.set(code, village);
  return village;
}
