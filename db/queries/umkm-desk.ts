import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";

/** `regencyCode` null: the whole province. */
type Place = { readonly regencyCode: string | null };

export type UmkmListRow = {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly owner_name: string;
  readonly status: string;
  readonly category: string | null;
  readonly district: string;
  readonly regency: string;
  readonly regency_kind: string;
  /** sent, or brought in by an import */
  readonly since: Date;
};

const list = (found: ReturnType<typeof sql>, order: ReturnType<typeof sql>) => sql<UmkmListRow>`
  select u.id, u.slug, u.name, u.owner_name, u.status, coalesce(c.name, k.title) as category, d.name as district,
    r.name as regency, r.kind as regency_kind, coalesce(u.submitted_at, u.created_at) as since
  from (${found}) u
  join district d on d.code = u.district_code
  join regency r on r.code = u.regency_code
  left join category c on c.slug = u.category_slug
  left join kbli k on k.code = u.kbli
  order by ${order}`;

const hereOf = ({ regencyCode }: Place) =>
  regencyCode === null ? sql`` : sql`and u.regency_code = ${regencyCode}`;

/** Applications that wait, the oldest first. `after` is the slug of the last one seen. */
export async function findWaitingUmkm(
  db: Db,
  question: Place & { after: string | undefined; limit: number },
): Promise<UmkmListRow[]> {
  const { after, limit } = question;
  const onwards = after
    ? sql`and (coalesce(u.submitted_at, u.created_at), u.id) >
        (select coalesce(x.submitted_at, x.created_at), x.id from umkm x where x.slug = ${after})`
    : sql``;
  const found = sql`select u.* from umkm u where u.status = 'submitted' ${hereOf(question)} ${onwards}
    order by coalesce(u.submitted_at, u.created_at), u.id limit ${limit}`;
  return (await list(found, sql`since, u.id`).execute(db)).rows;
}

/**
 * Businesses in one state, or (with words) of any state that an officer sees, by name, owner or NIB; newest first.
 * `after` is the slug of the last one seen.
 */
export async function findUmkmList(
  db: Db,
  question: Place & { status: string; words: string; after: string | undefined; limit: number },
): Promise<UmkmListRow[]> {
  const { status, words, after, limit } = question;
  const pattern = `%${words.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;
  const wanted = words
    ? sql`u.status <> 'draft' and (lower(u.name) like ${pattern} or lower(u.owner_name) like ${pattern}
        or u.nib = ${words.replace(/\D/g, "")})`
    : sql`u.status = ${status}`;
  const onwards = after ? sql`and u.id < (select x.id from umkm x where x.slug = ${after})` : sql``;
  const found = sql`select u.* from umkm u where ${wanted} ${hereOf(question)} ${onwards}
    order by u.id desc limit ${limit}`;
  return (await list(found, sql`u.id desc`).execute(db)).rows;
}

/**
 * A few of the newest 2,000 verified businesses that nobody spot-checked: the same ones all day (`day`, WIB), so that
 * the sample does not change under the officer's hands.
 */
export async function findSpotChecks(
  db: Db,
  question: Place & { day: string; limit: number },
): Promise<UmkmListRow[]> {
  const found = sql`select * from (select u.* from umkm u where u.status = 'verified' and u.spot_checked_at is null
      ${hereOf(question)} order by u.verified_at desc, u.id limit 2000) newest
    order by md5(id || ${question.day}::text) limit ${question.limit}`;
  return (await list(found, sql`md5(u.id || ${question.day}::text)`).execute(db)).rows;
}

export type SimilarRow = {
  readonly slug: string;
  readonly name: string;
  readonly owner_name: string;
  readonly status: string;
  readonly regency_code: string;
  readonly district: string;
  readonly same_mobile: boolean;
  readonly same_nik: boolean;
  /** 0 … 1, how alike the names are (pg_trgm) */
  readonly likeness: number;
};

/** Businesses with the same number, the same owner's NIK, or (in the same regency) nearly the same name. */
export async function findSimilarUmkm(
  db: Db,
  umkmId: number,
  { likeness, limit }: { likeness: number; limit: number },
): Promise<SimilarRow[]> {
  const { rows } = await sql<SimilarRow>`
    with me as (select id, lower(name) as name, mobile, nik_fingerprint, regency_code from umkm where id = ${umkmId}),
    alike as (
      select u.id from umkm u, me where u.mobile = me.mobile
      union select u.id from umkm u, me where u.nik_fingerprint = me.nik_fingerprint
      union (select u.id from umkm u, me where lower(u.name) % me.name and u.regency_code = me.regency_code
              and similarity(lower(u.name), me.name) >= ${likeness}
              order by similarity(lower(u.name), me.name) desc limit ${limit + 1}))
    select u.slug, u.name, u.owner_name, u.status, u.regency_code, d.name as district, u.mobile = me.mobile as same_mobile,
      coalesce(u.nik_fingerprint = me.nik_fingerprint, false) as same_nik,
      similarity(lower(u.name), me.name) as likeness
    from alike join umkm u on u.id = alike.id join district d on d.code = u.district_code, me
    where u.id <> me.id and u.status <> 'draft'
    order by same_nik desc, same_mobile desc, likeness desc, u.id limit ${limit}`.execute(db);
  return rows;
}

export async function listProductIdsOf(tx: Tx, umkmId: number): Promise<number[]> {
  const rows = await tx.selectFrom("product").select("id").where("umkm_id", "=", umkmId).execute();
  return rows.map((row) => row.id);
}

export async function findDocument(
  db: Db | Tx,
  slug: string,
  documentId: number,
): Promise<{ file: string; kind: string; slug: string; name: string; regency_code: string } | undefined> {
  return db
    .selectFrom("document as d")
    .innerJoin("umkm as u", "u.id", "d.umkm_id")
    .select(["d.file", "d.kind", "u.slug", "u.name", "u.regency_code"])
    .where("u.slug", "=", slug)
    .where("u.status", "<>", "draft")
    .where("d.id", "=", documentId)
    .executeTakeFirst();
}

/** Marks a verified business as looked at again. @returns false when it was, or is not verified */
export async function markSpotChecked(tx: Tx, umkmId: number): Promise<boolean> {
  const result = await tx
    .updateTable("umkm")
    .set({ spot_checked_at: sql<Date>`now()` })
    .where("id", "=", umkmId)
    .where("status", "=", "verified")
    .where("spot_checked_at", "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** How many lie with their owners again (counted up to 1,000), and since when the oldest application waits. */
export async function countUmkmDesk(
  db: Db,
  place: Place,
): Promise<{ returned: number; oldest: Date | null }> {
  const { rows } = await sql<{ returned: number; oldest: Date | null }>`
    select (select count(*)::int from (select 1 from umkm u where u.status = 'returned' ${hereOf(place)} limit 1000) r)
        as returned,
      (select coalesce(u.submitted_at, u.created_at) from umkm u where u.status = 'submitted' ${hereOf(place)}
        order by coalesce(u.submitted_at, u.created_at), u.id limit 1) as oldest`.execute(db);
  return rows[0]!;
}
