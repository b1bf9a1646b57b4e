import { sql } from "kysely";
import type { Db } from "../client.server.ts";

export type ShareRow = {
  readonly slug: string;
  readonly name: string;
  readonly village: string;
  readonly district: string;
  readonly status: string;
  readonly pause_reason: string | null;
  readonly suspended_reason: string | null;
  readonly paused_until: Date | null;
  /** could take orders before the month was over */
  readonly was_ready: boolean;
  readonly offers: number;
  readonly accepted: number;
  readonly declined: number;
  readonly expired: number;
  /** given by an officer without being asked by the routing */
  readonly assigned: number;
  readonly to_officer: number;
  /** from when its answering time ran; null when it accepted none */
  readonly median_minutes: number | null;
  readonly orders: number;
  readonly late: number;
  readonly cancelled: number;
  readonly paused_hours: number;
};

/**
 * How each warung of a regency did between two moments: what it was asked and how it answered, what it had to deliver,
 * how long it was paused. Test orders count nowhere.
 */
export async function findShareRows(
  db: Db,
  { regencyCode, from, until, now }: { regencyCode: string; from: Date; until: Date; now: Date },
): Promise<ShareRow[]> {
  const { rows } = await sql<ShareRow>`
    select w.slug, w.name, v.name as village, d.name as district, w.status, w.pause_reason, w.suspended_reason,
      case when w.paused_until > ${now} then w.paused_until end as paused_until,
      coalesce(w.ready_at < ${until}, false) as was_ready, asked.*, taken.*, pause.paused_hours
    from warung w
    join village v on v.code = w.village_code
    join district d on d.code = w.district_code
    cross join lateral (
      select (count(*) filter (where by_rule))::int as offers,
        (count(*) filter (where by_rule and f.status = 'accepted'))::int as accepted,
        (count(*) filter (where by_rule and f.status = 'declined'))::int as declined,
        (count(*) filter (where by_rule and f.status = 'expired'))::int as expired,
        (count(*) filter (where not by_rule))::int as assigned,
        (count(distinct f.order_id) filter (where (
          select true from order_event e where e.order_id = f.order_id and e.kind = 'needs_officer' limit 1)))::int as to_officer,
        -- the answering time runs from half of it before its reminder: an offer at night waits for the morning
        round((percentile_cont(0.5) within group (order by greatest(0, extract(epoch from
            f.decided_at - greatest(f.offered_at, f.remind_at - (f.expires_at - f.remind_at)))) / 60)
          filter (where by_rule and f.status = 'accepted'))::numeric, 1)::float8 as median_minutes
      from offer f
      join "order" o on o.id = f.order_id
      -- what an officer gives is accepted at once, without a time to answer
      cross join lateral (select f.remind_at > f.offered_at as by_rule) kind
      where f.warung_id = w.id and f.offered_at >= ${from} and f.offered_at < ${until} and not o.is_test) asked
    cross join lateral (
      select count(*)::int as orders, (count(*) filter (where o.status = 'cancelled'))::int as cancelled,
        (count(*) filter (where o.status <> 'cancelled' and coalesce(
          (select min(e.at) from order_event e where e.order_id = o.id and e.kind = 'delivered'), ${now}) > o.promise_until))::int
          as late
      from "order" o
      where o.warung_id = w.id and o.placed_at >= ${from} and o.placed_at < ${until} and not o.is_test) taken
    cross join lateral (
      select coalesce(sum(extract(epoch from least(coalesce(p.ends_at, ${now}), ${until}, ${now})
        - greatest(p.starts_at, ${from}))) / 3600, 0)::float8 as paused_hours
      from warung_pause p
      where p.warung_id = w.id and p.starts_at < least(${until}::timestamptz, ${now}) and coalesce(p.ends_at, ${now}) > ${from}) pause
    where w.regency_code = ${regencyCode}
      and (w.status in ('ready', 'paused') or asked.offers > 0 or asked.assigned > 0 or taken.orders > 0)
    order by w.name, w.id`.execute(db);
  return rows;
}

export type ChoiceRow = {
  readonly routing_id: number;
  readonly at: Date;
  readonly code: string;
  readonly village: string;
  /** as the routing judged this warung; null: it did not look at it */
  readonly mine: unknown;
  /** as it judged the one that was asked; null: nobody was */
  readonly asked: unknown;
  readonly asked_is_mine: boolean;
  readonly asked_name: string | null;
  /** an officer gave the order away on the telephone */
  readonly by_officer: boolean;
  readonly has_staples: boolean;
  readonly outcome: string | null;
  readonly declined_reason: string | null;
};

/** Every look the routing took since a moment at who could bring an order to a village of this warung, the newest first. */
export async function findChoiceRows(
  db: Db,
  { warungId, since, limit }: { warungId: number; since: Date; limit: number },
): Promise<ChoiceRow[]> {
  const { rows } = await sql<ChoiceRow>`
    with recent as materialized (
      select g.id, g.at, g.order_id, g.candidates, o.code, o.chosen_warung_id, v.name as village
        from warung_service_village s
        join "order" o on o.village_code = s.village_code and o.placed_at >= ${since}
        join routing g on g.order_id = o.id
        join village v on v.code = o.village_code
       where s.warung_id = ${warungId} and not o.is_test
       order by g.id desc limit ${limit})
    select g.id as routing_id, g.at, g.code, g.village,
      jsonb_path_query_first(g.candidates, '$[*] ? (@.warungId == $id)', jsonb_build_object('id', ${warungId}::bigint)) as mine,
      jsonb_path_query_first(g.candidates, '$[*] ? (@.warungId == $id)', jsonb_build_object('id', f.warung_id)) as asked,
      f.warung_id is not distinct from ${warungId}::bigint as asked_is_mine, w.name as asked_name,
      coalesce(f.remind_at = f.offered_at, false) as by_officer,
      -- a plain sub-select is looked up per order; "exists" may be hashed, which reads every line there ever was
      coalesce((select true from order_line l where l.order_id = g.order_id and l.staple_id is not null limit 1), false)
        as has_staples,
      f.status as outcome, f.declined_reason
    from recent g
    left join offer f on f.order_id = g.order_id and f.routing_id = g.id
    left join warung w on w.id = f.warung_id
    order by g.id desc`.execute(db);
  return rows;
}

/** The warung of this address, as far as the reports need it. */
export async function findShareWarung(
  db: Db,
  slug: string,
): Promise<{ id: number; name: string; slug: string; regency_code: string; villages: number } | undefined> {
  const { rows } = await sql<{
    id: number;
    name: string;
    slug: string;
    regency_code: string;
    villages: number;
  }>`
    select w.id, w.name, w.slug, w.regency_code,
      (select count(*)::int from warung_service_village s where s.warung_id = w.id) as villages
    from warung w where w.slug = ${slug}`.execute(db);
  return rows[0];
}
