import { sql } from "kysely";
import type { Tx } from "../client.server.ts";

export type WarungRecord = {
  readonly slug: string;
  readonly name: string;
  readonly keeper_name: string;
  readonly mobile: string;
  readonly address: string;
  readonly rt: string | null;
  readonly rw: string | null;
  readonly village_code: string;
  readonly district_code: string;
  readonly regency_code: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly status: string;
  readonly decree_number: string | null;
  readonly window_capacity: number;
};

/** Which of these addresses are taken. */
export async function listTakenWarungSlugs(tx: Tx, slugs: readonly string[]): Promise<string[]> {
  const rows = await tx
    .selectFrom("warung")
    .select("slug")
    .where("slug", "=", sql<string>`any(${slugs}::text[])`)
    .execute();
  return rows.map((row) => row.slug);
}

/** Warung by village and name, as a spreadsheet knows them; names are compared in lower case. */
export async function listWarungByName(
  tx: Tx,
  places: readonly { readonly village_code: string; readonly name: string }[],
): Promise<{ id: number; village_code: string; name: string }[]> {
  const { rows } = await sql<{ id: number; village_code: string; name: string }>`
    select w.id, w.village_code, lower(w.name) as name
      from unnest(${places.map((row) => row.village_code)}::text[], ${places.map((row) => row.name)}::text[])
        as wanted (village_code, name)
      join warung w on w.village_code = wanted.village_code and lower(w.name) = lower(wanted.name)`.execute(
    tx,
  );
  return rows;
}

/**
 * Adds warung, or brings those of the same village and name up to date; address and status of a known one stay.
 * @returns ids of those added or changed
 */
export async function upsertWarung(
  tx: Tx,
  rows: readonly WarungRecord[],
): Promise<{ id: number; inserted: boolean }[]> {
  const result = await sql<{ id: number; inserted: boolean }>`
    insert into warung as w (slug, name, keeper_name, mobile, address, rt, rw, village_code, district_code, regency_code,
      latitude, longitude, status, decree_number, window_capacity)
    select slug, name, keeper_name, mobile, address, rt, rw, village_code, district_code, regency_code, latitude,
           longitude, status, decree_number, window_capacity
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(slug text, name text, keeper_name text, mobile text,
           address text, rt text, rw text, village_code text, district_code text, regency_code text,
           latitude double precision, longitude double precision, status text, decree_number text,
           window_capacity smallint)
    on conflict (village_code, lower(name)) do update set
      name = excluded.name, keeper_name = excluded.keeper_name, mobile = excluded.mobile, address = excluded.address,
      rt = excluded.rt, rw = excluded.rw, latitude = excluded.latitude, longitude = excluded.longitude,
      decree_number = coalesce(excluded.decree_number, w.decree_number), window_capacity = excluded.window_capacity
    where (w.name, w.keeper_name, w.mobile, w.address, w.rt, w.rw, w.latitude, w.longitude, w.decree_number,
           w.window_capacity)
      is distinct from
          (excluded.name, excluded.keeper_name, excluded.mobile, excluded.address, excluded.rt, excluded.rw,
           excluded.latitude, excluded.longitude, coalesce(excluded.decree_number, w.decree_number),
           excluded.window_capacity)
    returning w.id, (w.xmax = 0) as inserted`.execute(tx);
  return result.rows;
}

type Changed = Promise<number[]>;

/** Sets the opening hours of these warung to exactly these rows. @returns warung whose hours changed */
export async function replaceHours(
  tx: Tx,
  warungIds: readonly number[],
  rows: readonly { warung_id: number; weekday: number; opens: number; closes: number }[],
): Changed {
  const result = await sql<{ warung_id: number }>`
    with wanted as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as row(warung_id bigint, weekday smallint, opens smallint, closes smallint)),
    gone as (
      delete from warung_hours h where h.warung_id = any(${warungIds}::bigint[])
        and not exists (select from wanted w where w.warung_id = h.warung_id and w.weekday = h.weekday)
      returning h.warung_id),
    kept as (
      insert into warung_hours as h (warung_id, weekday, opens, closes) select * from wanted
      on conflict (warung_id, weekday) do update set opens = excluded.opens, closes = excluded.closes
      where (h.opens, h.closes) is distinct from (excluded.opens, excluded.closes)
      returning h.warung_id)
    select warung_id from gone union select warung_id from kept`.execute(tx);
  return result.rows.map((row) => row.warung_id);
}

/** Sets the villages that these warung serve to exactly these rows. @returns warung whose villages changed */
export async function replaceServiceVillages(
  tx: Tx,
  warungIds: readonly number[],
  rows: readonly { warung_id: number; village_code: string; distance_m: number | null }[],
): Changed {
  const result = await sql<{ warung_id: number }>`
    with wanted as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as row(warung_id bigint, village_code text, distance_m integer)),
    gone as (
      delete from warung_service_village s where s.warung_id = any(${warungIds}::bigint[])
        and not exists (select from wanted w where w.warung_id = s.warung_id and w.village_code = s.village_code)
      returning s.warung_id),
    kept as (
      insert into warung_service_village as s (warung_id, village_code, distance_m) select * from wanted
      on conflict (village_code, warung_id) do update set distance_m = excluded.distance_m
      where s.distance_m is distinct from excluded.distance_m
      returning s.warung_id)
    select warung_id from gone union select warung_id from kept`.execute(tx);
  return result.rows.map((row) => row.warung_id);
}

/** Sets the fee tables of these warung to exactly these rows. @returns warung whose fees changed */
export async function replaceFees(
  tx: Tx,
  warungIds: readonly number[],
  rows: readonly { warung_id: number; up_to_m: number; fee: number }[],
): Changed {
  const result = await sql<{ warung_id: number }>`
    with wanted as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as row(warung_id bigint, up_to_m integer, fee bigint)),
    gone as (
      delete from warung_fee f where f.warung_id = any(${warungIds}::bigint[])
        and not exists (select from wanted w where w.warung_id = f.warung_id and w.up_to_m = f.up_to_m)
      returning f.warung_id),
    kept as (
      insert into warung_fee as f (warung_id, up_to_m, fee) select * from wanted
      on conflict (warung_id, up_to_m) do update set fee = excluded.fee
      where f.fee is distinct from excluded.fee
      returning f.warung_id)
    select warung_id from gone union select warung_id from kept`.execute(tx);
  return result.rows.map((row) => row.warung_id);
}

/** Sets what warung have of staples. @returns how many entries were added, and how many changed */
export async function upsertAvailabilities(
  tx: Tx,
  rows: readonly { warung_id: number; staple_id: number; availability: string }[],
): Promise<{ added: number; changed: number }> {
  const result = await sql<{ inserted: boolean }>`
    insert into warung_staple as s (warung_id, staple_id, availability)
    select warung_id, staple_id, availability
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(warung_id bigint, staple_id bigint, availability text)
    on conflict (warung_id, staple_id) do update set availability = excluded.availability, updated_at = now()
    where s.availability is distinct from excluded.availability
    returning (s.xmax = 0) as inserted`.execute(tx);
  const added = result.rows.filter((row) => row.inserted).length;
  return { added, changed: result.rows.length - added };
}
