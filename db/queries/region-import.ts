import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";

/** Every village with the names of its district and regency. */
export async function listNamedVillages(db: Db): Promise<
  {
    code: string;
    name: string;
    districtCode: string;
    district: string;
    regencyCode: string;
    regency: string;
    latitude: number;
    longitude: number;
  }[]
> {
  return db
    .selectFrom("village as v")
    .innerJoin("district as d", "d.code", "v.district_code")
    .innerJoin("regency as r", "r.code", "v.regency_code")
    .select([
      "v.code",
      "v.name",
      "v.district_code as districtCode",
      "d.name as district",
      "v.regency_code as regencyCode",
      "r.name as regency",
      "v.latitude",
      "v.longitude",
    ])
    .execute();
}

type Cells = Record<string, string>;

export async function upsertRegencies(tx: Tx, rows: readonly Cells[]): Promise<void> {
  await sql`
    insert into regency (code, name, kind, slug, latitude, longitude, population)
    select code, name, kind, slug, latitude, longitude, population
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(code text, name text, kind text, slug text,
           latitude double precision, longitude double precision, population integer)
    on conflict (code) do update set (name, kind, slug, latitude, longitude, population) =
      row(excluded.name, excluded.kind, excluded.slug, excluded.latitude, excluded.longitude, excluded.population)
    where regency.* is distinct from excluded.*`.execute(tx);
}

export async function upsertDistricts(tx: Tx, rows: readonly Cells[]): Promise<void> {
  await sql`
    insert into district (code, regency_code, name, latitude, longitude)
    select code, regency_code, name, latitude, longitude
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(code text, regency_code text, name text,
           latitude double precision, longitude double precision)
    on conflict (code) do update set (regency_code, name, latitude, longitude) =
      row(excluded.regency_code, excluded.name, excluded.latitude, excluded.longitude)
    where district.* is distinct from excluded.*`.execute(tx);
}

export async function upsertVillages(tx: Tx, rows: readonly Cells[]): Promise<void> {
  await sql`
    insert into village (code, district_code, regency_code, name, kind, latitude, longitude, postal_code, search_text)
    select code, district_code, regency_code, name, kind, latitude, longitude, nullif(postal_code, ''), search_text
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(code text, district_code text, regency_code text,
           name text, kind text, latitude double precision, longitude double precision, postal_code text,
           search_text text)
    on conflict (code) do update set
      (district_code, regency_code, name, kind, latitude, longitude, postal_code, search_text) =
      row(excluded.district_code, excluded.regency_code, excluded.name, excluded.kind, excluded.latitude,
          excluded.longitude, excluded.postal_code, excluded.search_text)
    where village.* is distinct from excluded.*`.execute(tx);
}
