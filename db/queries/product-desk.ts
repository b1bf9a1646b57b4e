import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";

export type DeskProductRow = {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly price_from: number;
  readonly public: boolean;
  readonly hidden_reason: string | null;
  readonly hidden_at: Date | null;
  readonly seller: string;
  readonly seller_slug: string;
  readonly seller_mobile: string;
  readonly district: string;
  readonly regency: string;
  readonly regency_kind: string;
  readonly photo: { readonly hash: string; readonly ground: string; readonly alt: string } | null;
};

export type DeskProductQuestion = {
  /** null: the whole province */
  readonly regencyCode: string | null;
  /** one product, whatever its state */
  readonly slug: string | undefined;
  /** those that officers hid, instead of those in the shop */
  readonly hidden: boolean;
  /** of its name, or of its seller's */
  readonly words: string;
  /** slug of the last one seen */
  readonly after: string | undefined;
  readonly limit: number;
};

/** Products in the shop, or hidden by an officer, the newest first. */
export async function findDeskProducts(db: Db, question: DeskProductQuestion): Promise<DeskProductRow[]> {
  const { regencyCode, slug, hidden, words, after, limit } = question;
  const here = regencyCode === null ? sql`` : sql`and p.regency_code = ${regencyCode}`;
  const state = hidden ? sql`p.hidden_at is not null` : sql`p.public`;
  const wanted = slug ? sql`p.slug = ${slug}` : state;
  const pattern = `%${words.replace(/[\\%_]/g, "\\$&")}%`;
  const named =
    words && !slug
      ? sql`and (p.search_text like lower(unaccent(${pattern}))
              or p.search_vector @@ plainto_tsquery('simple', unaccent(${words})))`
      : sql``;
  const onwards = after ? sql`and p.id < (select x.id from product x where x.slug = ${after})` : sql``;
  const { rows } = await sql<DeskProductRow>`
    select p.id, p.slug, p.name, p.price_from, p.public, p.hidden_reason, p.hidden_at, u.name as seller,
      u.slug as seller_slug, u.mobile as seller_mobile, d.name as district, r.name as regency, r.kind as regency_kind,
      (select json_build_object('hash', m.hash, 'ground', m.ground, 'alt', f.alt) from product_photo f
         join media m on m.id = f.media_id where f.product_id = p.id order by f.position limit 1) as photo
    from (select p.* from product p where ${wanted} ${here} ${named} ${onwards} order by p.id desc limit ${limit}) p
    join umkm u on u.id = p.umkm_id
    join district d on d.code = p.made_in_district_code
    join regency r on r.code = p.regency_code
    order by p.id desc`.execute(db);
  return rows;
}

export type LockedProduct = {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly regency_code: string;
  readonly hidden_reason: string | null;
  readonly seller: string;
  readonly owner_name: string;
  readonly mobile: string;
};

/** A product with its seller, locked for the rest of the transaction. */
export async function lockProduct(tx: Tx, slug: string): Promise<LockedProduct | undefined> {
  const { rows } = await sql<LockedProduct>`
    select p.id, p.slug, p.name, p.regency_code, p.hidden_reason, u.name as seller, u.owner_name, u.mobile
    from product p join umkm u on u.id = p.umkm_id where p.slug = ${slug} for no key update of p`.execute(tx);
  return rows[0];
}

/** Hides a product that is not hidden, or (reason null) shows one that is. @returns false when it was so already */
export async function updateHidden(tx: Tx, productId: number, reason: string | null): Promise<boolean> {
  const result = await tx
    .updateTable("product")
    .set({
      hidden_reason: reason,
      hidden_at: reason === null ? null : sql<Date>`now()`,
      updated_at: sql<Date>`now()`,
    })
    .where("id", "=", productId)
    .where("hidden_at", reason === null ? "is not" : "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
