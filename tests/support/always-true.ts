/** What PRODUCT.md calls always true, asked of a database: each question finds what breaks it. */
import { type RawBuilder, sql } from "kysely";
import type { Db } from "#db/client.server.ts";
import { LEDGER_QUESTIONS } from "#db/queries/ledger-check.ts";

/** By sentence: rows that should not be there. What concerns money is asked every night, too: `db/queries/ledger-check.ts`. */
const QUESTIONS: Readonly<Record<string, RawBuilder<unknown>>> = {
  "stock goes below zero, or differs from what its history says": sql`
    select v.id, v.stock, s.after from variant v
      join lateral (select after from stock_change where variant_id = v.id order by id desc limit 1) s on true
     where v.stock < 0 or v.stock <> s.after`,
  "goods are given back twice, or lost": sql`
    select o.code, l.variant_id, l.kept, l.missing, m.taken, m.given
      from (select order_id, variant_id, sum(quantity) as kept, sum(dropped) as missing from order_line
             where variant_id is not null and shelf_item_id is null group by 1, 2) l
      join "order" o on o.id = l.order_id
      join lateral (
        select coalesce(sum(before - after) filter (where cause = 'ordered'), 0) as taken,
               coalesce(sum(after - before) filter (where cause = 'given_back'), 0) as given
          from stock_change where variant_id = l.variant_id and order_id = o.id and complaint_id is null) m on true
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
  "a shelf goes below zero, or differs from what its history says": sql`
    select i.id, i.on_shelf, m.moved from shelf_item i
      left join (select shelf_item_id, sum(after - before) as moved from shelf_move group by 1) m on m.shelf_item_id = i.id
     where i.on_shelf < 0 or i.on_shelf <> coalesce(m.moved, 0)`,
  "goods from a shelf are given back twice, or lost": sql`
    select m.order_id, m.shelf_item_id, m.away, l.reserved from (
        select order_id, shelf_item_id, sum(before - after) as away from shelf_move
         where order_id is not null group by 1, 2) m
      left join (
        select order_id, shelf_item_id, sum(quantity) as reserved from order_line
         where shelf_item_id is not null and not stock_given_back group by 1, 2) l using (order_id, shelf_item_id)
     where m.away <> coalesce(l.reserved, 0)`,
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
  "an order went on although a complaint is open, or a complaint waits for nothing": sql`
    select o.code, o.status, c.code as complaint, c.status as complaint_status from complaint c
      join "order" o on o.id = c.order_id
     where c.status <> 'done' and (o.status <> 'delivered' or c.deadline_at is null)`,
  "money was sent back by a warung without a proof": sql`
    select id, order_id from refund where status = 'sent' and method in ('cash', 'qris')
       and (proof_file is null or sent_at is null)`,
  "a replacement is out of stock for no exchange, or not for one that runs": sql`
    select c.code, c.status, m.taken from complaint c
      join lateral (select coalesce(sum(before - after), 0) as taken from stock_change where complaint_id = c.id) m on true
     where c.stock_taken <> (c.umkm_id is not null and coalesce(c.outcome, '') = 'exchange')
        or m.taken <> case when c.stock_taken then c.pieces else 0 end`,
  "an order rides with a trip although it is elsewhere": sql`
    select o.code, o.status, s.trip_id from trip_stop s join "order" o on o.id = s.order_id
     where s.outcome is null and o.status not in ('ready', 'out_for_delivery')`,
  "a trip is over although a stop is open, or goes on without any": sql`
    select t.id from trip t
     where (t.ended_at is null) <> exists (select 1 from trip_stop s where s.trip_id = t.id and s.outcome is null)`,
  "a receipt has no proof, or a proof no receipt": sql`
    select o.code, o.status from "order" o left join delivery_attempt a on a.order_id = o.id and a.outcome = 'delivered'
     where (o.status in ('delivered', 'completed')) <> (a.id is not null)`,
};

/** Everything in this database that should never be, as `sentence: rows`. */
export async function findBreaches(db: Db): Promise<string[]> {
  const found: string[] = [];
  const ofMoney = LEDGER_QUESTIONS.map(({ breach, ask }) => [breach, ask] as const);
  for (const [sentence, question] of [...Object.entries(QUESTIONS), ...ofMoney]) {
    const { rows } = await question.execute(db);
    if (rows.length > 0) found.push(`${sentence}: ${JSON.stringify(rows.slice(0, 3))}`);
  }
  return found;
}
