import { sql } from "kysely";
import type { Db } from "../client.server.ts";
import { type LedgerQuestion, SETTLEMENT_QUESTIONS } from "./settlement-check.ts";

/** What the books are asked every night, and after every test that moves money. */
export const LEDGER_QUESTIONS = [
  {
    key: "zero",
    breach: "a posting does not sum to zero",
    ask: sql`
    select posting_id from ledger_entry group by posting_id having sum(amount) <> 0`,
  },
  {
    key: "totals",
    breach: "an order's parts do not add up",
    ask: sql`
    select o.code, o.goods_total, o.first_leg_fee, o.total, p.amount from "order" o left join payment p on p.order_id = o.id
     where not o.is_test and (o.total <> o.goods_total + o.delivery_fee + o.first_leg_fee or p.amount is distinct from o.total)`,
  },
  {
    key: "payments",
    breach: "a payment disagrees with its order",
    ask: sql`
    select o.code, o.status, p.status as payment from "order" o join payment p on p.order_id = o.id
     where (o.status in ('delivered', 'completed') and p.status not in ('paid', 'held'))
        or (p.status = 'paid' and p.received = 0 and o.status not in ('delivered', 'completed'))
        or (p.status = 'void' and o.status <> 'cancelled') or (o.status = 'cancelled' and p.status not in ('void', 'paid'))
        or p.returned <> (select coalesce(sum(amount), 0) from refund where order_id = o.id and kind = 'surplus')
        or p.received <> (select coalesce(sum(amount), 0) from payment_receipt where order_id = o.id)`,
  },
  {
    key: "surplus",
    breach: "more came in than an order costs, and nothing goes back",
    ask: sql`
    select o.code, o.status, o.total, p.received, p.returned from "order" o join payment p on p.order_id = o.id
     where p.received - p.returned > case when o.status = 'cancelled' then 0 else o.total end`,
  },
  {
    key: "sales",
    breach: "the ledger and a paid order disagree",
    ask: sql`
    select o.code, p.amount, p.cash, e.* from payment p join "order" o on o.id = p.order_id
      left join (select posting.order_id, sum(amount) filter (where amount > 0) as paid,
                        coalesce(sum(amount) filter (where account like 'warung:%:kas'), 0) as cash,
                        count(distinct posting.id) as times
                   from posting join ledger_entry on posting_id = posting.id where posting.kind = 'sale'
                  group by 1) e on e.order_id = o.id
     where (o.status in ('delivered', 'completed')) <> (e.order_id is not null)
        or (e.order_id is not null and (e.paid <> p.amount or e.cash <> p.cash or e.times <> 1))`,
  },
  {
    key: "prepaid",
    breach: "a closed order's prepayment is not used up, or what is to go back differs from its refunds",
    ask: sql`
    select o.code, o.status, b.* from "order" o join payment p on p.order_id = o.id
      join lateral (
        select coalesce(sum(amount) filter (where account = 'pesanan:' || o.id || ':dibayar'), 0) as prepaid,
               coalesce(sum(amount) filter (where account = 'pesanan:' || o.id || ':pengembalian'), 0) as back
          from ledger_entry where account in ('pesanan:' || o.id || ':dibayar', 'pesanan:' || o.id || ':pengembalian')) b on true
     where b.back <> -(select coalesce(sum(amount), 0) from refund where order_id = o.id and status <> 'paid_back')
        or b.prepaid <> case when o.status in ('delivered', 'completed') then p.amount - p.cash else 0 end
                        - (p.received - p.returned)`,
  },
  {
    key: "refund_limits",
    breach: "more is paid back than was paid",
    ask: sql`
    select f.order_id, sum(f.amount), p.amount from refund f left join payment p on p.order_id = f.order_id
     where f.kind = 'complaint' group by f.order_id, p.amount having sum(f.amount) > coalesce(p.amount, 0)`,
  },
  {
    key: "refunds",
    breach: "money that was paid back and the ledger disagree",
    ask: sql`
    select f.id, f.status, f.amount, owed.amount as owed, back.amount as back from refund f
      left join posting d on d.key = 'refund-due:' || f.id
      left join ledger_entry owed on owed.posting_id = d.id and owed.amount > 0
      left join posting b on b.key = 'refund-paid:' || f.id
      left join ledger_entry back on back.posting_id = b.id and back.amount > 0
     where (owed.amount is distinct from f.amount or (f.status = 'paid_back') <> (b.id is not null) or back.amount <> f.amount)
       -- before what is owed back was booked by itself
       and not exists (select 1 from posting o join complaint c on c.id = f.complaint_id where o.key = 'cash-refund:' || c.code)`,
  },
  {
    key: "card_holds",
    breach: "an order goes on although its card is not held, or waits although it is",
    ask: sql`
    select o.code, o.status, p.status as payment, c.status as card from payment p join "order" o on o.id = p.order_id
      left join card_payment c on c.checkout_id = o.checkout_id
     where p.method = 'card' and ((p.status = 'due' and o.status <> 'awaiting_payment')
        or (p.status = 'held' and (o.status = 'awaiting_payment' or coalesce(c.status, '') not in ('held', 'failed')))
        or (p.status = 'paid' and coalesce(c.status, '') <> 'captured'))`,
  },
  {
    key: "cards",
    breach: "what was charged to a card and what was booked disagree",
    ask: sql`
    select c.id, c.status, c.captured, s.amount as shares, r.amount as received, c.fee, f.amount as booked from card_payment c
      join lateral (select coalesce(sum(amount), 0) as amount from card_share where card_payment_id = c.id) s on true
      join lateral (select coalesce(sum(amount), 0) as amount from payment_receipt
                     where key like 'card:' || c.id || ':%') r on true
      left join lateral (select e.amount from posting g join ledger_entry e on e.posting_id = g.id
                          where g.key = 'card-fee:' || c.id and e.account = 'stripe:biaya') f on true
     where r.amount <> coalesce(c.captured, 0) or (c.captured is not null and s.amount <> c.captured)
        or s.amount > c.held or nullif(c.fee, 0) is distinct from f.amount`,
  },
  {
    key: "disputes",
    breach: "disputed money in the ledger differs from the open disputes",
    ask: sql`
    select e.amount, d.amount as disputed from (
        select coalesce(sum(amount), 0) as amount from ledger_entry where account = 'stripe:sengketa') e,
      (select coalesce(sum(d.amount), 0) as amount from dispute d where d.closed_at is null
          and exists (select 1 from posting where key = 'dispute:' || d.id || ':withdrawn')) d
     where e.amount <> d.amount`,
  },
  {
    key: "accounts",
    breach: "an entry stands on an account that is none",
    ask: sql`
    select distinct account from ledger_entry
     where account !~ '^(warung:\\d+:(kas|qris|pendapatan)|umkm:\\d+:piutang|pesanan:\\d+:(dibayar|pengembalian)|dinas:[0-9.]+:kas|stripe:(kliring|biaya|sengketa)|platform:(bank|komisi))$'`,
  },
  {
    key: "receipts",
    breach: "money that came in beforehand and the ledger disagree",
    ask: sql`
    select r.key, r.amount, e.account, e.amount as booked from payment_receipt r
      left join posting p on p.key = 'received:' || r.key
      left join ledger_entry e on e.posting_id = p.id and e.amount > 0
     where e.amount is distinct from r.amount
        or e.account is distinct from case r.method when 'qris' then 'warung:' || r.warung_id || ':qris' else 'stripe:kliring' end`,
  },
  {
    key: "parties",
    breach: "a sale is booked at a warung or a seller that has no part in it",
    ask: sql`
    select o.code, e.account from posting p join ledger_entry e on e.posting_id = p.id join "order" o on o.id = p.order_id
     where p.kind = 'sale'
       and ((e.account like 'warung:%' and e.account not like 'warung:' || o.warung_id || ':%')
         or (e.account like 'umkm:%' and not exists (
              select 1 from seller_line s where s.order_id = o.id and e.account = 'umkm:' || s.umkm_id || ':piutang')))`,
  },
  {
    key: "shares",
    breach: "a seller is owed something else than goods and carriage less the day's shares",
    ask: sql`
    select o.code, s.umkm_id, g.goods, s.first_leg_fee, e.amount from posting p
      join "order" o on o.id = p.order_id join seller_line s on s.order_id = o.id
      join lateral (select sum(l.price * l.quantity) as goods from order_line l
                     where l.seller_line_id = s.id and l.quantity > 0) g on g.goods > 0
      join lateral (select commission_bp, handling_bp from fee_policy
                     where starts_on <= (p.at at time zone 'Asia/Jakarta')::date and decided_at <= p.at
                     order by starts_on desc limit 1) f on true
      left join ledger_entry e on e.posting_id = p.id and e.account = 'umkm:' || s.umkm_id || ':piutang'
     where p.kind = 'sale' and coalesce(-e.amount, 0) <> g.goods + s.first_leg_fee
           - floor(g.goods * f.commission_bp / 10000) - floor(g.goods * f.handling_bp / 10000)`,
  },
  {
    key: "hand_ins",
    breach: "what was handed in and the ledger disagree",
    ask: sql`
    select h.code, h.status, h.counted, e.amount as booked from hand_in h
      left join posting g on g.key = 'hand-in:' || h.id
      left join lateral (select sum(amount) as amount from ledger_entry where posting_id = g.id and amount > 0) e on true
     where (h.status = 'confirmed') <> (g.id is not null) or e.amount is distinct from h.counted`,
  },
  {
    key: "deposits",
    breach: "cash at an office goes below zero, or what was banked and the ledger disagree",
    ask: sql`
    select account, sum(amount) from ledger_entry where account like 'dinas:%:kas' group by 1 having sum(amount) < 0
    union all
    select 'deposit ' || d.id, d.amount from cash_deposit d
      left join posting g on g.key = 'deposit:' || d.id left join ledger_entry e on e.posting_id = g.id and e.amount > 0
     where e.amount is distinct from d.amount`,
  },
  ...SETTLEMENT_QUESTIONS,
] as const satisfies readonly LedgerQuestion[];

export type LedgerQuestionKey = (typeof LEDGER_QUESTIONS)[number]["key"];

/** The rows that a question finds, `limit` at most. */
export async function askLedger(db: Db, { ask }: LedgerQuestion, limit: number): Promise<unknown[]> {
  const { rows } = await sql<unknown>`select to_jsonb(x) as row from (${ask}) x limit ${limit}`.execute(db);
  return rows.map((row) => (row as { row: unknown }).row);
}

/** By question: how many rows disagree, and the first of them. */
export type LedgerWrong = Readonly<
  Record<string, { readonly rows: number; readonly first: readonly unknown[] }>
>;

export async function insertLedgerCheck(
  db: Db,
  { asked, wrong }: { asked: number; wrong: LedgerWrong },
): Promise<void> {
  await db
    .insertInto("ledger_check")
    .values({ asked, wrong: JSON.stringify(wrong) })
    .execute();
}

/** What came of asking last; undefined before the first time. */
export async function findLastLedgerCheck(
  db: Db,
): Promise<{ readonly at: Date; readonly asked: number; readonly wrong: LedgerWrong } | undefined> {
  const row = await db
    .selectFrom("ledger_check")
    .select(["at", "asked", "wrong"])
    .orderBy("at", "desc")
    .limit(1)
    .executeTakeFirst();
  return row && { ...row, wrong: row.wrong as unknown as LedgerWrong };
}
