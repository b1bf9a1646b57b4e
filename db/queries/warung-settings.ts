import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";
import { type OpeningColumns, openingOfW } from "./opening.ts";

export type WarungSettingsRow = OpeningColumns & {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly keeper_name: string;
  readonly mobile: string;
  readonly status: string;
  readonly pause_reason: string | null;
  readonly suspended_reason: string | null;
  readonly regency_code: string;
  readonly district_code: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly window_capacity: number;
  readonly takes_cash: boolean;
  readonly offers_pickup: boolean;
  readonly phone_confirmed_at: Date | null;
  /** whose QRIS buyers pay to; null: it has none */
  readonly qris_name: string | null;
  readonly fees: readonly { readonly up_to_m: number; readonly fee: number }[];
  readonly days_off: readonly { readonly day: string; readonly note: string | null }[];
  readonly villages: number;
};

/** How a warung is set, for its keeper's pages. */
export async function findWarungSettings(
  db: Db | Tx,
  warungId: number,
): Promise<WarungSettingsRow | undefined> {
  const { rows } = await sql<WarungSettingsRow>`
    select w.id, w.slug, w.name, w.keeper_name, w.mobile, w.status, w.pause_reason, w.suspended_reason, w.regency_code,
      w.district_code, w.latitude, w.longitude, w.window_capacity, w.takes_cash, w.offers_pickup, w.phone_confirmed_at, w.qris_name,
      ${openingOfW},
      coalesce((select json_agg(json_build_object('up_to_m', f.up_to_m, 'fee', f.fee) order by f.up_to_m)
         from warung_fee f where f.warung_id = w.id), '[]') as fees,
      coalesce((select json_agg(json_build_object('day', h.day, 'note', h.note) order by h.day) from warung_holiday h
         where h.warung_id = w.id and h.day >= (now() at time zone 'Asia/Jakarta')::date), '[]') as days_off,
      (select count(*)::int from warung_service_village s where s.warung_id = w.id) as villages
    from warung w where w.id = ${warungId}`.execute(db);
  return rows[0];
}

/** Adds a day off; the same day once more takes the new note. */
export async function upsertHoliday(
  tx: Tx,
  warungId: number,
  day: string,
  note: string | null,
): Promise<void> {
  await tx
    .insertInto("warung_holiday")
    .values({ warung_id: warungId, day, note })
    .onConflict((conflict) => conflict.columns(["warung_id", "day"]).doUpdateSet({ note }))
    .execute();
}

/** How many days off lie ahead. */
export async function countHolidays(tx: Tx, warungId: number, today: string): Promise<number> {
  const row = await tx
    .selectFrom("warung_holiday")
    .select((eb) => eb.fn.countAll<number>().as("days"))
    .where("warung_id", "=", warungId)
    .where("day", ">=", today)
    .executeTakeFirstOrThrow();
  return row.days;
}

export async function deleteHoliday(tx: Tx, warungId: number, day: string): Promise<void> {
  await tx.deleteFrom("warung_holiday").where("warung_id", "=", warungId).where("day", "=", day).execute();
}

/** Pauses a ready warung until a moment. @returns false when it is not ready */
export async function updatePausedUntil(tx: Tx, warungId: number, until: Date): Promise<boolean> {
  const result = await tx
    .updateTable("warung")
    .set({ paused_until: until })
    .where("id", "=", warungId)
    .where("status", "=", "ready")
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export type WarungService = {
  readonly capacity: number;
  readonly takesCash: boolean;
  readonly offersPickup: boolean;
};

/** Places already held in a window stay held: the new capacity counts for the next ones. */
export async function updateService(tx: Tx, warungId: number, service: WarungService): Promise<void> {
  await tx
    .updateTable("warung")
    .set({
      window_capacity: service.capacity,
      takes_cash: service.takesCash,
      offers_pickup: service.offersPickup,
    })
    .where("id", "=", warungId)
    .execute();
}

export type AreaVillageRow = {
  readonly code: string;
  readonly name: string;
  readonly district_code: string;
  readonly district: string;
  readonly regency_code: string;
  readonly regency: string;
  readonly regency_kind: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly served: boolean;
};

/** The villages of a warung's regency, and those beyond that it serves already. */
export async function findAreaVillages(
  db: Db | Tx,
  warungId: number,
  regencyCode: string,
): Promise<AreaVillageRow[]> {
  const { rows } = await sql<AreaVillageRow>`
    select v.code, v.name, v.district_code, d.name as district, v.regency_code, r.name as regency,
      r.kind as regency_kind, v.latitude, v.longitude, s.warung_id is not null as served
    from village v
    join district d on d.code = v.district_code
    join regency r on r.code = v.regency_code
    left join warung_service_village s on s.village_code = v.code and s.warung_id = ${warungId}
    where v.regency_code = ${regencyCode} or s.warung_id is not null
    order by v.district_code, v.name`.execute(db);
  return rows;
}
