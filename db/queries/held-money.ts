import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";

/** Whose money to look at: some warung, or all of a regency (null: of the province). */
export type WhoHolds = { readonly warungIds: readonly number[] } | { readonly regencyCode: string | null };

const chosen = (who: WhoHolds) => {
  if ("warungIds" in who) return sql`w.id = any(${who.warungIds}::bigint[])`;
  return who.regencyCode === null ? sql`true` : sql`w.regency_code = ${who.regencyCode}`;
};

export type HeldRow = {
  readonly warung_id: number;
  readonly slug: string;
  readonly warung: string;
  readonly keeper_name: string;
  readonly mobile: string;
  readonly regency_code: string;
  readonly regency: string;
  readonly regency_kind: string;
  /** rupiah: in its till, in its own QRIS account; what it is owed itself */
  readonly cash: number;
  readonly qris: number;
  readonly earned: number;
  /** rupiah: paid by buyers whose orders are not handed over yet, or to be paid back to buyers */
  readonly for_buyers: number;
  /** rupiah: to be handed in; below zero, others owe it to the warung */
  readonly due: number;
  /** rupiah of `due` that is the platform's */
  readonly platform: number;
  /** since when it holds the oldest of it; null: nothing is due */
  readonly since: Date | null;
  /** rupiah: said to be handed in, not counted yet */
  readonly on_the_way: number;
};

/**
 * What warung hold, and for whom, as the ledger has it. What came in first is handed in first, so the age is that of the
 * oldest order whose money has not been handed in. Money of open orders is their buyers' until they are handed over.
 */
export async function findHeldRows(db: Db | Tx, who: WhoHolds): Promise<HeldRow[]> {
  const { rows } = await sql<HeldRow>`
    with shops as materialized (
      select w.id, w.slug, w.name, w.keeper_name, w.mobile, w.regency_code from warung w where ${chosen(who)}),
    entries as materialized (
      select s.id as warung_id, split_part(e.account, ':', 3) as pocket, e.amount, p.id as posting_id, p.order_id, p.at
        from shops s
        join ledger_entry e on e.account in
          ('warung:' || s.id || ':kas', 'warung:' || s.id || ':qris', 'warung:' || s.id || ':pendapatan')
        join posting p on p.id = e.posting_id),
    pockets as (
      select warung_id, sum(amount) filter (where pocket = 'kas') as cash, sum(amount) filter (where pocket = 'qris') as qris,
        -sum(amount) filter (where pocket = 'pendapatan') as earned
        from entries group by 1),
    refunds as (
      select r.warung_id, r.order_id, sum(r.amount) as amount from refund r
       where r.status <> 'paid_back' and r.method in ('cash', 'qris') and r.warung_id in (select id from shops) group by 1, 2),
    of_orders as (
      select coalesce(m.warung_id, r.warung_id) as warung_id, coalesce(m.order_id, r.order_id) as order_id, m.at,
        coalesce(m.amount, 0) - coalesce(r.amount, 0) as amount
        from (select warung_id, order_id, min(at) as at, sum(amount) as amount from entries where order_id is not null group by 1, 2) m
        full join refunds r on r.warung_id = m.warung_id and r.order_id = m.order_id),
    closed as (
      select x.*, o.status in ('delivered', 'completed', 'cancelled') as is_closed
        from of_orders x join "order" o on o.id = x.order_id),
    moves as (
      select warung_id, order_id, 0 as posting_id, at, amount from closed where is_closed
      union all
      -- hand-ins, and what was settled
      select warung_id, null, posting_id, min(at), sum(amount) from entries where order_id is null group by 1, 3),
    came as (
      select warung_id, order_id, at, amount,
        sum(amount) over (partition by warung_id order by at, order_id, posting_id) as so_far
        from moves where amount > 0),
    gone as (select warung_id, -sum(amount) as amount from moves where amount < 0 group by 1),
    kept as (
      select c.warung_id, c.order_id, c.at, c.amount, least(c.amount, c.so_far - coalesce(g.amount, 0)) as rest
        from came c left join gone g on g.warung_id = c.warung_id
       where c.so_far > coalesce(g.amount, 0)),
    aged as (
      select k.warung_id, min(k.at) as since,
        sum(floor(coalesce((select -sum(e.amount) from posting p join ledger_entry e on e.posting_id = p.id
                             where p.order_id = k.order_id and e.account = 'platform:komisi'), 0) * k.rest / k.amount)) as platform
        from kept k group by 1),
    dues as (
      select s.id as warung_id, coalesce((select sum(amount) from moves m where m.warung_id = s.id), 0) as due from shops s)
    select s.id as warung_id, s.slug, s.name as warung, s.keeper_name, s.mobile, s.regency_code, r.name as regency,
      r.kind as regency_kind, coalesce(p.cash, 0)::bigint as cash, coalesce(p.qris, 0)::bigint as qris,
      coalesce(p.earned, 0)::bigint as earned,
      (coalesce(p.cash, 0) + coalesce(p.qris, 0) - coalesce(p.earned, 0) - d.due)::bigint as for_buyers,
      d.due::bigint as due, case when d.due > 0 then least(d.due, coalesce(a.platform, 0)) else 0 end::bigint as platform,
      case when d.due > 0 then a.since end as since,
      coalesce((select sum(h.amount) from hand_in h where h.warung_id = s.id and h.status = 'sent'), 0)::bigint as on_the_way
    from shops s join regency r on r.code = s.regency_code join dues d on d.warung_id = s.id
    left join pockets p on p.warung_id = s.id left join aged a on a.warung_id = s.id
    order by d.due desc, s.name, s.id`.execute(db);
  return rows;
}

/** What an account stands at, in rupiah; positive is debit. */
export async function sumAccount(db: Db | Tx, account: string): Promise<number> {
  const { rows } = await sql<{ amount: number }>`
    select coalesce(sum(amount), 0)::bigint as amount from ledger_entry where account = ${account}`.execute(
    db,
  );
  return rows[0]!.amount;
}

export type OfficeCashRow = {
  readonly regency_code: string;
  readonly regency: string;
  readonly regency_kind: string;
  readonly amount: number;
};

/** Cash at the cashiers of regency offices, in rupiah; the province (null) sees all that hold any. */
export async function findOfficeCash(db: Db, regencyCode: string | null): Promise<OfficeCashRow[]> {
  const { rows } = await sql<OfficeCashRow>`
    select r.code as regency_code, r.name as regency, r.kind as regency_kind, x.amount from regency r
      join lateral (select coalesce(sum(e.amount), 0)::bigint as amount from ledger_entry e
                     where e.account = 'dinas:' || r.code || ':kas') x on true
     where ${regencyCode === null ? sql`x.amount <> 0` : sql`r.code = ${regencyCode}`} order by r.kind, r.name`.execute(
    db,
  );
  return rows;
}
