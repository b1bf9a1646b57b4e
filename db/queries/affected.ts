import { sql } from "kysely";
import type { Db } from "../client.server.ts";

export type AffectedRow = {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly umkm: number;
  readonly koperasi: number;
  /** those of whom it is known whether they are affected */
  readonly counted: number;
  readonly affected: number;
  /** those whose income now is known, and those of them who have none */
  readonly income_known: number;
  readonly without_income: number;
  /** rupiah per month */
  readonly median_before: number | null;
  readonly median_now: number | null;
  readonly sum_before: number;
  readonly sum_now: number;
  /** WIB dates of the first and the last count */
  readonly first_counted: string | null;
  readonly last_counted: string | null;
  readonly sources: readonly string[];
};

/** Figures of the businesses on record (without drafts), per regency; and of all together, under the code `18`. */
export async function countAffected(db: Db, regencyCode: string | null): Promise<AffectedRow[]> {
  const here = regencyCode === null ? sql`` : sql`where r.code = ${regencyCode}`;
  const { rows } = await sql<AffectedRow>`
    select coalesce(r.code, '18') as code,
      case grouping(r.code) when 0 then min(r.name) else 'Provinsi Lampung' end as name,
      case grouping(r.code) when 0 then min(r.kind) else 'provinsi' end as kind,
      (count(u.id) filter (where u.kind = 'UMKM'))::int as umkm,
      (count(u.id) filter (where u.kind = 'Koperasi'))::int as koperasi,
      count(u.affected)::int as counted,
      (count(*) filter (where u.affected))::int as affected,
      count(u.income_now)::int as income_known,
      (count(*) filter (where u.income_now = 0))::int as without_income,
      round(percentile_cont(0.5) within group (order by u.income_before))::bigint as median_before,
      round(percentile_cont(0.5) within group (order by u.income_now))::bigint as median_now,
      coalesce(sum(u.income_before), 0)::bigint as sum_before,
      coalesce(sum(u.income_now), 0)::bigint as sum_now,
      min(u.counted_on) as first_counted, max(u.counted_on) as last_counted,
      coalesce(array_agg(distinct u.count_source) filter (where u.count_source is not null), '{}') as sources
    from regency r left join umkm u on u.regency_code = r.code and u.status <> 'draft' ${here}
    group by grouping sets ((r.code), ())
    order by grouping(r.code), min(r.kind), min(r.name)`.execute(db);
  return regencyCode === null ? rows : rows.filter((row) => row.code !== "18");
}

export type ExportRow = {
  readonly id: number;
  readonly name: string;
  readonly kind: string;
  readonly owner_name: string;
  readonly nik_sealed: Buffer | null;
  readonly nib: string | null;
  readonly mobile: string;
  readonly address: string;
  readonly village: string;
  readonly district: string;
  readonly regency: string;
  readonly kbli: string | null;
  readonly category: string | null;
  readonly status: string;
  readonly income_before: number | null;
  readonly income_now: number | null;
  readonly affected: boolean | null;
  readonly counted_on: string | null;
  readonly count_source: string | null;
};

/** The next `limit` businesses on record (without drafts) of a regency (null: of all), by id. */
export async function findExportRows(
  db: Db,
  question: { regencyCode: string | null; afterId: number; limit: number },
): Promise<ExportRow[]> {
  const { regencyCode, afterId, limit } = question;
  const here = regencyCode === null ? sql`` : sql`and u.regency_code = ${regencyCode}`;
  const { rows } = await sql<ExportRow>`
    select u.id, u.name, u.kind, u.owner_name, u.nik_sealed, u.nib, u.mobile, u.address, v.name as village,
      d.name as district, case r.kind when 'kota' then 'Kota ' else '' end || r.name as regency, u.kbli,
      c.name as category, u.status, u.income_before, u.income_now, u.affected, u.counted_on, u.count_source
    from (select u.* from umkm u where u.id > ${afterId} and u.status <> 'draft' ${here} order by u.id limit ${limit}) u
    join village v on v.code = u.village_code
    join district d on d.code = u.district_code
    join regency r on r.code = u.regency_code
    left join category c on c.slug = u.category_slug
    order by u.id`.execute(db);
  return rows;
}

/** How many there are. */
export async function countExportRows(db: Db, regencyCode: string | null): Promise<number> {
  const here = regencyCode === null ? sql`` : sql`and regency_code = ${regencyCode}`;
  const { rows } = await sql<{ rows: number }>`
    select count(*)::int as rows from umkm where status <> 'draft' ${here}`.execute(db);
  return rows[0]!.rows;
}
