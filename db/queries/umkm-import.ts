import { sql } from "kysely";
import type { Tx } from "../client.server.ts";

/** What a spreadsheet says about a business; null where it says nothing. */
export type UmkmFields = {
  readonly kind: string;
  readonly name: string;
  readonly nib: string | null;
  readonly owner_name: string;
  /** base64 */
  readonly nik_fingerprint: string | null;
  readonly mobile: string;
  readonly address: string;
  readonly rt: string | null;
  readonly rw: string | null;
  readonly village_code: string;
  readonly district_code: string;
  readonly regency_code: string;
  readonly kbli: string | null;
  readonly pirt: string | null;
  readonly halal: string | null;
  readonly bpom: string | null;
  readonly category_slug: string | null;
  /** rupiah per month */
  readonly income_before: number | null;
  readonly income_now: number | null;
  readonly affected: boolean | null;
  /** a day, `2020-08-31` */
  readonly counted_on: string | null;
  readonly count_source: string | null;
};
export type KnownUmkm = UmkmFields & { readonly id: number };
/** NIK as base64 of what the secret box sealed */
type Sealed = { readonly nik_sealed: string | null };
export type NewUmkm = UmkmFields & Sealed & { readonly slug: string; readonly status: string };
export type ChangedUmkm = KnownUmkm & Sealed;

/** Which of these addresses are taken. */
export async function listTakenUmkmSlugs(tx: Tx, slugs: readonly string[]): Promise<string[]> {
  const rows = await tx
    .selectFrom("umkm")
    .select("slug")
    .where("slug", "=", sql<string>`any(${slugs}::text[])`)
    .execute();
  return rows.map((row) => row.slug);
}

/** The businesses already known by one of these NIB. */
export async function listUmkmByNib(
  tx: Tx,
  nibs: readonly string[],
): Promise<{ id: number; nib: string; name: string; regency_code: string }[]> {
  return tx
    .selectFrom("umkm")
    .select(["id", "nib", "name", "regency_code"])
    .where("nib", "=", sql<string>`any(${nibs}::text[])`)
    .$narrowType<{ nib: string }>()
    .execute();
}

/** The businesses that have one of these NIB, owners' NIK (fingerprints) or mobile numbers. */
export async function listKnownUmkm(
  tx: Tx,
  { nibs, niks, mobiles }: { nibs: readonly string[]; niks: readonly Buffer[]; mobiles: readonly string[] },
): Promise<KnownUmkm[]> {
  const { rows } = await sql<KnownUmkm>`
    select id, kind, name, nib, owner_name, encode(nik_fingerprint, 'base64') as nik_fingerprint, mobile, address, rt, rw,
           village_code, district_code, regency_code, kbli, pirt, halal, bpom, category_slug, income_before, income_now,
           affected, counted_on, count_source
      from umkm
     where id in (select id from umkm where nib = any(${nibs}::text[])
                  union select id from umkm where nik_fingerprint = any(${niks}::bytea[])
                  union select id from umkm where mobile = any(${mobiles}::text[]))
     order by id`.execute(tx);
  return rows;
}

const COLUMNS =
  sql.raw(`kind text, name text, nib text, owner_name text, nik_sealed text, nik_fingerprint text, mobile text,
  address text, rt text, rw text, village_code text, district_code text, regency_code text, kbli text, pirt text,
  halal text, bpom text, category_slug text, income_before bigint, income_now bigint, affected boolean,
  counted_on date, count_source text`);

/** Adds businesses, each with the event that it came by import. @returns their ids */
export async function insertUmkm(
  tx: Tx,
  rows: readonly NewUmkm[],
  by: { readonly kind: "officer" | "system"; readonly name: string },
): Promise<number[]> {
  const result = await sql<{ id: number }>`
    insert into umkm (slug, status, kind, name, nib, owner_name, nik_sealed, nik_fingerprint, mobile, address, rt, rw,
      village_code, district_code, regency_code, kbli, kbli_edition, pirt, halal, bpom, category_slug, income_before,
      income_now, affected, counted_on, count_source, verified_at, submitted_at)
    select slug, status, kind, name, nib, owner_name, decode(nik_sealed, 'base64'), decode(nik_fingerprint, 'base64'),
           mobile, address, rt, rw, village_code, district_code, regency_code, kbli,
           case when kbli is not null then 2020 end, pirt, halal, bpom, category_slug, income_before, income_now,
           affected, counted_on, count_source, case when status = 'verified' then now() end,
           case when status = 'submitted' then now() end
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(slug text, status text, ${COLUMNS})
    returning id`.execute(tx);
  const ids = result.rows.map((row) => row.id);
  await sql`
    insert into umkm_event (umkm_id, kind, actor_kind, actor_name)
    select id, 'imported', ${by.kind}, ${by.name} from unnest(${ids}::bigint[]) as id`.execute(tx);
  return ids;
}

/** Brings businesses up to date; address and status stay, and so does what the sheet says nothing about. */
export async function updateUmkm(tx: Tx, rows: readonly ChangedUmkm[]): Promise<void> {
  await sql`
    update umkm as u set
      kind = row.kind, name = row.name, owner_name = row.owner_name, mobile = row.mobile, address = row.address,
      rt = coalesce(row.rt, u.rt), rw = coalesce(row.rw, u.rw), nib = coalesce(row.nib, u.nib),
      nik_sealed = coalesce(decode(row.nik_sealed, 'base64'), u.nik_sealed),
      nik_fingerprint = coalesce(decode(row.nik_fingerprint, 'base64'), u.nik_fingerprint),
      village_code = row.village_code, district_code = row.district_code, regency_code = row.regency_code,
      kbli = coalesce(row.kbli, u.kbli),
      kbli_edition = case when row.kbli is not null then 2020 else u.kbli_edition end,
      pirt = coalesce(row.pirt, u.pirt), halal = coalesce(row.halal, u.halal), bpom = coalesce(row.bpom, u.bpom),
      category_slug = coalesce(row.category_slug, u.category_slug),
      income_before = coalesce(row.income_before, u.income_before),
      income_now = coalesce(row.income_now, u.income_now), affected = coalesce(row.affected, u.affected),
      counted_on = coalesce(row.counted_on, u.counted_on),
      count_source = coalesce(row.count_source, u.count_source)
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(id bigint, ${COLUMNS})
     where u.id = row.id`.execute(tx);
}

/** The products of these sellers, in id order. */
export async function listProductsOfUmkm(tx: Tx, umkmIds: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select id from product where umkm_id = any(${umkmIds}::bigint[]) order by id`.execute(tx);
  return rows.map((row) => row.id);
}
