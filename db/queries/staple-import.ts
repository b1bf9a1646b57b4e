import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";

export type StapleRecord = {
  readonly key: string;
  readonly name: string;
  readonly unit: string;
  readonly weight_grams: number;
  readonly group_name: string;
  readonly ceiling_price: number | null;
  readonly ceiling_basis: string | null;
  readonly media_id: number | null;
  readonly position: number;
};

/** Adds staples, or brings those with the same key up to date. @returns a row per staple added or changed */
export async function upsertStaples(tx: Tx, rows: readonly StapleRecord[]): Promise<{ inserted: boolean }[]> {
  const result = await sql<{ inserted: boolean }>`
    insert into staple as s (key, name, unit, weight_grams, group_name, ceiling_price, ceiling_basis, media_id, position)
    select key, name, unit, weight_grams, group_name, ceiling_price, ceiling_basis, media_id, position
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(key text, name text, unit text,
           weight_grams integer, group_name text, ceiling_price bigint, ceiling_basis text, media_id bigint,
           position smallint)
    on conflict (key) do update set
      name = excluded.name, unit = excluded.unit, weight_grams = excluded.weight_grams,
      group_name = excluded.group_name, ceiling_price = excluded.ceiling_price,
      ceiling_basis = excluded.ceiling_basis, media_id = coalesce(excluded.media_id, s.media_id),
      position = excluded.position
    where (s.name, s.unit, s.weight_grams, s.group_name, s.ceiling_price, s.ceiling_basis, s.media_id, s.position)
      is distinct from
          (excluded.name, excluded.unit, excluded.weight_grams, excluded.group_name, excluded.ceiling_price,
           excluded.ceiling_basis, coalesce(excluded.media_id, s.media_id), excluded.position)
    returning (s.xmax = 0) as inserted`.execute(tx);
  return result.rows;
}

export async function listStapleKeys(db: Db): Promise<{ id: number; key: string }[]> {
  return db.selectFrom("staple").select(["id", "key"]).execute();
}

export type StaplePriceRecord = {
  readonly staple_id: number;
  readonly regency_code: string;
  readonly valid_from: string;
  readonly price: number;
};

/** Prices on record for the same staple, regency and day. */
export async function listStaplePrices(
  tx: Tx,
  rows: readonly StaplePriceRecord[],
): Promise<StaplePriceRecord[]> {
  const result = await sql<StaplePriceRecord>`
    select p.staple_id, p.regency_code, p.valid_from, p.price
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(staple_id bigint, regency_code text, valid_from date)
      join staple_price p using (regency_code, staple_id, valid_from)`.execute(tx);
  return result.rows;
}

/** Adds prices to the history; one that is there already stays. @returns how many were added */
export async function insertStaplePrices(
  tx: Tx,
  rows: readonly StaplePriceRecord[],
  setBy: number | null,
): Promise<number> {
  const result = await sql`
    insert into staple_price (staple_id, regency_code, valid_from, price, set_by)
    select staple_id, regency_code, valid_from, price, ${setBy}::bigint
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(staple_id bigint, regency_code text,
           valid_from date, price bigint)
    on conflict do nothing`.execute(tx);
  return Number(result.numAffectedRows ?? 0n);
}
