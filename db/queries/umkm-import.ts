import { sql } from "kysely";
import type { Tx } from "../client.server.ts";

export type UmkmRecord = {
  readonly slug: string;
  readonly kind: string;
  readonly name: string;
  readonly status: string;
  readonly nib: string;
  readonly owner_name: string;
  /** base64 */
  readonly nik_sealed: string | null;
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
};

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

/** The businesses whose owner's NIK has one of these fingerprints (base64). */
export async function listUmkmByNik(
  tx: Tx,
  fingerprints: readonly string[],
): Promise<{ nib: string; fingerprint: string }[]> {
  const { rows } = await sql<{ nib: string; fingerprint: string }>`
    select nib, encode(nik_fingerprint, 'base64') as fingerprint from umkm
     where nik_fingerprint = any(select decode(f, 'base64') from unnest(${fingerprints}::text[]) as f)`.execute(
    tx,
  );
  return rows;
}

/**
 * Adds businesses, or brings those with the same NIB up to date; address and status of a known one stay.
 * @returns a row per business that was added or changed; the others are as they were
 */
export async function upsertUmkm(
  tx: Tx,
  rows: readonly UmkmRecord[],
): Promise<{ id: number; inserted: boolean }[]> {
  const result = await sql<{ id: number; inserted: boolean }>`
    insert into umkm as u (slug, kind, name, status, nib, owner_name, nik_sealed, nik_fingerprint, mobile, address, rt, rw,
      village_code, district_code, regency_code, kbli, kbli_edition, pirt, halal, bpom, verified_at)
    select slug, kind, name, status, nib, owner_name, decode(nik_sealed, 'base64'), decode(nik_fingerprint, 'base64'),
           mobile, address, rt, rw, village_code, district_code, regency_code, kbli,
           case when kbli is not null then 2020 end, pirt, halal, bpom,
           case when status = 'verified' then now() end
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(slug text, kind text, name text, status text,
           nib text, owner_name text, nik_sealed text, nik_fingerprint text, mobile text, address text, rt text,
           rw text, village_code text, district_code text, regency_code text, kbli text, pirt text, halal text,
           bpom text)
    on conflict (nib) do update set
      kind = excluded.kind, name = excluded.name, owner_name = excluded.owner_name,
      nik_sealed = coalesce(excluded.nik_sealed, u.nik_sealed),
      nik_fingerprint = coalesce(excluded.nik_fingerprint, u.nik_fingerprint),
      mobile = excluded.mobile, address = excluded.address, rt = excluded.rt, rw = excluded.rw,
      village_code = excluded.village_code, district_code = excluded.district_code,
      regency_code = excluded.regency_code, kbli = excluded.kbli, kbli_edition = excluded.kbli_edition,
      pirt = excluded.pirt, halal = excluded.halal, bpom = excluded.bpom
    where (u.kind, u.name, u.owner_name, u.nik_fingerprint, u.mobile, u.address, u.rt, u.rw, u.village_code, u.kbli,
           u.pirt, u.halal, u.bpom)
      is distinct from
          (excluded.kind, excluded.name, excluded.owner_name, coalesce(excluded.nik_fingerprint, u.nik_fingerprint),
           excluded.mobile, excluded.address, excluded.rt, excluded.rw, excluded.village_code, excluded.kbli,
           excluded.pirt, excluded.halal, excluded.bpom)
    returning u.id, (u.xmax = 0) as inserted`.execute(tx);
  return result.rows;
}

/** Has the search text of these sellers' products written anew, as it holds the seller's name. @returns the products */
export async function refreshProductsOfUmkm(tx: Tx, umkmIds: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    update product set umkm_id = umkm_id where umkm_id = any(${umkmIds}::bigint[]) returning id`.execute(tx);
  return rows.map((row) => row.id);
}
