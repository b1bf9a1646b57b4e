import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";
import { type OpeningColumns, openingOfW } from "./opening.ts";

export type CandidateRow = OpeningColumns & {
  /** which of the questions this answers, from 0 */
  readonly question: number;
  readonly warung_id: number;
  readonly name: string;
  readonly mobile: string;
  readonly status: string;
  readonly takes_cash: boolean;
  readonly takes_qris: boolean;
  readonly fees: readonly { up_to_m: number; fee: number }[];
  readonly serves: boolean;
  readonly slug: string;
  readonly address: string;
  readonly village: string;
  readonly offers_pickup: boolean;
  readonly distance_m: number | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly same_village: boolean;
  readonly same_district: boolean;
  readonly asked: boolean;
  readonly staples_out: readonly string[];
  readonly staples_few: number;
  readonly window_held: number;
  readonly window_capacity: number;
  readonly held_today: number;
  readonly held_month: number;
};

export type CandidateQuestion = {
  readonly villageCode: string;
  readonly stapleIds: readonly number[];
  readonly windowStart: Date;
  /** to know who was asked already; null before there is an order */
  readonly orderId: number | null;
};

/**
 * The warung a routing looks at: all that serve the village, and the rest of its district with them, so that "why not
 * the one next door" has an answer. A dozen rows for each question, whatever the size of the market; what does not
 * depend on the question is read once for each warung. The limits of one keep PostgreSQL to the index, where it would
 * rather read whole tables for a handful of rows.
 */
export async function findCandidates(
  db: Db | Tx,
  questions: readonly CandidateQuestion[],
  { dayStart, monthStart }: { readonly dayStart: Date; readonly monthStart: Date },
): Promise<CandidateRow[]> {
  const asked = JSON.stringify(questions.map((question, no) => ({ no, ...question })));
  const { rows } = await sql<CandidateRow>`
    with buyer as materialized (
      select q.no, q."stapleIds" as staple_ids, q."windowStart" as window_start,
             v.code, v.district_code, ll_to_earth(v.latitude, v.longitude) as place,
             array(select o.warung_id from offer o where o.order_id = q."orderId") as asked
        from json_to_recordset(${asked}::json)
               as q(no int, "villageCode" text, "stapleIds" bigint[], "windowStart" timestamptz, "orderId" bigint)
        cross join lateral (select * from village where code = q."villageCode" limit 1) v),
    candidate as materialized (
      select b.no, s.warung_id as id, true as serves
        from buyer b join warung_service_village s on s.village_code = b.code
      union all
      select b.no, w.id, false from buyer b join warung w on w.district_code = b.district_code
       where not exists (
         select 1 from warung_service_village s where s.village_code = b.code and s.warung_id = w.id)),
    shelf as (
      select c.no, c.id,
             json_agg(st.name order by st.position) filter (where coalesce(ws.availability, 'habis') = 'habis') as out,
             count(*) filter (where ws.availability = 'sedikit')::int as few
        from buyer b cross join lateral unnest(b.staple_ids) as wanted(id) join staple st on st.id = wanted.id
        join candidate c on c.no = b.no
        left join lateral (
          select availability from warung_staple where warung_id = c.id and staple_id = wanted.id limit 1) ws on true
       group by c.no, c.id),
    shop as materialized (
      select w.id, w.slug, w.name, w.address, wv.name as village, w.offers_pickup, w.mobile, w.status, w.takes_cash, w.qris_payload is not null as takes_qris,
        w.latitude, w.longitude, w.village_code, w.district_code,
        w.window_capacity,
        case when w.latitude is not null and w.longitude is not null
                       then ll_to_earth(w.latitude, w.longitude) end as place,
        ${openingOfW},
        coalesce((select json_agg(json_build_object('up_to_m', f.up_to_m, 'fee', f.fee) order by f.up_to_m)
                    from warung_fee f where f.warung_id = w.id), '[]') as fees,
        coalesce(load.today, 0)::int as held_today, coalesce(load.month, 0)::int as held_month
      from warung w join village wv on wv.code = w.village_code
      left join lateral (
        select sum(x.held) as month,
               sum(x.held) filter (where x.starts_at >= ${dayStart} and x.starts_at < ${dayStart}::timestamptz + interval '1 day') as today
          from warung_window x where x.warung_id = w.id and x.starts_at >= ${monthStart}) load on true
      where w.id in (select id from candidate))
    select b.no as question, w.id as warung_id, w.slug, w.name, w.address, w.village, w.mobile, w.status, w.takes_cash, w.takes_qris,
      w.offers_pickup, c.serves,
      w.latitude, w.longitude, w.hours, w.holidays, w.paused_until, w.fees,
      w.village_code = b.code as same_village,
      w.district_code = b.district_code as same_district,
      round(earth_distance(w.place, b.place))::int as distance_m,
      w.id = any(b.asked) as asked,
      coalesce(shelf.out, '[]') as staples_out, coalesce(shelf.few, 0) as staples_few,
      w.window_capacity,
      coalesce((select held from warung_window x where x.warung_id = w.id and x.starts_at = b.window_start), 0)::int
        as window_held,
      w.held_today, w.held_month
    from buyer b join candidate c on c.no = b.no join shop w on w.id = c.id
    left join shelf on shelf.no = c.no and shelf.id = c.id
    order by b.no, w.id`.execute(db);
  return rows;
}

export type OrderToRoute = {
  readonly id: number;
  readonly staple_ids: readonly number[];
  /** how many warung were offered it so far */
  readonly offers: number;
  /** who brings, or is asked to bring, the other order of the same checkout */
  readonly sibling_warung_id: number | null;
  readonly payment_method: "cash" | "qris" | "card";
};

/** What a routing needs to know of orders that are locked already. */
export async function findOrdersToRoute(tx: Tx, orderIds: readonly number[]): Promise<OrderToRoute[]> {
  const { rows } = await sql<OrderToRoute>`
    select o.id,
      coalesce((select json_agg(l.staple_id) from order_line l
                 where l.order_id = o.id and l.staple_id is not null and l.quantity > 0), '[]') as staple_ids,
      (select count(*)::int from offer f where f.order_id = o.id) as offers,
      (select coalesce(s.warung_id, f.warung_id)
         from "order" s left join offer f on f.order_id = s.id and f.status = 'pending'
        where s.checkout_id = o.checkout_id and s.id <> o.id and s.status <> 'cancelled'
        order by s.id limit 1) as sibling_warung_id,
      coalesce((select method from payment p where p.order_id = o.id), 'cash') as payment_method
    from "order" o where o.id = any(${orderIds}::bigint[])`.execute(tx);
  return rows;
}

/**
 * Takes up to `most` orders that wait for a warung, oldest first, and locks them; those that somebody else is busy
 * with are passed over, and so is the other order of a checkout that somebody else is routing. Goods on a shelf may have
 * to change pools: such an order is routed alone, so that no two routings lock goods crosswise.
 */
export async function takeWaitingOrders(tx: Tx, most: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select o.id from "order" o join checkout c on c.id = o.checkout_id
     where o.status = 'placed' and not o.is_test
       and not exists (select 1 from order_line l where l.order_id = o.id and l.shelf_item_id is not null)
     order by o.id limit ${most}
       for update of o skip locked for no key update of c skip locked`.execute(tx);
  return rows.map((row) => row.id);
}

export type Places = { readonly warungId: number; readonly startsAt: Date; readonly places: number };

/**
 * Takes places in warung's windows, each row wholly or not at all. The check on the table has the last word. Rows are
 * locked in one order, so that two routings never wait for each other.
 * @returns those that were free
 */
export async function holdWindows(
  tx: Tx,
  wanted: readonly Places[],
): Promise<{ warung_id: number; starts_at: Date }[]> {
  const { rows } = await sql<{ warung_id: number; starts_at: Date }>`
    insert into warung_window (warung_id, starts_at, capacity, held)
    select w.id, h."startsAt", w.window_capacity, h.places
      from json_to_recordset(${JSON.stringify(wanted)}::json)
             as h("warungId" bigint, "startsAt" timestamptz, places smallint)
      join warung w on w.id = h."warungId"
     where h.places <= w.window_capacity
     order by w.id, h."startsAt"
    on conflict (warung_id, starts_at) do update
      set held = warung_window.held + excluded.held, capacity = excluded.capacity
      where warung_window.held + excluded.held <= excluded.capacity
    returning warung_id, starts_at`.execute(tx);
  return rows;
}

/**
 * Takes one place in a warung's window. The check on the table has the last word; `force` makes room, for an officer
 * who has asked on the phone.
 * @returns false when it is full
 */
export async function holdWindow(tx: Tx, warungId: number, startsAt: Date, force = false): Promise<boolean> {
  const { rows } = await sql`
    insert into warung_window (warung_id, starts_at, capacity, held)
    select id, ${startsAt}, window_capacity, 1 from warung where id = ${warungId}
    on conflict (warung_id, starts_at) do update
      set held = warung_window.held + 1,
          capacity = greatest(excluded.capacity, warung_window.held, case when ${force} then warung_window.held + 1 else 0 end)
      where ${force} or warung_window.held < excluded.capacity
    returning held`.execute(tx);
  return rows.length === 1;
}

/**
 * As `updateOrderStatus`, for several orders at once that go the same way.
 * @returns the ids of those that moved
 */
export async function updateOrderStatuses(
  tx: Tx,
  {
    from,
    to,
    nextAction,
  }: { readonly from: string; readonly to: string; readonly nextAction: string | null },
  moves: readonly { readonly id: number; readonly deadlineAt: Date; readonly heldWindow: Date | null }[],
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    update "order" o
       set status = ${to}, next_action = ${nextAction}, deadline_at = m."deadlineAt", held_window = m."heldWindow"
      from json_to_recordset(${JSON.stringify(moves)}::json)
             as m(id bigint, "deadlineAt" timestamptz, "heldWindow" timestamptz)
     where o.id = m.id and o.status = ${from}
    returning o.id`.execute(tx);
  return rows.map((row) => row.id);
}

/** Gives one place back. */
export async function releaseWindow(tx: Tx, warungId: number, startsAt: Date): Promise<void> {
  await tx
    .updateTable("warung_window")
    .set((eb) => ({ held: eb("held", "-", 1) }))
    .where("warung_id", "=", warungId)
    .where("starts_at", "=", startsAt)
    .execute();
}

/** @returns the id of the routing of each order, by order */
export async function insertRoutings(
  tx: Tx,
  routings: readonly { readonly orderId: number; readonly candidates: unknown }[],
): Promise<Map<number, number>> {
  const { rows } = await sql<{ id: number; order_id: number }>`
    insert into routing (order_id, candidates)
    select "orderId", candidates
      from json_to_recordset(${JSON.stringify(routings)}::json) as r("orderId" bigint, candidates jsonb)
    returning id, order_id`.execute(tx);
  return new Map(rows.map((row) => [row.order_id, row.id]));
}

export async function insertRouting(tx: Tx, orderId: number, candidates: unknown): Promise<number> {
  return (await insertRoutings(tx, [{ orderId, candidates }])).get(orderId)!;
}
