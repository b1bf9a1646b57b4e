import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";

/** Every village with its people. There is no census of villages here: a regency's are spread evenly over its villages. */
export async function findVillageWeights(db: Db): Promise<{ code: string; weight: number }[]> {
  const { rows } = await sql<{ code: string; weight: number }>`
    select v.code, r.population::float / count(*) over (partition by v.regency_code) as weight
      from village v join regency r on r.code = v.regency_code order by v.code`.execute(db);
  return rows;
}

export type ShelfRow = {
  readonly warung_id: number;
  readonly staple_id: number;
  readonly availability: "ada" | "sedikit" | "habis";
};

/** What every warung's shelf says of every staple. */
export async function findShelves(db: Db): Promise<ShelfRow[]> {
  const { rows } = await sql<ShelfRow>`select warung_id, staple_id, availability from warung_staple`.execute(
    db,
  );
  return rows;
}

export type WaitingOrder = {
  readonly formKey: string;
  readonly code: string;
  readonly villageCode: string;
  readonly stapleIds: readonly number[];
  readonly promiseFrom: Date;
  readonly promiseUntil: Date;
};

/** Writes placed orders of staples, as checkouts leave them, by the thousand. @returns their ids */
export async function insertWaitingOrders(tx: Tx, orders: readonly WaitingOrder[]): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    with wanted as materialized (
      select * from json_to_recordset(${JSON.stringify(orders)}::json)
        as w("formKey" uuid, code text, "villageCode" text, "stapleIds" bigint[], "promiseFrom" timestamptz, "promiseUntil" timestamptz)),
    c as (
      insert into checkout (form_key, tracking_secret, buyer_name, buyer_mobile, village_code, street, payment_method)
      select "formKey", code, 'Pembeli', '+628120000000', "villageCode", 'Jl. Pasar', 'cash' from wanted
      returning id, form_key),
    o as (
      insert into "order" (code, checkout_id, status, fulfilment, village_code, regency_code, pin, goods_total,
        delivery_fee, first_leg_fee, total, promise_from, promise_until, next_action, deadline_at)
      select w.code, c.id, 'placed', 'delivery', w."villageCode", left(w."villageCode", 5), '0000', g.total,
             5000, 0, g.total + 5000, w."promiseFrom", w."promiseUntil", 'Cari warung', now() + interval '1 hour'
        from wanted w join c on c.form_key = w."formKey"
        cross join lateral (
          select coalesce(sum(p.price), 0)::bigint as total from unnest(w."stapleIds") as s(id)
            cross join lateral (select price from staple_price where staple_id = s.id
              and regency_code = left(w."villageCode", 5) order by valid_from desc limit 1) p) g
      returning id, code, regency_code, total),
    l as (
      insert into order_line (order_id, staple_id, name, unit, price, quantity, weight_grams)
      select o.id, st.id, st.name, st.unit, p.price, 1, st.weight_grams
        from o join wanted w on w.code = o.code cross join lateral unnest(w."stapleIds") as s(id)
        join staple st on st.id = s.id
        cross join lateral (select price from staple_price where staple_id = st.id
          and regency_code = o.regency_code order by valid_from desc limit 1) p),
    p as (insert into payment (order_id, method, amount) select id, 'cash', total from o)
    select id from o order by id`.execute(tx);
  return rows.map((row) => row.id);
}

export type Rush = {
  readonly placed: number;
  readonly offered: number;
  readonly officer: number;
  /** orders without exactly one pending offer though they are offered */
  readonly wrong: number;
  /** seconds from the first routing to the last */
  readonly seconds: number;
  readonly overfull: number;
};

/** What has become of a rush of waiting orders. */
export async function findRush(db: Db): Promise<Rush> {
  const { rows } = await sql<Rush>`
    select count(*) filter (where status = 'placed')::int as placed,
           count(*) filter (where status = 'offered')::int as offered,
           count(*) filter (where status = 'needs_officer')::int as officer,
           count(*) filter (where (status = 'offered') <> (pending = 1))::int as wrong,
           (select coalesce(extract(epoch from max(at) - min(at)), 0)::float from routing) as seconds,
           (select count(*)::int from warung_window x join warung w on w.id = x.warung_id
             where x.held > w.window_capacity) as overfull
      from (select status, (select count(*) from offer f where f.order_id = o.id and f.status = 'pending') as pending
              from "order" o) o`.execute(db);
  return rows[0]!;
}

/** How many orders still wait for a routing. */
export async function countWaiting(db: Db): Promise<number> {
  const { rows } = await sql<{ waiting: number }>`
    select count(*)::int as waiting from "order" where status = 'placed'`.execute(db);
  return rows[0]!.waiting;
}
