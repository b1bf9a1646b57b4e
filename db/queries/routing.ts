import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";
import { type OpeningColumns, openingOfW } from "./opening.ts";

export type CandidateRow = OpeningColumns & {
  readonly warung_id: number;
  readonly name: string;
  readonly mobile: string;
  readonly status: string;
  readonly takes_cash: boolean;
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
  readonly dayStart: Date;
  readonly monthStart: Date;
  /** to know who was asked already; null before there is an order */
  readonly orderId: number | null;
};

/**
 * The warung a routing looks at: all that serve the village, and the rest of its district with them, so that "why not
 * the one next door" has an answer. A dozen rows, whatever the size of the market.
 */
export async function findCandidates(db: Db | Tx, question: CandidateQuestion): Promise<CandidateRow[]> {
  const { villageCode, stapleIds, windowStart, dayStart, monthStart, orderId } = question;
  const { rows } = await sql<CandidateRow>`
    with buyer as (select code, district_code, latitude, longitude from village where code = ${villageCode}),
    candidate as (
      select s.warung_id as id, true as serves from warung_service_village s where s.village_code = ${villageCode}
      union all
      select w.id, false from warung w, buyer b
       where w.district_code = b.district_code and not exists (
         select 1 from warung_service_village s where s.village_code = ${villageCode} and s.warung_id = w.id))
    select w.id as warung_id, w.slug, w.name, w.address, wv.name as village, w.mobile, w.status, w.takes_cash,
      w.offers_pickup, c.serves, w.latitude, w.longitude,
      w.village_code = b.code as same_village,
      w.district_code = b.district_code as same_district,
      case when w.latitude is null or w.longitude is null then null
           else round(earth_distance(ll_to_earth(w.latitude, w.longitude), ll_to_earth(b.latitude, b.longitude)))::int
      end as distance_m,
      ${openingOfW},
      coalesce((select json_agg(json_build_object('up_to_m', f.up_to_m, 'fee', f.fee) order by f.up_to_m)
                  from warung_fee f where f.warung_id = w.id), '[]') as fees,
      ${orderId}::bigint is not null and exists (
        select 1 from offer o where o.order_id = ${orderId}::bigint and o.warung_id = w.id) as asked,
      coalesce((select json_agg(st.name order by st.position) from unnest(${stapleIds}::bigint[]) as wanted(id)
                  join staple st on st.id = wanted.id
                  left join warung_staple ws on ws.warung_id = w.id and ws.staple_id = wanted.id
                 where coalesce(ws.availability, 'habis') = 'habis'), '[]') as staples_out,
      (select count(*)::int from warung_staple ws where ws.warung_id = w.id
          and ws.staple_id = any(${stapleIds}::bigint[]) and ws.availability = 'sedikit') as staples_few,
      w.window_capacity,
      coalesce((select held from warung_window x where x.warung_id = w.id and x.starts_at = ${windowStart}), 0)::int
        as window_held,
      coalesce(load.today, 0)::int as held_today, coalesce(load.month, 0)::int as held_month
    from candidate c join warung w on w.id = c.id join village wv on wv.code = w.village_code cross join buyer b
    left join lateral (
      select sum(x.held) as month,
             sum(x.held) filter (where x.starts_at >= ${dayStart} and x.starts_at < ${dayStart}::timestamptz + interval '1 day') as today
        from warung_window x where x.warung_id = w.id and x.starts_at >= ${monthStart}) load on true`.execute(
    db,
  );
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

/** Gives one place back. */
export async function releaseWindow(tx: Tx, warungId: number, startsAt: Date): Promise<void> {
  await tx
    .updateTable("warung_window")
    .set((eb) => ({ held: eb("held", "-", 1) }))
    .where("warung_id", "=", warungId)
    .where("starts_at", "=", startsAt)
    .execute();
}

export async function insertRouting(tx: Tx, orderId: number, candidates: unknown): Promise<number> {
  const row = await tx
    .insertInto("routing")
    .values({ order_id: orderId, candidates: JSON.stringify(candidates) })
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

/** The newest routing of an order, with what it said of each candidate. */
export async function findLastRouting<Candidate>(
  db: Db | Tx,
  orderId: number,
): Promise<{ id: number; at: Date; candidates: Candidate[] } | undefined> {
  const row = await db
    .selectFrom("routing")
    .select(["id", "at", "candidates"])
    .where("order_id", "=", orderId)
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row && { id: row.id, at: row.at, candidates: row.candidates as unknown as Candidate[] };
}
