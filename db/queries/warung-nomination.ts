import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";

export type WarungData = {
  readonly name: string;
  readonly keeperName: string;
  /** E.164 */
  readonly mobile: string;
  readonly address: string;
  readonly rt: string | null;
  readonly rw: string | null;
  readonly villageCode: string;
  /** degrees, WGS 84; both or none */
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly capacity: number;
  readonly reason: string;
};

const columns = (data: WarungData) => ({
  name: data.name,
  keeper_name: data.keeperName,
  mobile: data.mobile,
  address: data.address,
  rt: data.rt,
  rw: data.rw,
  village_code: data.villageCode,
  district_code: data.villageCode.slice(0, 8),
  regency_code: data.villageCode.slice(0, 5),
  latitude: data.latitude,
  longitude: data.longitude,
  window_capacity: data.capacity,
  nominated_reason: data.reason,
});

export async function insertNomination(tx: Tx, slug: string, data: WarungData): Promise<number> {
  const row = await tx
    .insertInto("warung")
    .values({ ...columns(data), slug, status: "nominated" })
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

/**
 * Writes a warung's data anew: a changed number has to be confirmed again, a changed place measures the ways to its
 * villages again, and a nomination that was sent back waits for the province once more.
 */
export async function updateWarungData(tx: Tx, id: number, data: WarungData): Promise<void> {
  await tx
    .updateTable("warung")
    .set({
      ...columns(data),
      phone_confirmed_at: sql<Date | null>`case when mobile = ${data.mobile} then phone_confirmed_at end`,
      nominated_at: sql<Date>`case when status = 'nominated' and returned_reason is not null then now() else nominated_at end`,
      returned_reason: sql<string | null>`case when status <> 'nominated' then returned_reason end`,
    })
    .where("id", "=", id)
    .execute();
  await sql`
    update warung_service_village s
       set distance_m = case when w.latitude is null then null
         else round(earth_distance(ll_to_earth(w.latitude, w.longitude), ll_to_earth(v.latitude, v.longitude)))::int end
      from warung w, village v
     where s.warung_id = ${id} and w.id = s.warung_id and v.code = s.village_code`.execute(tx);
}

/** Another warung of this name in the village, if there is one. */
export async function findNamesake(
  tx: Tx,
  villageCode: string,
  name: string,
): Promise<{ id: number } | undefined> {
  const { rows } = await sql<{ id: number }>`
    select id from warung where village_code = ${villageCode} and lower(name) = lower(${name})`.execute(tx);
  return rows[0];
}

/** The villages of a regency by name, with their district. */
export async function listVillagesOfRegency(
  db: Db,
  regencyCode: string,
): Promise<{ code: string; name: string; district: string }[]> {
  return db
    .selectFrom("village")
    .innerJoin("district", "district.code", "village.district_code")
    .select(["village.code", "village.name", "district.name as district"])
    .where("village.regency_code", "=", regencyCode)
    .orderBy("village.name")
    .orderBy("district.name")
    .execute();
}
