import { sql } from "kysely";
import type { Db } from "../client.server.ts";

export type SitemapRow = { readonly slug: string; readonly changed: Date };

/** The highest ids there are; 0 when there is nothing. */
export async function findLastIds(db: Db): Promise<{ product: number; umkm: number }> {
  const { rows } = await sql<{ product: number; umkm: number }>`
    select coalesce((select max(id) from product), 0) as product, coalesce((select max(id) from umkm), 0) as umkm`.execute(
    db,
  );
  return rows[0]!;
}

/** Public products with ids after `after` up to `last`. */
export async function findProductSlugs(db: Db, after: number, last: number): Promise<SitemapRow[]> {
  const { rows } = await sql<SitemapRow>`
    select slug, updated_at as changed from product where public and id > ${after} and id <= ${last} order by id`.execute(
    db,
  );
  return rows;
}

/** Verified sellers with public products, with ids after `after` up to `last`. */
export async function findSellerSlugs(db: Db, after: number, last: number): Promise<SitemapRow[]> {
  const { rows } = await sql<SitemapRow>`
    select u.slug, goods.changed
    from umkm u
    cross join lateral (select max(p.updated_at) as changed from product p where p.umkm_id = u.id and p.public) goods
    where u.status = 'verified' and u.id > ${after} and u.id <= ${last} and goods.changed is not null
    order by u.id`.execute(db);
  return rows;
}

/** Kinds and regencies that have public products together. */
export async function findFilledShelves(db: Db): Promise<{ category: string; regency: string }[]> {
  const { rows } = await sql<{ category: string; regency: string }>`
    select category_slug as category, regency_code as regency from shelf_count
    group by 1, 2 having sum(count) > 0 order by 1, 2`.execute(db);
  return rows;
}
