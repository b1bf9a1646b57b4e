import { sql } from "kysely";
import type { Db } from "../client.server.ts";

export type SellerPastRow = {
  readonly id: number;
  readonly code: string;
  readonly status: string;
  readonly order_status: string;
  readonly placed_at: Date;
  readonly warung: string | null;
  readonly warung_mobile: string | null;
  /** cancelled after they had arrived: they wait for their seller there */
  readonly at_warung: boolean;
  readonly amount: number;
  /** "2 × Keripik Pisang 250 g, 1 × …" */
  readonly goods: string;
};

/** Parts of orders that need nothing more of this seller, the newest first; `before` is the id of the last one seen. */
export async function findSellerPast(
  db: Db,
  { umkmId, before, limit }: { umkmId: number; before: number | undefined; limit: number },
): Promise<SellerPastRow[]> {
  const onwards = before ? sql`and s.id < ${before}` : sql``;
  const { rows } = await sql<SellerPastRow>`
    select s.id, o.code, s.status, o.status as order_status, o.placed_at, w.name as warung, w.mobile as warung_mobile,
      s.status = 'cancelled' and not s.from_shelf and w.id is not null and goods.arrived as at_warung, goods.amount, goods.goods
      from seller_line s join "order" o on o.id = s.order_id left join warung w on w.id = o.warung_id
      cross join lateral (
        select coalesce(sum(l.price * l.quantity), 0)::bigint as amount,
          coalesce(string_agg(case when l.quantity = 0 then l.name || ' (habis)'
            else l.quantity || ' × ' || l.name || ' ' || l.unit end, ', ' order by l.id), '') as goods,
          coalesce(bool_or(l.gathered), false) as arrived
          from order_line l where l.seller_line_id = s.id) goods
     where s.umkm_id = ${umkmId} and s.status in ('handed_over', 'received', 'unavailable', 'cancelled') ${onwards}
     order by s.id desc limit ${limit}`.execute(db);
  return rows;
}

export type SalesWeekRow = { readonly week: string; readonly amount: number; readonly orders: number };

/** Delivered goods of a seller (rupiah) per week beginning Monday (WIB), the oldest first, weeks without any too. */
export async function findSalesPerWeek(db: Db, umkmId: number, weeks: number): Promise<SalesWeekRow[]> {
  const { rows } = await sql<SalesWeekRow>`
    with days as (
      select date_trunc('week', now() at time zone 'Asia/Jakarta') - make_interval(weeks => n) as week
        from generate_series(0, ${weeks}::int - 1) n),
    sold as (
      select date_trunc('week', p.at at time zone 'Asia/Jakarta') as week, -e.amount as amount
        from ledger_entry e join posting p on p.id = e.posting_id
       where e.account = ${`umkm:${umkmId}:piutang`} and p.kind = 'sale'
         and p.at > now() - make_interval(weeks => ${weeks}::int + 1))
    select to_char(d.week, 'YYYY-MM-DD') as week, coalesce(sum(s.amount), 0)::bigint as amount, count(s.amount)::int as orders
      from days d left join sold s on s.week = d.week group by d.week order by d.week`.execute(db);
  return rows;
}

/** What a seller is still owed for delivered goods (rupiah), by the ledger. */
export async function findOwed(db: Db, umkmId: number): Promise<number> {
  const { rows } = await sql<{ owed: number }>`
    select coalesce(-sum(amount), 0)::bigint as owed from ledger_entry where account = ${`umkm:${umkmId}:piutang`}`.execute(
    db,
  );
  return rows[0]!.owed;
}
