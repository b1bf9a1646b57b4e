import { type SqlBool, sql } from "kysely";
import type { Db } from "../client.server.ts";

const seenColumns = (db: Db) =>
  db
    .selectFrom("product as p")
    .innerJoin("umkm as u", "u.id", "p.umkm_id")
    .innerJoin("category as c", "c.slug", "p.category_slug")
    .innerJoin("district as d", "d.code", "p.made_in_district_code")
    .innerJoin("regency as r", "r.code", "p.regency_code")
    .select([
      "p.id",
      "p.name",
      "p.description",
      "p.category_slug",
      "c.name as category_name",
      "u.slug as seller_slug",
      "u.name as seller_name",
      "p.regency_code",
      "r.name as regency_name",
      "p.made_in_district_code as district_code",
      "d.name as district_name",
      "d.latitude",
      "d.longitude",
      "p.price_from",
      "p.in_stock",
      "p.is_halal",
      "p.sold",
      sql<string[]>`array(select v.sku from variant v where v.product_id = p.id order by v.position)`.as(
        "skus",
      ),
      sql<string[]>`array(select v.label from variant v where v.product_id = p.id order by v.position)`.as(
        "labels",
      ),
    ])
    .where("p.public", "=", true);

/** The public ones among these products, as the search index shows them. */
export async function findSearchRows(db: Db, ids: readonly number[]) {
  return ids.length === 0
    ? []
    : seenColumns(db)
        .where("p.id", "in", [...ids])
        .execute();
}

/** The next `limit` public products after `afterId`, by id. */
export async function findSearchRowsAfter(db: Db, afterId: number, limit: number) {
  return seenColumns(db).where("p.id", ">", afterId).orderBy("p.id").limit(limit).execute();
}

/** Products that changed since `since`, public or not, by id. */
export async function findProductsChangedSince(db: Db, since: Date): Promise<number[]> {
  const rows = await db
    .selectFrom("product")
    .select("id")
    .where("updated_at", ">=", since)
    .orderBy("id")
    .execute();
  return rows.map((row) => row.id);
}

/** The database's own clock. */
export async function databaseNow(db: Db): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(db);
  return rows[0]!.now;
}

/** Number of public products. Counts them: for rebuilding and checks, never for a page. */
export async function countPublicProducts(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom("product")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where(sql<SqlBool>`public`)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** All staples, as the search index shows them. */
export async function findSearchStaples(db: Db) {
  return db
    .selectFrom("staple")
    .select(["id", "key", "name", "unit", "group_name"])
    .orderBy("position")
    .execute();
}

type Hit = { readonly kind: "product" | "staple"; readonly id: number };

/** The keys by which hits are judged: all skus of a product, a staple's key; by kind and id ("product12"). */
export async function findHitKeys(db: Db, hits: readonly Hit[]): Promise<Map<string, string[]>> {
  const idsOf = (kind: Hit["kind"]) => hits.filter((hit) => hit.kind === kind).map((hit) => hit.id);
  const { rows } = await sql<{ hit: string; keys: string[] }>`
    select 'product' || product_id as hit, array_agg(sku order by position) as keys
    from variant where product_id = any(${idsOf("product")}::bigint[]) group by product_id
    union all
    select 'staple' || id, array[key] from staple where id = any(${idsOf("staple")}::bigint[])`.execute(db);
  return new Map(rows.map((row) => [row.hit, row.keys]));
}
