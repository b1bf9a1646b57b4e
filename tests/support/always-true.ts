/** What PRODUCT.md calls always true, asked of a database: each question finds what breaks it. */
import { type RawBuilder, sql } from "kysely";
import type { Db } from "#db/client.server.ts";

/** By sentence: rows that should not be there. */
const QUESTIONS: Readonly<Record<string, RawBuilder<unknown>>> = {
  "stock goes below zero, or differs from what its history says": sql`
    select v.id, v.stock, s.after from variant v
      join lateral (select after from stock_change where variant_id = v.id order by id desc limit 1) s on true
     where v.stock < 0 or v.stock <> s.after`,
  "goods are given back twice, or lost": sql`
    select o.code, l.variant_id, l.kept, l.missing, m.taken, m.given
      from (select order_id, variant_id, sum(quantity) as kept, sum(dropped) as missing from order_line
             where variant_id is not null group by 1, 2) l
      join "order" o on o.id = l.order_id
      join lateral (
        select coalesce(sum(before - after) filter (where cause = 'ordered'), 0) as taken,
               coalesce(sum(after - before) filter (where cause = 'given_back'), 0) as given
          from stock_change where variant_id = l.variant_id and order_id = o.id) m on true
     where m.taken <> l.kept + l.missing or m.given <> case when o.status = 'cancelled' then l.kept else 0 end
        + (select coalesce(sum(h.pieces), 0) from shortage h join order_line x on x.id = h.order_line_id
            where h.order_id = o.id and x.variant_id = l.variant_id and h.reason = 'tidak-datang'
              and h.decision in ('substituted', 'dropped'))`,
  "an order waits for a buyer who is asked nothing, or goes on without their answer": sql`
    select o.code, o.status, h.open from "order" o
      join lateral (select count(*) as open from shortage where order_id = o.id and decided_at is null) h on true
     where (o.status = 'awaiting_buyer' and h.open = 0)
        or (h.open > 0 and o.status not in ('awaiting_buyer', 'needs_officer'))`,
  "a total counts what is not there, or forgets what is": sql`
    select o.code, o.goods_total, g.amount from "order" o
      join lateral (select coalesce(sum(price * quantity), 0) as amount from order_line where order_id = o.id) g on true
     where o.goods_total <> g.amount`,
  "nothing is left of an open order": sql`
    select o.code, o.status from "order" o where o.next_action is not null
       and not exists (select 1 from order_line l where l.order_id = o.id and l.quantity > 0)`,
  "an order is asked of two warung at once": sql`
    select order_id from offer where status = 'pending' group by order_id having count(*) > 1`,
  "an offer is open although the order is elsewhere, or none is although it waits for one": sql`
    select o.code, o.status, f.id from "order" o left join offer f on f.order_id = o.id and f.status = 'pending'
     where (o.status = 'offered') <> (f.id is not null)`,
  "an open order has no next action or no deadline": sql`
    select code, status from "order"
     where (status in ('completed', 'cancelled')) <> (next_action is null) or (next_action is null) <> (deadline_at is null)`,
  "a placed order has nobody who looks for a warung": sql`
    select o.code from "order" o where o.status = 'placed' and o.deadline_at > now() + interval '10 minutes'`,
  "a warung's window holds more or fewer places than its orders take": sql`
    select x.warung_id, x.starts_at, x.held, coalesce(t.taken, 0) as taken from warung_window x
      left join (
        select coalesce(o.warung_id, f.warung_id) as warung_id, o.held_window, count(*) as taken
          from "order" o left join offer f on f.order_id = o.id and f.status = 'pending'
         where o.held_window is not null group by 1, 2) t on t.warung_id = x.warung_id and t.held_window = x.starts_at
     where x.held <> coalesce(t.taken, 0)`,
  "a place is held by an order that nobody prepares": sql`
    select code, status from "order" where held_window is not null and status in ('cancelled', 'needs_officer', 'placed')`,
  "an order's parts do not add up": sql`
    select o.code, o.goods_total, o.first_leg_fee, o.total, p.amount from "order" o left join payment p on p.order_id = o.id
     where not o.is_test and (o.total <> o.goods_total + o.delivery_fee + o.first_leg_fee or p.amount is distinct from o.total)`,
  "a payment disagrees with its order": sql`
    select o.code, o.status, p.status as payment from "order" o join payment p on p.order_id = o.id
     where (o.status in ('delivered', 'completed')) <> (p.status = 'paid') or (o.status = 'cancelled') <> (p.status = 'void')`,
  "the ledger and a paid order disagree": sql`
    select o.code, p.amount, e.cash from payment p join "order" o on o.id = p.order_id
      left join (select posting.order_id, sum(amount) filter (where amount > 0) as cash, count(distinct posting.id) as times
                   from posting join ledger_entry on posting_id = posting.id where posting.kind = 'cash_sale'
                  group by 1) e on e.order_id = o.id
     where (p.status = 'paid') <> (e.order_id is not null) or (p.status = 'paid' and (e.cash <> p.amount or e.times <> 1))`,
  "a posting does not sum to zero": sql`
    select posting_id from ledger_entry group by posting_id having sum(amount) <> 0`,
};

/** Everything in this database that should never be, as `sentence: rows`. */
export async function findBreaches(db: Db): Promise<string[]> {
  const found: string[] = [];
  for (const [sentence, question] of Object.entries(QUESTIONS)) {
    const { rows } = await question.execute(db);
    if (rows.length > 0) found.push(`${sentence}: ${JSON.stringify(rows.slice(0, 3))}`);
  }
  return found;
}
