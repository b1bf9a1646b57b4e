import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";

export type SheetPriceRow = {
  readonly id: number;
  readonly key: string;
  readonly name: string;
  readonly unit: string;
  readonly group_name: string;
  readonly ceiling_price: number | null;
  readonly ceiling_basis: string | null;
  /** rupiah that holds on the day asked for; null when none is set */
  readonly price: number | null;
  readonly valid_from: string | null;
  /** the next price already set for a later day */
  readonly next_price: number | null;
  readonly next_from: string | null;
};

const sheet = (regencyCode: string, date: string) => sql<SheetPriceRow>`
  select s.id, s.key, s.name, s.unit, s.group_name, s.ceiling_price, s.ceiling_basis, held.price, held.valid_from,
    later.price as next_price, later.valid_from as next_from
  from staple s
  left join lateral (select price, valid_from from staple_price p where p.regency_code = ${regencyCode}
    and p.staple_id = s.id and p.valid_from <= ${date}::date order by valid_from desc limit 1) held on true
  left join lateral (select price, valid_from from staple_price p where p.regency_code = ${regencyCode}
    and p.staple_id = s.id and p.valid_from > ${date}::date order by valid_from limit 1) later on true
  order by s.position, s.id`;

/** Every staple with its price in a regency on a day (WIB date). */
export async function findSheetPrices(db: Db, regencyCode: string, date: string): Promise<SheetPriceRow[]> {
  return (await sheet(regencyCode, date).execute(db)).rows;
}

/** The same, with no other officer able to write prices of this regency until the transaction ends. */
export async function lockSheetPrices(tx: Tx, regencyCode: string, date: string): Promise<SheetPriceRow[]> {
  await sql`select pg_advisory_xact_lock(hashtext(${`harga:${regencyCode}`}))`.execute(tx);
  return (await sheet(regencyCode, date).execute(tx)).rows;
}

/** Sets prices from a day on; one set before for the very same day is corrected. */
export async function upsertStaplePrices(
  tx: Tx,
  rows: readonly { stapleId: number; price: number }[],
  { regencyCode, from, setBy }: { regencyCode: string; from: string; setBy: number | null },
): Promise<void> {
  await sql`
    insert into staple_price (staple_id, regency_code, valid_from, price, set_by)
    select "stapleId", ${regencyCode}, ${from}::date, price, ${setBy}::bigint
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row("stapleId" bigint, price bigint)
    on conflict (regency_code, staple_id, valid_from)
      do update set price = excluded.price, set_by = excluded.set_by, set_at = now()`.execute(tx);
}

export type StapleHistoryRow = {
  readonly valid_from: string;
  readonly price: number;
  readonly set_at: Date;
  readonly set_by: string | null;
};

/** The newest `limit` prices of a staple in a regency, the newest first. */
export async function findPriceRows(
  db: Db,
  stapleId: number,
  regencyCode: string,
  limit: number,
): Promise<StapleHistoryRow[]> {
  const { rows } = await sql<StapleHistoryRow>`
    select p.valid_from, p.price, p.set_at, a.name as set_by
    from staple_price p left join account a on a.id = p.set_by
    where p.regency_code = ${regencyCode} and p.staple_id = ${stapleId}
    order by p.valid_from desc limit ${limit}`.execute(db);
  return rows;
}

export async function findStapleByKey(
  db: Db,
  key: string,
): Promise<
  | { id: number; name: string; unit: string; ceiling_price: number | null; ceiling_basis: string | null }
  | undefined
> {
  return db
    .selectFrom("staple")
    .select(["id", "name", "unit", "ceiling_price", "ceiling_basis"])
    .where("key", "=", key)
    .executeTakeFirst();
}

/** How many staples cost more than their official ceiling on a day, in a regency (null: summed over all). */
export async function countAboveCeiling(db: Db, regencyCode: string | null, date: string): Promise<number> {
  const here = regencyCode === null ? sql`` : sql`where r.code = ${regencyCode}`;
  const { rows } = await sql<{ above: number }>`
    select count(*)::int as above from regency r
    join staple s on s.ceiling_price is not null
    join lateral (select price from staple_price p where p.regency_code = r.code and p.staple_id = s.id
      and p.valid_from <= ${date}::date order by valid_from desc limit 1) held on held.price > s.ceiling_price
    ${here}`.execute(db);
  return rows[0]!.above;
}
