import { sql } from "kysely";
import type { Db } from "../client.server.ts";

/** `regencyCode` null: the whole province. */
type Place = { readonly regencyCode: string | null };

export type MapVillageRow = {
  readonly name: string;
  readonly district: string;
  readonly regency_code: string;
  readonly latitude: number;
  readonly longitude: number;
  /** a ready warung serves it */
  readonly covered: boolean;
  /** only warung that are paused or not ready yet would */
  readonly waiting: boolean;
};

/** Every village with whether somebody brings goods there. One walk over the 2,651 and what serves them. */
export async function findMapVillages(db: Db, { regencyCode }: Place): Promise<MapVillageRow[]> {
  const here = regencyCode === null ? sql`` : sql`where v.regency_code = ${regencyCode}`;
  const { rows } = await sql<MapVillageRow>`
    select v.name, d.name as district, v.regency_code, v.latitude, v.longitude,
      coalesce(s.covered, false) as covered, coalesce(s.waiting, false) and not coalesce(s.covered, false) as waiting
    from village v
    join district d on d.code = v.district_code
    left join (
      select s.village_code, bool_or(w.status = 'ready') as covered,
             bool_or(w.status in ('paused', 'designated')) as waiting
        from warung_service_village s join warung w on w.id = s.warung_id group by s.village_code) s
      on s.village_code = v.code
    ${here} order by v.regency_code, v.district_code, v.name`.execute(db);
  return rows;
}

export type MapWarungRow = {
  readonly slug: string;
  readonly name: string;
  readonly status: string;
  readonly latitude: number;
  readonly longitude: number;
};

/** Warung where they stand; one that was not measured stands in the middle of its village. */
export async function findMapWarung(db: Db, { regencyCode }: Place): Promise<MapWarungRow[]> {
  const here = regencyCode === null ? sql`` : sql`where w.regency_code = ${regencyCode}`;
  const { rows } = await sql<MapWarungRow>`
    select w.slug, w.name, w.status, coalesce(w.latitude, v.latitude) as latitude,
      coalesce(w.longitude, v.longitude) as longitude
    from warung w join village v on v.code = w.village_code ${here} order by w.id`.execute(db);
  return rows;
}

/** The middle of each regency, for its name on the map. */
export async function findMapRegencies(
  db: Db,
): Promise<{ code: string; name: string; kind: string; latitude: number; longitude: number }[]> {
  return db
    .selectFrom("regency")
    .select(["code", "name", "kind", "latitude", "longitude"])
    .orderBy("kind")
    .orderBy("name")
    .execute();
}
