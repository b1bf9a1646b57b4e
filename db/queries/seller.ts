import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";

export type OwnVariantRow = {
  readonly id: number;
  readonly label: string;
  readonly sku: string;
  readonly price: number;
  readonly stock: number;
};

export type OwnProductRow = {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly status: string;
  readonly public: boolean;
  readonly sold: number;
  readonly category: string;
  readonly photo: { readonly hash: string; readonly ground: string; readonly alt: string } | null;
  readonly variants: readonly OwnVariantRow[];
};

const ownProduct = sql`
  select p.id, p.slug, p.name, p.status, p.public, p.sold, c.name as category,
    (select json_build_object('hash', m.hash, 'ground', m.ground, 'alt', f.alt) from product_photo f
       join media m on m.id = f.media_id where f.product_id = p.id order by f.position limit 1) as photo,
    coalesce((select json_agg(json_build_object('id', v.id, 'label', v.label, 'sku', v.sku, 'price', v.price,
       'stock', v.stock) order by v.position, v.id) from variant v where v.product_id = p.id), '[]') as variants
  from product p join category c on c.slug = p.category_slug`;

/** A seller's own products by name, hidden ones too; `after` is the slug of the last one seen. */
export async function findOwnProducts(
  db: Db,
  question: {
    umkmId: number;
    q: string | undefined;
    state: "sold-out" | "hidden" | undefined;
    after: string | undefined;
    limit: number;
  },
): Promise<OwnProductRow[]> {
  const { umkmId, q, state, after, limit } = question;
  const named = q ? sql`and position(lower(unaccent(${q})) in p.search_text) > 0` : sql``;
  const kept =
    state === "hidden"
      ? sql`and p.status = 'draft'`
      : state === "sold-out"
        ? sql`and exists (select 1 from variant v where v.product_id = p.id and v.stock = 0)`
        : sql``;
  const onwards = after
    ? sql`and p.name > coalesce((select x.name from product x where x.slug = ${after} and x.umkm_id = ${umkmId}), '')`
    : sql``;
  const { rows } = await sql<OwnProductRow>`
    ${ownProduct} where p.umkm_id = ${umkmId} ${named} ${kept} ${onwards} order by p.name limit ${limit}`.execute(
    db,
  );
  return rows;
}

export type SoldOutRow = {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly label: string;
  /** how many there are in all, beyond the rows returned */
  readonly total: number;
};

/** Sizes of a seller's shown products of which nothing is left. */
export async function findSoldOut(db: Db, umkmId: number, limit: number): Promise<SoldOutRow[]> {
  const { rows } = await sql<SoldOutRow>`
    select v.id, p.slug, p.name, v.label, count(*) over ()::int as total
      from variant v join product p on p.id = v.product_id
     where v.umkm_id = ${umkmId} and v.stock = 0 and p.status = 'published'
     order by v.updated_at desc, v.id limit ${limit}`.execute(db);
  return rows;
}

export type VariantNow = { readonly product_id: number; readonly price: number; readonly stock: number };

/** A variant of this seller as it is, locked until the transaction ends. */
export async function lockOwnVariant(
  tx: Tx,
  umkmId: number,
  variantId: number,
): Promise<VariantNow | undefined> {
  return tx
    .selectFrom("variant")
    .select(["product_id", "price", "stock"])
    .where("id", "=", variantId)
    .where("umkm_id", "=", umkmId)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

export async function updateVariant(
  tx: Tx,
  variantId: number,
  change: { readonly price: number } | { readonly stock: number },
): Promise<void> {
  await tx
    .updateTable("variant")
    .set({ ...change, updated_at: new Date() })
    .where("id", "=", variantId)
    .execute();
}

/** Shows or hides a seller's own product. @returns whether that changed anything; undefined when not theirs */
export async function updateProductStatus(
  tx: Tx,
  umkmId: number,
  productId: number,
  status: "published" | "draft",
): Promise<{ changed: boolean } | undefined> {
  const product = await tx
    .selectFrom("product")
    .select("status")
    .where("id", "=", productId)
    .where("umkm_id", "=", umkmId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!product) return undefined;
  if (product.status === status) return { changed: false };
  await tx
    .updateTable("product")
    .set({ status, updated_at: new Date() })
    .where("id", "=", productId)
    .execute();
  return { changed: true };
}

export type SellerOrderRow = {
  readonly id: number;
  readonly code: string;
  readonly status: string;
  readonly hand_over_by: Date;
  readonly amount: number;
  readonly warung: string;
  readonly keeper_name: string;
  readonly warung_mobile: string;
  readonly address: string;
  readonly rt: string | null;
  readonly rw: string | null;
  readonly village: string;
  readonly district: string;
  readonly regency: string;
  readonly regency_kind: string;
  readonly lines: readonly {
    readonly id: number;
    readonly name: string;
    readonly unit: string;
    /** pieces that count; 0 when nothing of it was there */
    readonly quantity: number;
    /** pieces that were missing, and are not charged */
    readonly dropped: number;
    /** name of the line it stands in for */
    readonly substitutes: string | null;
    /** pieces about which the buyer is being asked */
    readonly missing: number;
    readonly gathered: boolean;
    readonly media_hash: string | null;
    readonly ground: string | null;
  }[];
};

// What a seller may know of an order: their own lines and the warung to bring them to. Nothing of the buyer.
const sellerOrder = sql`
  select s.id, o.code, s.status, s.hand_over_by, w.name as warung, w.keeper_name, w.mobile as warung_mobile, w.address,
    w.rt, w.rw, v.name as village, d.name as district, r.name as regency, r.kind as regency_kind, goods.amount, goods.lines
  from seller_line s
  join "order" o on o.id = s.order_id
  join warung w on w.id = o.warung_id
  join village v on v.code = w.village_code
  join district d on d.code = w.district_code
  join regency r on r.code = w.regency_code
  cross join lateral (
    select coalesce(sum(l.price * l.quantity), 0)::bigint as amount,
      coalesce(json_agg(json_build_object('id', l.id, 'name', l.name, 'unit', l.unit, 'quantity', l.quantity,
        'dropped', l.dropped, 'substitutes', was.name, 'missing', coalesce(h.pieces, 0), 'gathered', l.gathered,
        'media_hash', l.media_hash, 'ground', m.ground) order by coalesce(l.substitutes, l.id), l.id), '[]') as lines
    from order_line l left join media m on m.hash = l.media_hash left join order_line was on was.id = l.substitutes
    left join shortage h on h.order_line_id = l.id and h.decided_at is null where l.seller_line_id = s.id) goods`;

type SellerOrderQuestion = {
  readonly umkmId: number;
  /** only those to confirm, or to hand over */
  readonly status?: "pending" | "confirmed";
  /** id of the last one seen */
  readonly after: number | undefined;
  readonly limit: number;
};

/** Parts of accepted orders that this seller has to confirm or hand over, the most urgent first. */
export async function findSellerWork(db: Db, question: SellerOrderQuestion): Promise<SellerOrderRow[]> {
  const { umkmId, status, after, limit } = question;
  const kept = status ? sql`and s.status = ${status}` : sql``;
  // an id that is not theirs holds nothing back
  const onwards = after
    ? sql`and not exists (select 1 from seller_line x where x.id = ${after} and x.umkm_id = s.umkm_id
        and (x.hand_over_by, x.id) >= (s.hand_over_by, s.id))`
    : sql``;
  const { rows } = await sql<SellerOrderRow>`
    ${sellerOrder} where s.umkm_id = ${umkmId} and s.status in ('pending', 'confirmed')
      and o.status in ('accepted', 'awaiting_buyer') ${kept} ${onwards}
    order by s.hand_over_by, s.id limit ${limit}`.execute(db);
  return rows;
}

/** How many parts wait for this seller, to confirm and to hand over, and how their business stands. */
export async function countSellerWork(
  db: Db,
  umkmId: number,
): Promise<{ to_confirm: number; to_hand_over: number; umkm_status: string }> {
  const { rows } = await sql<{ to_confirm: number; to_hand_over: number; umkm_status: string }>`
    select (count(*) filter (where s.status = 'pending'))::int as to_confirm,
           (count(*) filter (where s.status = 'confirmed'))::int as to_hand_over,
           (select status from umkm where id = ${umkmId}) as umkm_status
      from seller_line s join "order" o on o.id = s.order_id
     where s.umkm_id = ${umkmId} and s.status in ('pending', 'confirmed')
       and o.status in ('accepted', 'awaiting_buyer')`.execute(db);
  return rows[0]!;
}
