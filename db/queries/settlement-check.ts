import { type RawBuilder, sql } from "kysely";

/** Rows that should not be there, and what is wrong when they are. Each is one statement over everything. */
export type LedgerQuestion = {
  readonly key: string;
  readonly breach: string;
  readonly ask: RawBuilder<unknown>;
};

/** Of what warung hold, and of settlements with their transfers; `ledger-check.ts` asks them with the others. */
export const SETTLEMENT_QUESTIONS = [
  {
    key: "tills",
    breach: "what a warung holds is not explained by sales, refunds and settlements",
    ask: sql`
    select w.id, l.*, s.cash as sold, f.cash as back, f.qris as back_qris, t.cash as kept, t.qris as kept_qris from warung w
      left join (
        select split_part(e.account, ':', 2)::bigint as warung_id,
               sum(e.amount) filter (where p.kind = 'sale') as sales,
               sum(e.amount) filter (where p.kind in ('refund_paid', 'cash_refund') and e.account like '%:kas') as refunds,
               sum(e.amount) filter (where p.kind = 'refund_paid' and e.account like '%:qris') as qris_refunds,
               sum(e.amount) filter (where p.kind = 'settlement_offset' and e.account like '%:kas') as offsets,
               sum(e.amount) filter (where p.kind = 'settlement_offset' and e.account like '%:qris') as qris_offsets
          from ledger_entry e join posting p on p.id = e.posting_id
         where e.account like 'warung:%:kas' or e.account like 'warung:%:qris' group by 1) l on l.warung_id = w.id
      left join (select o.warung_id, sum(p.cash) as cash from payment p join "order" o on o.id = p.order_id
                  where o.status in ('delivered', 'completed') group by 1) s on s.warung_id = w.id
      left join (select warung_id, sum(amount) filter (where method = 'cash') as cash, sum(amount) filter (where method = 'qris') as qris
                   from refund where status = 'paid_back' group by 1) f on f.warung_id = w.id
      left join (select warung_id, sum(offset_cash) as cash, sum(offset_qris) as qris from settlement group by 1) t
        on t.warung_id = w.id
     where coalesce(l.sales, 0) <> coalesce(s.cash, 0) or coalesce(l.refunds, 0) <> -coalesce(f.cash, 0)
        or coalesce(l.qris_refunds, 0) <> -coalesce(f.qris, 0) or coalesce(l.offsets, 0) <> -coalesce(t.cash, 0)
        or coalesce(l.qris_offsets, 0) <> -coalesce(t.qris, 0)`,
  },
  {
    key: "settlement_lines",
    breach: "a settlement differs from its lines, or has those of another payee or of an open order",
    ask: sql`
    select s.code, s.earned, s.lines, x.* from settlement s
      left join (
        select l.settlement_id, -sum(e.amount) as amount, count(*) as entries, min(e.account) as first_account,
               max(e.account) as last_account, count(*) filter (where o.next_action is not null) as open
          from settlement_line l join ledger_entry e on e.id = l.entry_id join posting p on p.id = e.posting_id
          left join "order" o on o.id = p.order_id group by 1) x on x.settlement_id = s.id
     where x.amount is distinct from s.earned or x.entries is distinct from s.lines or x.first_account is distinct from s.account
        or x.last_account is distinct from s.account or x.open <> 0`,
  },
  {
    key: "settlement_money",
    breach: "a settlement and what was booked for it disagree",
    ask: sql`
    select s.code, s.status, s.amount, x.* from settlement s
      left join (
        select m.settlement_id, sum(e.amount) filter (where p.kind in ('settlement_paid', 'settlement_bounced')) as paid,
               sum(e.amount) filter (where p.kind = 'settlement_offset') as kept
          from settlement_posting m join posting p on p.id = m.posting_id join settlement t on t.id = m.settlement_id
          join ledger_entry e on e.posting_id = p.id and e.account = t.account group by 1) x on x.settlement_id = s.id
     where coalesce(x.paid, 0) <> case when s.status = 'paid' then s.amount else 0 end
        or coalesce(x.kept, 0) <> s.offset_cash + s.offset_qris`,
  },
  {
    key: "settlement_payouts",
    breach: "a settlement and its transfers disagree",
    ask: sql`
    select s.code, s.status, x.* from settlement s
      left join (select settlement_id, count(*) filter (where status = 'sent') as sent, count(*) filter (where status = 'paid') as paid,
                        count(*) as tries from payout group by 1) x on x.settlement_id = s.id
     where (s.status = 'batched') <> (coalesce(x.sent, 0) = 1) or (s.status = 'paid') <> (coalesce(x.paid, 0) = 1)
        or (s.status = 'bounced' and x.tries is null) or (s.status in ('drawn_up', 'carried', 'cleared') and x.tries is not null)`,
  },
  {
    key: "carried",
    breach: "what was carried over did not arrive once",
    ask: sql`
    select s.code, s.carried_in, coalesce(x.amount, 0) as given from settlement s
      left join (select carried_to, sum(amount) as amount from settlement where carried_to is not null group by 1) x on x.carried_to = s.id
     where s.carried_in <> coalesce(x.amount, 0)
    union all
    select max(code), count(*), null from settlement where status = 'carried' and carried_to is null group by account having count(*) > 1`,
  },
  {
    key: "balances",
    breach: "what a payee is owed is not explained by settlements and what is still to be settled",
    ask: sql`
    select b.account, b.balance, b.unsettled, coalesce(s.amount, 0) as settled from (
        select e.account, -sum(e.amount) as balance,
               coalesce(-sum(e.amount) filter (where l.entry_id is null and m.posting_id is null), 0) as unsettled
          from ledger_entry e left join settlement_line l on l.entry_id = e.id
          left join settlement_posting m on m.posting_id = e.posting_id
         where e.account like 'umkm:%:piutang' or e.account like 'warung:%:pendapatan' group by 1) b
      left join (select account, sum(amount) as amount from settlement
                  where status in ('drawn_up', 'batched', 'bounced') or (status = 'carried' and carried_to is null) group by 1) s
        using (account)
     where b.balance <> b.unsettled + coalesce(s.amount, 0)`,
  },
] as const satisfies readonly LedgerQuestion[];
