import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";

export type ProductRecord = {
  readonly slug: string;
  readonly umkm_id: number;
  readonly name: string;
  readonly description: string;
  readonly category_slug: string;
  readonly made_in_district_code: string;
  readonly regency_code: string;
  readonly pirt: string | null;
  readonly halal: string | null;
  readonly status: string;
};
export type VariantRecord = {
  readonly product_id: number;
  readonly umkm_id: number;
  readonly sku: string;
  readonly label: string;
  readonly price: number;
  readonly weight_grams: number;
  readonly stock: number;
  readonly position: number;
};
export type PhotoRecord = { readonly product_id: number; readonly media_id: number; readonly alt: string };

export async function listCategorySlugs(db: Db): Promise<string[]> {
  const rows = await db.selectFrom("category").select("slug").execute();
  return rows.map((row) => row.slug);
}

/** The kinds of goods, by slug and by the name people read. */
export async function listCategoryNames(db: Db): Promise<{ slug: string; name: string }[]> {
  return db.selectFrom("category").select(["slug", "name"]).execute();
}

/** Which of these addresses are taken. */
export async function listTakenProductSlugs(tx: Tx, slugs: readonly string[]): Promise<string[]> {
  const rows = await tx
    .selectFrom("product")
    .select("slug")
    .where("slug", "=", sql<string>`any(${slugs}::text[])`)
    .execute();
  return rows.map((row) => row.slug);
}

/** Products by seller and name, as a spreadsheet knows them. */
export async function listProductsByName(
  tx: Tx,
  products: readonly { readonly umkm_id: number; readonly name: string }[],
): Promise<{ id: number; umkm_id: number; name: string }[]> {
  const { rows } = await sql<{ id: number; umkm_id: number; name: string }>`
    select p.id, p.umkm_id, p.name
      from unnest(${products.map((row) => row.umkm_id)}::bigint[], ${products.map((row) => row.name)}::text[])
        as wanted (umkm_id, name)
      join product p on p.umkm_id = wanted.umkm_id and p.name = wanted.name`.execute(tx);
  return rows;
}

/**
 * Adds products, or brings those of the same seller and name up to date; address and status of a known one stay.
 * @returns ids of those added or changed
 */
export async function upsertProducts(
  tx: Tx,
  rows: readonly ProductRecord[],
): Promise<{ id: number; inserted: boolean }[]> {
  const result = await sql<{ id: number; inserted: boolean }>`
    insert into product as p (slug, umkm_id, name, description, category_slug, made_in_district_code, regency_code, pirt,
      halal, status)
    select slug, umkm_id, name, description, category_slug, made_in_district_code, regency_code, pirt, halal, status
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(slug text, umkm_id bigint, name text,
           description text, category_slug text, made_in_district_code text, regency_code text, pirt text, halal text,
           status text)
    on conflict (umkm_id, name) do update set
      description = excluded.description, category_slug = excluded.category_slug,
      made_in_district_code = excluded.made_in_district_code, regency_code = excluded.regency_code,
      pirt = excluded.pirt, halal = excluded.halal, updated_at = now()
    where (p.description, p.category_slug, p.made_in_district_code, p.pirt, p.halal) is distinct from
          (excluded.description, excluded.category_slug, excluded.made_in_district_code, excluded.pirt, excluded.halal)
    returning p.id, (p.xmax = 0) as inserted`.execute(tx);
  return result.rows;
}

/** Adds pack sizes or brings them up to date, with their stock's history. @returns the products with one that was added or changed */
export async function upsertVariants(
  tx: Tx,
  rows: readonly VariantRecord[],
  actorName: string,
): Promise<number[]> {
  const result = await sql<{ product_id: number }>`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(product_id bigint, umkm_id bigint, sku text,
           label text, price bigint, weight_grams integer, stock integer, position smallint)),
    known as (
      select v.id, v.stock from variant v join given g using (umkm_id, product_id, sku) order by v.id for no key update of v),
    written as (
      insert into variant as v (product_id, umkm_id, sku, label, price, weight_grams, stock, position)
      select product_id, umkm_id, sku, label, price, weight_grams, stock, position from given
      on conflict (umkm_id, product_id, sku) do update set
        label = excluded.label, price = excluded.price, weight_grams = excluded.weight_grams, stock = excluded.stock,
        position = excluded.position, updated_at = now()
      where (v.label, v.price, v.weight_grams, v.stock, v.position) is distinct from
            (excluded.label, excluded.price, excluded.weight_grams, excluded.stock, excluded.position)
      returning v.id, v.product_id, v.stock),
    recorded as (
      insert into stock_change (variant_id, before, after, cause, actor_name)
      select w.id, coalesce(k.stock, 0), w.stock, 'import', ${actorName}
        from written w left join known k on k.id = w.id where w.stock <> coalesce(k.stock, 0))
    select product_id from written`.execute(tx);
  return result.rows.map((row) => row.product_id);
}

/** Sets the first picture of products. @returns the products whose picture was added or changed */
export async function upsertFirstPhotos(tx: Tx, rows: readonly PhotoRecord[]): Promise<number[]> {
  const result = await sql<{ product_id: number }>`
    insert into product_photo as ph (product_id, position, media_id, alt)
    select product_id, 0, media_id, alt
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(product_id bigint, media_id bigint, alt text)
    on conflict (product_id, position) do update set media_id = excluded.media_id, alt = excluded.alt
    where (ph.media_id, ph.alt) is distinct from (excluded.media_id, excluded.alt)
    returning ph.product_id`.execute(tx);
  return result.rows.map((row) => row.product_id);
}
