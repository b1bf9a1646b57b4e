import { sql } from "kysely";
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

type Seen = ReturnType<typeof seenColumns>;

/** What a document is made of, with a checksum over all of it. The limit keeps PostgreSQL from reading twice. */
const withChecksum = (db: Db, seen: Seen, limit: number) =>
  db
    .selectFrom(seen.orderBy("p.id").limit(limit).as("seen"))
    .selectAll("seen")
    .select(checksum)
    .orderBy("seen.id");

const checksum = sql<string>`left(md5(seen::text), 16)`.as("checksum");

/** The public ones among these products, as the search index shows them. */
export async function findSearchRows(db: Db, ids: readonly number[]) {
  return ids.length === 0
    ? []
    : withChecksum(db, seenColumns(db).where("p.id", "in", [...ids]), ids.length).execute();
}

/** The next `limit` public products after `afterId`, by id. */
export async function findSearchRowsAfter(db: Db, afterId: number, limit: number) {
  return withChecksum(db, seenColumns(db).where("p.id", ">", afterId), limit).execute();
}

export type RowSum = { readonly id: number; readonly checksum: string };

/** As `findSearchRowsAfter`, the checksums alone. */
export async function findSearchSumsAfter(db: Db, afterId: number, limit: number): Promise<RowSum[]> {
  const seen = seenColumns(db).where("p.id", ">", afterId).orderBy("p.id").limit(limit).as("seen");
  return db.selectFrom(seen).select("seen.id").select(checksum).orderBy("seen.id").execute();
}

/** As `findSearchRows`, the checksums alone. */
export async function findSearchSums(db: Db, ids: readonly number[]): Promise<RowSum[]> {
  if (ids.length === 0) return [];
  const seen = seenColumns(db)
    .where("p.id", "in", [...ids])
    .limit(ids.length)
    .as("seen");
  return db.selectFrom(seen).select("seen.id").select(checksum).execute();
}

/** Number of public products, from what the shelves count of them. */
export async function countPublicProducts(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom("shelf_count")
    .select((eb) => eb.fn.coalesce(eb.fn.sum<number>("count"), sql<number>`0`).as("count"))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** All staples, as the search index shows them, with a checksum each. */
export async function findSearchStaples(db: Db) {
  const seen = db
    .selectFrom("staple")
    .select(["id", "key", "name", "unit", "group_name"])
    .orderBy("position")
    .limit(10_000)
    .as("seen");
  return db.selectFrom(seen).selectAll("seen").select(checksum).execute();
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
