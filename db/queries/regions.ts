import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";

export type VillageRow = {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly district_code: string;
  readonly district: string;
  readonly regency_code: string;
  readonly regency: string;
  readonly regency_kind: string;
  readonly latitude: number;
  readonly longitude: number;
};

const village = sql`
  v.code, v.name, v.kind, v.district_code, d.name as district, v.regency_code, r.name as regency,
  r.kind as regency_kind, v.latitude, v.longitude`;

export async function findVillageByCode(db: Db | Tx, code: string): Promise<VillageRow | undefined> {
  const { rows } = await sql<VillageRow>`
    select ${village}
    from village v join district d on d.code = v.district_code join regency r on r.code = v.regency_code
    where v.code = ${code}`.execute(db);
  return rows[0];
}

/**
 * Villages whose name, with district and regency, is like what was typed: the start of the name first, then how alike
 * (pg_trgm). Reads at most 2,651 rows, the whole of Lampung.
 */
export async function searchVillagesByName(db: Db, typed: string, limit: number): Promise<VillageRow[]> {
  const { rows } = await sql<VillageRow>`
    select ${village}
    from village v join district d on d.code = v.district_code join regency r on r.code = v.regency_code
    where ${typed} <% v.search_text or lower(v.name) like ${`${typed.replace(/[\\%_]/g, "\\$&")}%`}
    order by lower(v.name) = ${typed} desc,
             word_similarity(${typed}, v.search_text) + similarity(${typed}, lower(v.name)) desc, v.name, v.code
    limit ${limit}`.execute(db);
  return rows;
}

export async function listRegencyRows(db: Db): Promise<{ code: string; name: string; kind: string }[]> {
  return db.selectFrom("regency").select(["code", "name", "kind"]).orderBy("kind").orderBy("name").execute();
}

export async function listDistrictRows(
  db: Db,
  regencyCode: string,
): Promise<{ code: string; name: string }[]> {
  return db
    .selectFrom("district")
    .select(["code", "name"])
    .where("regency_code", "=", regencyCode)
    .orderBy("name")
    .execute();
}

export async function listVillageRows(
  db: Db,
  districtCode: string,
): Promise<{ code: string; name: string; kind: string }[]> {
  return db
    .selectFrom("village")
    .select(["code", "name", "kind"])
    .where("district_code", "=", districtCode)
    .orderBy("name")
    .execute();
}

/** Every district of Lampung with its regency, by regency and name. */
export async function listAllDistrictRows(
  db: Db,
): Promise<{ code: string; name: string; regency: string; regency_kind: string }[]> {
  return db
    .selectFrom("district")
    .innerJoin("regency", "regency.code", "district.regency_code")
    .select(["district.code", "district.name", "regency.name as regency", "regency.kind as regency_kind"])
    .orderBy("regency.name")
    .orderBy("regency.kind")
    .orderBy("district.name")
    .execute();
}
