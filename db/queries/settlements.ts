import { type RawBuilder, sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";

/** Of this book: one draws up at a time. */
const DRAWING = 0x5e771e;

/** An entry of `e` may be paid out: what it is of is over, and no settlement has it or is the cause of it. */
const isDue = (before: Date): RawBuilder<boolean> => sql`
  p.at < ${before} and (p.order_id is null or o.status in ('completed', 'cancelled'))
  and not exists (select 1 from settlement_line x where x.entry_id = e.id)
  and not exists (select 1 from settlement_posting x where x.posting_id = p.id)`;

/** Whether the week before this Monday was drawn up to its end. */
export async function isDrawnUp(db: Db, until: string): Promise<boolean> {
  const row = await db
    .selectFrom("settlement_run")
    .select("until")
    .where("until", "=", until)
    .executeTakeFirst();
  return row !== undefined;
}

/** The accounts of payees with something due for a week that they have no settlement of yet, in order. */
export async function findAccountsToSettle(
  db: Db,
  { until, before }: { until: string; before: Date },
): Promise<string[]> {
  const { rows } = await sql<{ account: string }>`
    select distinct e.account from ledger_entry e join posting p on p.id = e.posting_id left join "order" o on o.id = p.order_id
     where (e.account like 'umkm:%:piutang' or e.account like 'warung:%:pendapatan') and ${isDue(before)}
       and not exists (select 1 from settlement s where s.account = e.account and s.until = ${until}::date)
     order by 1`.execute(db);
  return rows.map((row) => row.account);
}

/** One after the other: two that draw up would offset the same cash twice. Held until the transaction ends. */
export async function lockDrawing(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${DRAWING})`.execute(tx);
}

/** What warung hold must not change while it is offset: hand-ins are counted before or after. */
export async function lockWarungOf(tx: Tx, accounts: readonly string[]): Promise<void> {
  await sql`
    select 1 from warung where id in (
      select split_part(a, ':', 2)::bigint from unnest(${accounts}::text[]) a where a like 'warung:%')
     order by id for no key update`.execute(tx);
}

export type DrawnRow = {
  readonly id: number;
  readonly code: string;
  readonly account: string;
  readonly umkm_id: number | null;
  readonly warung_id: number | null;
  readonly offset_cash: number;
  readonly offset_qris: number;
  readonly amount: number;
  readonly status: string;
};

/**
 * Draws up the settlements of these accounts: what is due and in none yet, with what earlier ones left over. A warung
 * keeps its part of the cash, then of the QRIS money, that it holds and that is not a buyer's: what was paid for open
 * orders or is to go back stays aside. One statement.
 */
export async function insertSettlements(
  tx: Tx,
  week: { readonly until: string; readonly before: Date; readonly minimum: number },
  payees: readonly { readonly account: string; readonly code: string }[],
): Promise<DrawnRow[]> {
  const accounts = payees.map(({ account }) => account);
  const { rows } = await sql<DrawnRow>`
    with due as materialized (
      select e.id, e.account, -e.amount as amount
        from ledger_entry e join posting p on p.id = e.posting_id left join "order" o on o.id = p.order_id
       where e.account = any(${accounts}::text[]) and ${isDue(week.before)}
         and not exists (select 1 from settlement s where s.account = e.account and s.until = ${week.until}::date)),
    earned as (select account, sum(amount)::bigint as amount, count(*)::int as lines from due group by account),
    summed as (
      select e.account, e.lines, e.amount as earned, coalesce(c.amount, 0)::bigint as carried_in,
             greatest(e.amount + coalesce(c.amount, 0), 0)::bigint as owed,
             case when e.account like 'warung:%' then split_part(e.account, ':', 2)::bigint end as warung_id
        from earned e left join lateral (
          select sum(s.amount) as amount from settlement s
           where s.account = e.account and s.status = 'carried' and s.carried_to is null) c on true),
    held as (
      select s.*, greatest(m.cash - r.cash, 0)::bigint as cash, greatest(m.qris - r.qris - b.prepaid, 0)::bigint as qris
        from summed s
        cross join lateral (
          select coalesce(sum(l.amount) filter (where l.account like '%:kas'), 0) as cash,
                 coalesce(sum(l.amount) filter (where l.account like '%:qris'), 0) as qris
            from ledger_entry l where s.warung_id is not null
             and l.account in ('warung:' || s.warung_id || ':kas', 'warung:' || s.warung_id || ':qris')) m
        cross join lateral (
          select coalesce(sum(f.amount) filter (where f.method = 'cash'), 0) as cash,
                 coalesce(sum(f.amount) filter (where f.method = 'qris'), 0) as qris
            from refund f where f.warung_id = s.warung_id and f.status <> 'paid_back') r
        cross join lateral (
          select coalesce(sum(n.amount), 0) - coalesce((
                   select sum(f.amount) from refund f join "order" y on y.id = f.order_id
                    where f.warung_id = s.warung_id and f.kind = 'surplus' and f.method = 'qris'
                      and y.status not in ('delivered', 'completed', 'cancelled')), 0) as prepaid
            from payment_receipt n join "order" y on y.id = n.order_id
           where n.warung_id = s.warung_id and y.status not in ('delivered', 'completed', 'cancelled')) b),
    kept as (
      select h.*, least(owed, cash) as offset_cash, least(owed - least(owed, cash), qris) as offset_qris from held h),
    drawn as (
      insert into settlement (code, account, umkm_id, warung_id, until, lines, earned, carried_in, offset_cash, offset_qris,
                              amount, status)
      select n.code, k.account, case when k.warung_id is null then split_part(k.account, ':', 2)::bigint end, k.warung_id,
             ${week.until}::date, k.lines, k.earned, k.carried_in, k.offset_cash, k.offset_qris, a.amount,
             case when a.amount = 0 then 'cleared' when a.amount < ${week.minimum} then 'carried' else 'drawn_up' end
        from kept k join unnest(${accounts}::text[], ${payees.map(({ code }) => code)}::text[]) n (account, code) using (account)
        cross join lateral (select k.earned + k.carried_in - k.offset_cash - k.offset_qris as amount) a
       order by k.account
      returning id, code, account, umkm_id, warung_id, offset_cash, offset_qris, amount, status),
    lines as (
      insert into settlement_line (entry_id, settlement_id) select due.id, drawn.id from due join drawn using (account)),
    moved as (
      update settlement c set carried_to = d.id from drawn d
       where c.account = d.account and c.status = 'carried' and c.carried_to is null)
    select * from drawn`.execute(tx);
  return rows;
}

/** The week is drawn up to its end. */
export async function insertSettlementRun(tx: Tx, until: string): Promise<void> {
  await sql`
    insert into settlement_run (until, settlements)
    select ${until}::date, count(*) from settlement where until = ${until}::date
    on conflict (until) do nothing`.execute(tx);
}

export type SettlementMoney = {
  /** unique, so that the same fact is booked once */
  readonly key: string;
  readonly kind: string;
  readonly settlementId: number;
  readonly debit: string;
  readonly credit: string;
  /** rupiah */
  readonly amount: number;
};

/** Books what came of settlements; what was booked before is left alone. One statement. */
export async function insertSettlementPostings(tx: Tx, money: readonly SettlementMoney[]): Promise<void> {
  if (money.length === 0) return;
  await sql`
    with given as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(money)}::jsonb)
        as g (key text, kind text, "settlementId" bigint, debit text, credit text, amount bigint)),
    posted as (
      insert into posting (key, kind) select key, kind from given on conflict (key) do nothing returning id, key),
    linked as (
      insert into settlement_posting (posting_id, settlement_id)
      select p.id, g."settlementId" from posted p join given g using (key))
    insert into ledger_entry (posting_id, account, amount)
    select p.id, e.account, e.amount from posted p join given g using (key)
      cross join lateral (values (g.debit, g.amount), (g.credit, -g.amount)) e (account, amount)
     order by p.id`.execute(tx);
}
