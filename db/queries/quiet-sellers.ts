import { sql } from "kysely";
import type { Db } from "../client.server.ts";

export type QuietQuestion = {
  /** null: the whole province */
  readonly regencyCode: string | null;
  /** verified before, and no order since */
  readonly since: Date;
};

export type QuietSellerRow = {
  readonly slug: string;
  readonly name: string;
  readonly owner_name: string;
  readonly mobile: string;
  readonly district: string;
  readonly regency: string;
  readonly regency_kind: string;
  readonly verified_at: Date;
  readonly last_order_at: Date | null;
  readonly pirt: string | null;
  /** published products, and how many of them have no photo, or nothing left */
  readonly products: number;
  readonly without_photo: number;
  readonly sold_out: number;
  /** the one that costs most beside the median of its kind; null when none can be compared */
  readonly dear_name: string | null;
  readonly dear_ratio: number | null;
  /** the nearest P-IRT year on a product, as two digits */
  readonly product_pirt: string | null;
};

const quiet = ({ regencyCode, since }: QuietQuestion) => sql`
  u.status = 'verified' and u.verified_at < ${since}
  ${regencyCode === null ? sql`` : sql`and u.regency_code = ${regencyCode}`}
  and not exists (select 1 from seller_line s join "order" o on o.id = s.order_id
    where s.umkm_id = u.id and o.placed_at >= ${since} and o.status <> 'cancelled')`;

/** Verified sellers without an order since a moment, the newest first, with what their products lack. */
export async function findQuietRows(
  db: Db,
  question: QuietQuestion & { after: string | undefined; limit: number },
): Promise<QuietSellerRow[]> {
  const { after, limit } = question;
  const onwards = after
    ? sql`and u.verified_at <= (select x.verified_at from umkm x where x.slug = ${after})
        and (u.verified_at, -u.id) < (select x.verified_at, -x.id from umkm x where x.slug = ${after})`
    : sql``;
  const { rows } = await sql<QuietSellerRow>`
    select u.slug, u.name, u.owner_name, u.mobile, u.pirt, u.verified_at, d.name as district, r.name as regency,
      r.kind as regency_kind, goods.*, dear.dear_name, dear.dear_ratio,
      (select max(o.placed_at) from seller_line s join "order" o on o.id = s.order_id
        where s.umkm_id = u.id and o.status <> 'cancelled') as last_order_at
    from (select u.* from umkm u where ${quiet(question)} ${onwards}
           order by u.verified_at desc, u.id limit ${limit}) u
    join district d on d.code = u.district_code
    join regency r on r.code = u.regency_code
    cross join lateral (
      select count(*)::int as products,
        (count(*) filter (where not exists (select 1 from product_photo f where f.product_id = p.id)))::int as without_photo,
        (count(*) filter (where not p.in_stock))::int as sold_out,
        min(right(p.pirt, 2)) as product_pirt
      from product p where p.umkm_id = u.id and p.public) goods
    left join lateral (
      select p.name as dear_name, round(price.each / c.median_price, 2)::float8 as dear_ratio
      from product p join category c on c.slug = p.category_slug and c.median_price > 0
      join variant v on v.product_id = p.id
      cross join lateral (select case c.sold_by when 'weight' then v.price * 100.0 / v.weight_grams
                                                else v.price::numeric end as each) price
      where p.umkm_id = u.id and p.public
      order by price.each / c.median_price desc limit 1) dear on true
    order by u.verified_at desc, u.id`.execute(db);
  return rows;
}

/** How many there are, counted up to `most`. */
export async function countQuietRows(db: Db, question: QuietQuestion, most: number): Promise<number> {
  const { rows } = await sql<{ quiet: number }>`
    select count(*)::int as quiet from (select 1 from umkm u where ${quiet(question)} limit ${most}) counted`.execute(
    db,
  );
  return rows[0]!.quiet;
}

/** Counts anew what most of each kind cost: per 100 grams or per piece, in rupiah. Reads every variant in the shop. */
export async function countCategoryMedians(db: Db): Promise<void> {
  await sql`
    update category c set median_price = found.median, median_at = now()
    from (select k.slug, round(percentile_cont(0.5) within group (order by
              case k.sold_by when 'weight' then v.price * 100.0 / v.weight_grams else v.price end))::bigint as median
            from category k join product p on p.category_slug = k.slug and p.public join variant v on v.product_id = p.id
           group by k.slug) found
    where c.slug = found.slug`.execute(db);
}
