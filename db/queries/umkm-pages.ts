import { sql } from "kysely";
import type { Db } from "../client.server.ts";
import { type CardRow, cardColumns, cardJoins } from "./catalogue-pages.ts";

export type UmkmPageRow = {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly kind: string;
  readonly about: string;
  readonly pirt: string | null;
  readonly halal: string | null;
  readonly bpom: string | null;
  readonly village: string;
  readonly district: string;
  readonly regency: string;
  readonly regency_kind: string;
  readonly verified_at: Date | null;
  readonly products: number;
};

/** A verified seller with the number of their public products (counted up to 1,000). */
export async function findUmkmRow(db: Db, slug: string): Promise<UmkmPageRow | undefined> {
  const { rows } = await sql<UmkmPageRow>`
    select u.id, u.slug, u.name, u.kind, u.about, u.pirt, u.halal, u.bpom, v.name as village, d.name as district,
      r.name as regency, r.kind as regency_kind, u.verified_at,
      (select count(*)::int from (select 1 from product p where p.umkm_id = u.id and p.public limit 1000) counted) as products
    from umkm u
    join village v on v.code = u.village_code
    join district d on d.code = u.district_code
    join regency r on r.code = u.regency_code
    where u.slug = ${slug} and u.status = 'verified'`.execute(db);
  return rows[0];
}

export async function findUmkmCardRows(
  db: Db,
  umkmId: number,
  limit: number,
  offset: number,
): Promise<CardRow[]> {
  const { rows } = await sql<CardRow>`
    select ${cardColumns}
    from (select id from product where umkm_id = ${umkmId} and public order by id limit ${limit} offset ${offset}) page
    join product p on p.id = page.id
    ${cardJoins}
    order by p.id`.execute(db);
  return rows;
}
