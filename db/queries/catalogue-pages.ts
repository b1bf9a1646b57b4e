import { sql } from "kysely";
import type { Db } from "../client.server.ts";

export type CardRow = {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly price_from: number;
  readonly several_prices: boolean;
  readonly in_stock: boolean;
  readonly seller: string;
  readonly district: string;
  readonly district_code: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly regency: string;
  readonly regency_kind: string;
  readonly hash: string | null;
  readonly ground: string | null;
  readonly alt: string | null;
};

/** What a card shows of product `p`; every part is read by key, so a page costs as much as it has cards. */
export const cardColumns = sql`
  p.id, p.slug, p.name, p.price_from, p.in_stock, u.name as seller, d.name as district, d.code as district_code,
  d.latitude, d.longitude, r.name as regency, r.kind as regency_kind, m.hash, m.ground, ph.alt,
  coalesce((select max(v.price) from variant v where v.product_id = p.id) > p.price_from, false) as several_prices`;

export const cardJoins = sql`
  join umkm u on u.id = p.umkm_id
  join district d on d.code = p.made_in_district_code
  join regency r on r.code = p.regency_code
  left join lateral (select media_id, alt from product_photo where product_id = p.id order by position limit 1) ph on true
  left join media m on m.id = ph.media_id`;

/** Public products among `ids`, in the order of `ids`. */
export async function findCardRows(db: Db, ids: readonly number[]): Promise<CardRow[]> {
  const { rows } = await sql<CardRow>`
    select ${cardColumns}
    from unnest(${ids}::bigint[]) with ordinality as wanted (id, place)
    join product p on p.id = wanted.id and p.public
    ${cardJoins}
    order by wanted.place`.execute(db);
  return rows;
}

/**
 * Products for the home page: of the village's district (`near` 1), its regency (2), and the newest of Lampung (3).
 * From the first few hundred of each it takes one per kind of goods and seller, then a second, so that the shelf is
 * varied and whoever puts up many things at once does not fill it.
 */
export async function findHomeRows(
  db: Db,
  place: { readonly districtCode: string; readonly regencyCode: string } | null,
  each: number,
): Promise<(CardRow & { near: number })[]> {
  const district = place?.districtCode ?? "";
  const regency = place?.regencyCode ?? "";
  const { rows } = await sql<CardRow & { near: number }>`
    with best as (
      (select id, 1 as near, category_slug, umkm_id, row_number() over (order by sold desc, id) as place from product
        where public and in_stock and made_in_district_code = ${district} order by sold desc, id limit 200)
      union all
      (select id, 2, category_slug, umkm_id, row_number() over (order by sold desc, id) from product
        where public and in_stock and regency_code = ${regency} and made_in_district_code <> ${district}
        order by sold desc, id limit 200)
      union all
      (select id, 3, category_slug, umkm_id, row_number() over (order by id desc) from product
        where public order by id desc limit 400)
    ), varied as (
      select id, near, place, greatest(
          row_number() over (partition by near, category_slug order by place),
          row_number() over (partition by near, umkm_id order by place)) as turn
      from best
    ), chosen as (
      select id, near, turn, place, row_number() over (partition by near order by turn, place) as rank from varied
    )
    select ${cardColumns}, chosen.near
    from chosen join product p on p.id = chosen.id
    ${cardJoins}
    where chosen.rank <= ${each}
    order by chosen.near, chosen.rank`.execute(db);
  return rows;
}

export type ProductRow = {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly description: string;
  readonly category_slug: string;
  readonly category: string;
  readonly pirt: string | null;
  readonly halal: string | null;
  readonly bpom: string | null;
  readonly district: string;
  readonly district_code: string;
  readonly regency: string;
  readonly regency_code: string;
  readonly regency_kind: string;
  readonly umkm_id: number;
  readonly seller: string;
  readonly seller_slug: string;
  readonly seller_kind: string;
  readonly photos: readonly { readonly hash: string; readonly ground: string; readonly alt: string }[];
  readonly variants: readonly {
    readonly id: number;
    readonly label: string;
    readonly price: number;
    readonly stock: number;
    readonly weight_grams: number;
  }[];
};

export async function findProductRow(db: Db, slug: string): Promise<ProductRow | undefined> {
  const { rows } = await sql<ProductRow>`
    select p.id, p.slug, p.name, p.description, p.category_slug, c.name as category,
      coalesce(p.pirt, u.pirt) as pirt, coalesce(p.halal, u.halal) as halal, u.bpom,
      d.name as district, d.code as district_code, r.name as regency, r.code as regency_code, r.kind as regency_kind,
      u.id as umkm_id, u.name as seller, u.slug as seller_slug, u.kind as seller_kind,
      (select coalesce(json_agg(json_build_object('hash', m.hash, 'ground', m.ground, 'alt', ph.alt) order by ph.position), '[]')
         from product_photo ph join media m on m.id = ph.media_id where ph.product_id = p.id) as photos,
      (select coalesce(json_agg(json_build_object('id', v.id, 'label', v.label, 'price', v.price, 'stock', v.stock,
           'weight_grams', v.weight_grams) order by v.position, v.id), '[]')
         from variant v where v.product_id = p.id) as variants
    from product p
    join umkm u on u.id = p.umkm_id
    join category c on c.slug = p.category_slug
    join district d on d.code = p.made_in_district_code
    join regency r on r.code = p.regency_code
    where p.slug = ${slug} and p.public`.execute(db);
  return rows[0];
}

/** Other public products of a seller, what sells best among the latest 40 first. */
export async function findSiblingRows(
  db: Db,
  umkmId: number,
  exceptId: number,
  limit: number,
): Promise<CardRow[]> {
  const { rows } = await sql<CardRow>`
    select ${cardColumns}
    from (select id from (select id, in_stock, sold from product
            where umkm_id = ${umkmId} and public and id <> ${exceptId} order by id desc limit 40) latest
          order by in_stock desc, sold desc, id limit ${limit}) s
    join product p on p.id = s.id
    ${cardJoins}
    order by p.in_stock desc, p.sold desc, p.id`.execute(db);
  return rows;
}

export async function listCategoryRows(
  db: Db,
): Promise<{ slug: string; name: string; group_slug: string | null }[]> {
  return db.selectFrom("category").select(["slug", "name", "group_slug"]).orderBy("position").execute();
}

export async function listCategoryGroupRows(db: Db): Promise<{ slug: string; name: string }[]> {
  return db.selectFrom("category_group").select(["slug", "name"]).orderBy("position").execute();
}

export type StapleRow = {
  readonly id: number;
  readonly name: string;
  readonly unit: string;
  readonly price: number | null;
  readonly hash: string | null;
  readonly ground: string | null;
};

/** Staples among `ids`, in that order, with the price that holds in the regency on `date` (null: none set). */
export async function findStapleRows(
  db: Db,
  ids: readonly number[],
  regencyCode: string | null,
  date: string,
): Promise<StapleRow[]> {
  const { rows } = await sql<StapleRow>`
    select s.id, s.name, s.unit, price.price, m.hash, m.ground
    from unnest(${ids}::bigint[]) with ordinality as wanted (id, place)
    join staple s on s.id = wanted.id
    left join media m on m.id = s.media_id
    left join lateral (select price from staple_price sp where sp.regency_code = ${regencyCode} and sp.staple_id = s.id
       and sp.valid_from <= ${date}::date order by valid_from desc limit 1) price on true
    order by wanted.place`.execute(db);
  return rows;
}

export async function listFigures(db: Db): Promise<{ key: string; value: number }[]> {
  return db.selectFrom("market_figure").select(["key", "value"]).execute();
}

/** Names of sellers by their slugs. */
export async function findSellerNameRows(
  db: Db,
  slugs: readonly string[],
): Promise<{ slug: string; name: string }[]> {
  return db
    .selectFrom("umkm")
    .select(["slug", "name"])
    .where("slug", "in", [...slugs])
    .where("status", "=", "verified")
    .execute();
}
