import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";

export async function findOwnVariantName(
  db: Db,
  umkmId: number,
  variantId: number,
): Promise<{ product: string; slug: string; label: string; stock: number } | undefined> {
  return db
    .selectFrom("variant")
    .innerJoin("product", "product.id", "variant.product_id")
    .select(["product.name as product", "product.slug", "variant.label", "variant.stock"])
    .where("variant.id", "=", variantId)
    .where("variant.umkm_id", "=", umkmId)
    .executeTakeFirst();
}

/** Somebody ordered the variant `v`, or was offered it in place of something else: its record stays. */
const wasOrdered = sql`(exists (select 1 from order_line l where l.variant_id = v.id)
  or exists (select 1 from shortage h where h.substitute_variant_id = v.id))`;

export type OwnProductPage = {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly status: string;
  readonly public: boolean;
  readonly hidden_reason: string | null;
  readonly description: string;
  readonly category_slug: string;
  readonly made_in_district_code: string;
  readonly pirt: string | null;
  readonly halal: string | null;
  readonly bpom: string | null;
  /** someone has ordered it: its record stays */
  readonly ordered: boolean;
  readonly photos: readonly {
    readonly media_id: number;
    readonly hash: string;
    readonly ground: string;
    readonly alt: string;
  }[];
  readonly variants: readonly {
    readonly id: number;
    readonly label: string;
    readonly sku: string;
    readonly price: number;
    readonly weight_grams: number;
    readonly stock: number;
    readonly ordered: boolean;
  }[];
};

/** One of a seller's own products, with everything its form shows. */
export async function findOwnProductRow(
  db: Db,
  umkmId: number,
  slug: string,
): Promise<OwnProductPage | undefined> {
  const { rows } = await sql<OwnProductPage>`
    select p.id, p.slug, p.name, p.status, p.public, p.hidden_reason, p.description, p.category_slug,
      p.made_in_district_code, p.pirt, p.halal, p.bpom,
      exists (select 1 from variant v where v.product_id = p.id and ${wasOrdered}) as ordered,
      coalesce((select json_agg(json_build_object('media_id', f.media_id, 'hash', m.hash, 'ground', m.ground, 'alt', f.alt)
          order by f.position) from product_photo f join media m on m.id = f.media_id where f.product_id = p.id), '[]') as photos,
      coalesce((select json_agg(json_build_object('id', v.id, 'label', v.label, 'sku', v.sku, 'price', v.price,
          'weight_grams', v.weight_grams, 'stock', v.stock,
          'ordered', ${wasOrdered}) order by v.position, v.id)
          from variant v where v.product_id = p.id), '[]') as variants
    from product p where p.umkm_id = ${umkmId} and p.slug = ${slug}`.execute(db);
  return rows[0];
}

export type LockedProduct = { readonly id: number; readonly slug: string; readonly status: string };

/** A seller's own product, locked for the rest of the transaction. */
export async function lockOwnProduct(
  tx: Tx,
  umkmId: number,
  slug: string,
): Promise<LockedProduct | undefined> {
  return tx
    .selectFrom("product")
    .select(["id", "slug", "status"])
    .where("umkm_id", "=", umkmId)
    .where("slug", "=", slug)
    .forUpdate()
    .executeTakeFirst();
}

export type ProductFields = {
  readonly name: string;
  readonly description: string;
  readonly category_slug: string;
  readonly made_in_district_code: string;
  readonly regency_code: string;
  readonly pirt: string | null;
  readonly halal: string | null;
  readonly bpom: string | null;
};

export async function insertProduct(
  tx: Tx,
  product: ProductFields & { readonly slug: string; readonly umkm_id: number },
): Promise<number> {
  const row = await tx
    .insertInto("product")
    .values({ ...product, status: "draft" })
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function updateProduct(tx: Tx, productId: number, fields: ProductFields): Promise<void> {
  await tx
    .updateTable("product")
    .set({ ...fields, updated_at: new Date() })
    .where("id", "=", productId)
    .execute();
}

/** Whether another product of this seller has this name. */
export async function isNameTaken(
  tx: Tx,
  umkmId: number,
  name: string,
  exceptId: number | null,
): Promise<boolean> {
  const row = await tx
    .selectFrom("product")
    .select("id")
    .where("umkm_id", "=", umkmId)
    .where("name", "=", name)
    .executeTakeFirst();
  return row !== undefined && row.id !== exceptId;
}

export type VariantFields = {
  readonly label: string;
  readonly sku: string;
  readonly price: number;
  readonly weight_grams: number;
  readonly stock: number;
  readonly position: number;
};

export async function insertVariant(
  tx: Tx,
  variant: VariantFields & { readonly product_id: number; readonly umkm_id: number },
): Promise<number> {
  const row = await tx.insertInto("variant").values(variant).returning("id").executeTakeFirstOrThrow();
  return row.id;
}

export async function updateVariantFields(
  tx: Tx,
  variantId: number,
  fields: Partial<VariantFields>,
): Promise<void> {
  await tx
    .updateTable("variant")
    .set({ ...fields, updated_at: new Date() })
    .where("id", "=", variantId)
    .execute();
}

export type LockedVariant = {
  readonly id: number;
  readonly sku: string;
  readonly price: number;
  readonly stock: number;
  readonly ordered: boolean;
};

/** The pack sizes of a product, locked in id order, and whether one was ever ordered. */
export async function lockVariantsOf(tx: Tx, productId: number): Promise<LockedVariant[]> {
  const { rows } = await sql<LockedVariant>`
    select v.id, v.sku, v.price, v.stock, ${wasOrdered} as ordered
      from variant v where v.product_id = ${productId} order by v.id for no key update of v`.execute(tx);
  return rows;
}

export async function deleteVariants(tx: Tx, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`delete from variant where id = any(${ids}::bigint[])`.execute(tx);
}

/** Removes a product with its pack sizes, photos and places in carts. */
export async function deleteProduct(tx: Tx, productId: number): Promise<void> {
  await sql`delete from product where id = ${productId}`.execute(tx);
}

/** The photos of a product in their order. */
export async function listPhotoIds(tx: Tx, productId: number): Promise<number[]> {
  const rows = await tx
    .selectFrom("product_photo")
    .select("media_id")
    .where("product_id", "=", productId)
    .orderBy("position")
    .execute();
  return rows.map((row) => row.media_id);
}

/** Sets the photos of a product, in this order, all with the same words for who cannot see them. */
export async function replacePhotos(
  tx: Tx,
  productId: number,
  mediaIds: readonly number[],
  alt: string,
): Promise<void> {
  await tx.deleteFrom("product_photo").where("product_id", "=", productId).execute();
  if (mediaIds.length === 0) return;
  await tx
    .insertInto("product_photo")
    .values(
      mediaIds.map((mediaId, position) => ({ product_id: productId, media_id: mediaId, position, alt })),
    )
    .execute();
}

/** What a seller's new product begins with. */
export async function findProductDefaults(db: Db, umkmId: number) {
  return db
    .selectFrom("umkm")
    .select(["category_slug", "district_code as made_in_district_code", "pirt", "halal", "bpom"])
    .where("id", "=", umkmId)
    .executeTakeFirstOrThrow();
}

/** These pack sizes of a seller as they are, locked in id order; others' are left out. */
export async function lockOwnVariants(
  tx: Tx,
  umkmId: number,
  ids: readonly number[],
): Promise<{ id: number; product_id: number; price: number; stock: number }[]> {
  const { rows } = await sql<{ id: number; product_id: number; price: number; stock: number }>`
    select id, product_id, price, stock from variant
     where umkm_id = ${umkmId} and id = any(${ids}::bigint[]) order by id for no key update`.execute(tx);
  return rows;
}

/** Sets price (rupiah) and stock of many pack sizes in one statement. */
export async function updateVariants(
  tx: Tx,
  changes: readonly { readonly id: number; readonly price: number; readonly stock: number }[],
): Promise<void> {
  await sql`
    update variant v set price = c.price, stock = c.stock, updated_at = now()
      from unnest(${changes.map((row) => row.id)}::bigint[], ${changes.map((row) => row.price)}::bigint[],
                  ${changes.map((row) => row.stock)}::int[]) as c(id, price, stock)
     where v.id = c.id`.execute(tx);
}
