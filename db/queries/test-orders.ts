import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";

export type TestStaple = {
  readonly id: number;
  readonly name: string;
  readonly unit: string;
  readonly weight_grams: number;
  readonly price: number;
  readonly media_hash: string | null;
};

/** A staple that this warung has and that has a price in its regency on `today` (WIB); the first of the list. */
export async function findTestStaple(
  tx: Tx,
  warungId: number,
  today: string,
): Promise<TestStaple | undefined> {
  const { rows } = await sql<TestStaple>`
    select s.id, s.name, s.unit, s.weight_grams, p.price, m.hash as media_hash
      from warung_staple ws
      join warung w on w.id = ws.warung_id
      join staple s on s.id = ws.staple_id
      left join media m on m.id = s.media_id
      cross join lateral (
        select price from staple_price x where x.staple_id = s.id and x.regency_code = w.regency_code
           and x.valid_from <= ${today}::date order by x.valid_from desc limit 1) p
     where ws.warung_id = ${warungId} and ws.availability <> 'habis'
     order by s.position, s.id limit 1`.execute(tx);
  return rows[0];
}

export type NewTestOrder = {
  readonly code: string;
  readonly warungId: number;
  readonly officer: { readonly accountId: number | null; readonly name: string; readonly mobile: string };
  readonly trackingSecret: string;
  readonly pin: string;
  readonly promiseFrom: Date;
  readonly promiseUntil: Date;
  readonly nextAction: string;
  readonly deadlineAt: Date;
  readonly staple: TestStaple;
};

/**
 * Writes a test order of one staple to the warung's own address. It has no payment: there is nothing to pay.
 * @returns its id; undefined when the code is taken
 */
export async function insertTestOrder(tx: Tx, order: NewTestOrder): Promise<number | undefined> {
  const { officer, staple } = order;
  const { rows } = await sql<{ id: number }>`
    with w as (select id, village_code, regency_code, address, rt, rw from warung where id = ${order.warungId}),
    c as (
      insert into checkout (form_key, account_id, tracking_secret, buyer_name, buyer_mobile, village_code, street, rt, rw,
        payment_method)
      select gen_random_uuid(), ${officer.accountId}::bigint, ${order.trackingSecret}, ${officer.name}, ${officer.mobile},
             w.village_code, w.address, w.rt, w.rw, 'cash' from w
       where not exists (select from "order" o where o.code = ${order.code})
      returning id),
    o as (
      insert into "order" (code, checkout_id, status, fulfilment, village_code, regency_code, pin, goods_total,
        delivery_fee, total, promise_from, promise_until, next_action, deadline_at, is_test, chosen_warung_id)
      select ${order.code}, c.id, 'placed', 'delivery', w.village_code, w.regency_code, ${order.pin}, ${staple.price}, 0,
             ${staple.price}, ${order.promiseFrom}, ${order.promiseUntil}, ${order.nextAction}, ${order.deadlineAt}, true, w.id
        from c, w
      returning id),
    l as (
      insert into order_line (order_id, staple_id, name, unit, price, quantity, weight_grams, media_hash)
      select o.id, ${staple.id}, ${staple.name}, ${staple.unit}, ${staple.price}, 1, ${staple.weight_grams},
             ${staple.media_hash} from o)
    select id from o`.execute(tx);
  return rows[0]?.id;
}

/** The PIN of a test order, which the officer reads out; never that of a real one. */
export async function findTestPin(db: Db, code: string): Promise<string | undefined> {
  const row = await db
    .selectFrom("order")
    .select("pin")
    .where("code", "=", code)
    .where("is_test", "=", true)
    .executeTakeFirst();
  return row?.pin;
}
