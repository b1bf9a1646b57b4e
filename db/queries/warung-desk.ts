import { sql } from "kysely";
import type { Db } from "../client.server.ts";
import { type OpeningColumns, openingOfW } from "./opening.ts";

/** `regencyCode` null: the whole province. */
type Place = { readonly regencyCode: string | null };

export type RegencyWarungRow = {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly nominated: number;
  readonly designated: number;
  readonly ready: number;
  readonly paused: number;
  readonly suspended: number;
  /** all of them */
  readonly warung: number;
};

/** Per regency: its warung by state. */
export async function countWarungPerRegency(db: Db, { regencyCode }: Place): Promise<RegencyWarungRow[]> {
  const here = regencyCode === null ? sql`` : sql`where r.code = ${regencyCode}`;
  const counted = (status: string) => sql`(count(*) filter (where w.status = ${status}))::int`;
  const { rows } = await sql<RegencyWarungRow>`
    select r.code, r.name, r.kind, ${counted("nominated")} as nominated, ${counted("designated")} as designated,
      ${counted("ready")} as ready, ${counted("paused")} as paused, ${counted("suspended")} as suspended,
      count(w.id)::int as warung
    from regency r left join warung w on w.regency_code = r.code ${here}
    group by r.code order by r.kind, r.name`.execute(db);
  return rows;
}

export type WarungListRow = OpeningColumns & {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly keeper_name: string;
  readonly mobile: string;
  readonly status: string;
  readonly pause_reason: string | null;
  readonly returned_reason: string | null;
  readonly suspended_reason: string | null;
  readonly village: string;
  readonly district: string;
  readonly regency: string;
  readonly regency_kind: string;
  readonly window_capacity: number;
  readonly held_today: number;
};

export type WarungQuestion = Place & {
  /** every word must be in name, keeper, village or district */
  readonly words: readonly string[];
  readonly status: string | undefined;
  /** slug of the last one seen */
  readonly after: string | undefined;
  readonly dayStart: Date;
  readonly limit: number;
};

/** Warung of a regency (or of all), paused ones first, then by name. */
export async function findWarungRows(db: Db, question: WarungQuestion): Promise<WarungListRow[]> {
  const { regencyCode, words, status, after, dayStart, limit } = question;
  const conditions = [
    sql`true`,
    ...(regencyCode === null ? [] : [sql`w.regency_code = ${regencyCode}`]),
    ...(status === undefined ? [] : [sql`w.status = ${status}`]),
    ...words.map((word) => {
      const pattern = `%${word.replace(/[\\%_]/g, "\\$&")}%`;
      return sql`w.search_text like lower(unaccent(${pattern}))`;
    }),
    ...(after
      ? [
          sql`(w.status <> 'paused', w.name, w.id) >
            (select x.status <> 'paused', x.name, x.id from warung x where x.slug = ${after})`,
        ]
      : []),
  ];
  const { rows } = await sql<WarungListRow>`
    select w.id, w.slug, w.name, w.keeper_name, w.mobile, w.status, w.pause_reason, w.returned_reason,
      w.suspended_reason, v.name as village, d.name as district, r.name as regency, r.kind as regency_kind,
      w.window_capacity,
      coalesce((select sum(x.held) from warung_window x where x.warung_id = w.id and x.starts_at >= ${dayStart}
         and x.starts_at < ${dayStart}::timestamptz + interval '1 day'), 0)::int as held_today,
      ${openingOfW}
    from (select * from warung w where ${sql.join(conditions, sql` and `)}
           order by w.status <> 'paused', w.name, w.id limit ${limit}) w
    join village v on v.code = w.village_code
    join district d on d.code = w.district_code
    join regency r on r.code = w.regency_code
    order by w.status <> 'paused', w.name, w.id`.execute(db);
  return rows;
}

export type WarungCaseRow = {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly keeper_name: string;
  readonly mobile: string;
  readonly address: string;
  readonly rt: string | null;
  readonly rw: string | null;
  readonly village_code: string;
  readonly village: string;
  readonly district: string;
  readonly regency_code: string;
  readonly regency: string;
  readonly regency_kind: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly status: string;
  readonly window_capacity: number;
  readonly nominated_at: Date;
  readonly nominated_reason: string | null;
  readonly returned_reason: string | null;
  readonly decree_number: string | null;
  readonly decree_date: string | null;
  readonly ready_at: Date | null;
  readonly suspended_reason: string | null;
  readonly pause_reason: string | null;
  /** districts it serves, each with the number of villages */
  readonly area: readonly { readonly district: string; readonly villages: number }[];
  /** real orders of the last 30 days */
  readonly delivered: number;
  readonly offers: number;
  readonly declined: number;
  readonly expired: number;
};

/** One warung as its officers see it. */
export async function findWarungCaseRow(db: Db, slug: string): Promise<WarungCaseRow | undefined> {
  const { rows } = await sql<WarungCaseRow>`
    select w.id, w.slug, w.name, w.keeper_name, w.mobile, w.address, w.rt, w.rw, w.village_code, v.name as village,
      d.name as district, w.regency_code, r.name as regency, r.kind as regency_kind, w.latitude, w.longitude, w.status,
      w.window_capacity, w.nominated_at, w.nominated_reason, w.returned_reason, w.decree_number, w.decree_date,
      w.ready_at, w.suspended_reason, w.pause_reason,
      coalesce((select json_agg(json_build_object('district', a.name, 'villages', a.villages) order by a.villages desc, a.name)
         from (select sd.name, count(*)::int as villages from warung_service_village s
                 join village sv on sv.code = s.village_code join district sd on sd.code = sv.district_code
                where s.warung_id = w.id group by sd.code) a), '[]') as area,
      (select count(*)::int from "order" o where o.warung_id = w.id and o.placed_at >= now() - interval '30 days'
          and not o.is_test and o.status in ('delivered', 'completed')) as delivered,
      asked.offers, asked.declined, asked.expired
    from warung w
    join village v on v.code = w.village_code
    join district d on d.code = w.district_code
    join regency r on r.code = w.regency_code
    cross join lateral (
      select count(*)::int as offers, (count(*) filter (where f.status = 'declined'))::int as declined,
             (count(*) filter (where f.status = 'expired'))::int as expired
        from offer f join "order" o on o.id = f.order_id
       where f.warung_id = w.id and f.offered_at >= now() - interval '30 days' and not o.is_test) asked
    where w.slug = ${slug}`.execute(db);
  return rows[0];
}
