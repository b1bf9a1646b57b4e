import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";

export type SubstituteQuestion = {
  readonly orderId: number;
  /** the line that something stands in for */
  readonly lineId: number;
  /** pieces of it that are needed at least */
  readonly pieces: number;
  /** this seller's own goods alone; null: the shelf of the order's warung, and whoever can bring something in time */
  readonly umkmId: number | null;
  /** how far goods may come from to be there in time; null: only those that sellers of this order bring anyway */
  readonly reach: "district" | "regency" | null;
  /** calendar date (WIB) whose staple prices hold */
  readonly today: string;
  readonly q: string | undefined;
  /** this one alone, to check a choice */
  readonly only?: { readonly variantId: number } | { readonly stapleId: number };
  readonly limit: number;
};

export type SubstituteRow = {
  readonly variant_id: number | null;
  readonly staple_id: number | null;
  readonly name: string;
  readonly unit: string;
  readonly price: number;
  readonly umkm: string | null;
  readonly media_hash: string | null;
  readonly ground: string | null;
};

/** What could stand in for a line: of its own kind first, then what costs no more, then what costs about the same. */
export async function findSubstitutes(db: Db | Tx, question: SubstituteQuestion): Promise<SubstituteRow[]> {
  const { orderId, lineId, pieces, umkmId, reach, today, q, only, limit } = question;
  const named = (name: ReturnType<typeof sql>) =>
    q ? sql`and position(lower(unaccent(${q})) in lower(unaccent(${name}))) > 0` : sql``;
  const variantOnly = only && sql`and v.id = ${"variantId" in only ? only.variantId : null}::bigint`;
  const stapleOnly = only && sql`and s.id = ${"stapleId" in only ? only.stapleId : null}::bigint`;
  const inTime =
    reach === "regency"
      ? sql`p.regency_code = missing.regency_code`
      : reach === "district"
        ? sql`missing.village_code like p.made_in_district_code || '.%'`
        : sql`false`;
  const sold =
    umkmId === null
      ? sql`and (${inTime} or exists (select 1 from seller_line s where s.order_id = missing.order_id
          and s.umkm_id = p.umkm_id and s.status in ('pending', 'confirmed')))`
      : sql`and p.umkm_id = ${umkmId}`;
  const { rows } = await sql<SubstituteRow>`
    with missing as (
      select l.order_id, l.variant_id, l.staple_id, l.price, l.staple_id is not null as is_staple, o.village_code,
        o.regency_code, o.warung_id, p.category_slug, st.group_name
      from order_line l join "order" o on o.id = l.order_id left join variant v on v.id = l.variant_id
      left join product p on p.id = v.product_id left join staple st on st.id = l.staple_id
      where l.id = ${lineId} and l.order_id = ${orderId}),
    goods as (
      select v.id as variant_id, null::bigint as staple_id, p.name, v.label as unit, v.price, u.name as umkm,
        f.hash as media_hash, f.ground,
        case when p.category_slug = missing.category_slug then 0 when missing.is_staple then 2 else 1 end as kind,
        v.price > missing.price as dearer, abs(v.price - missing.price) as apart
      from missing cross join variant v join product p on p.id = v.product_id join umkm u on u.id = p.umkm_id
      left join lateral (select m.hash, m.ground from product_photo x join media m on m.id = x.media_id
         where x.product_id = p.id order by x.position limit 1) f on true
      where p.public and p.in_stock and v.stock >= ${pieces} and v.id is distinct from missing.variant_id
        ${sold} ${named(sql`p.name || ' ' || v.label`)} ${variantOnly ?? sql``}
      order by kind, dearer, apart, v.id limit ${limit}),
    shelf as (
      select null::bigint as variant_id, s.id as staple_id, s.name, s.unit, price.price, null as umkm,
        m.hash as media_hash, m.ground, case when s.group_name = missing.group_name then 0 else 2 end as kind,
        price.price > missing.price as dearer, abs(price.price - missing.price) as apart
      from missing join warung_staple ws on ws.warung_id = missing.warung_id and ws.availability <> 'habis'
      join staple s on s.id = ws.staple_id left join media m on m.id = s.media_id
      cross join lateral (select x.price from staple_price x where x.staple_id = s.id
         and x.regency_code = missing.regency_code and x.valid_from <= ${today}::date
         order by x.valid_from desc limit 1) price
      where ${umkmId}::bigint is null and s.id is distinct from missing.staple_id
        ${named(sql`s.name`)} ${stapleOnly ?? sql``}
      order by kind, dearer, apart, s.id limit ${limit})
    select variant_id, staple_id, name, unit, price, umkm, media_hash, ground
      from (select * from shelf union all select * from goods) found
     order by kind, dearer, apart, staple_id, variant_id limit ${limit}`.execute(db);
  return rows;
}

/**
 * Takes pieces of a variant out of stock, if they are there and on sale, and writes it into the history.
 * @returns undefined when they are gone; else the product, and whether that was its last piece
 */
export async function takeSubstitute(
  tx: Tx,
  { orderId, variantId, quantity }: { orderId: number; variantId: number; quantity: number },
): Promise<{ product_id: number; ran_out: boolean } | undefined> {
  const { rows } = await sql<{ product_id: number; ran_out: boolean }>`
    with taken as (
      update variant v set stock = v.stock - ${quantity}::int, updated_at = now()
        from product p
       where v.id = ${variantId} and v.stock >= ${quantity}::int and p.id = v.product_id and p.public
      returning v.id, v.product_id, v.stock),
    written as (
      insert into stock_change (variant_id, before, after, cause, order_id)
      select id, stock + ${quantity}::int, stock, 'ordered', ${orderId} from taken)
    select product_id, stock = 0 as ran_out from taken`.execute(tx);
  return rows[0];
}

/** Whether a staple is on the shelf of the order's warung; without a warung nothing speaks against it. */
export async function isOnShelf(tx: Tx, orderId: number, stapleId: number): Promise<boolean> {
  const { rows } = await sql`
    select 1 from "order" o left join warung_staple ws on ws.warung_id = o.warung_id and ws.staple_id = ${stapleId}
     where o.id = ${orderId} and (o.warung_id is null or ws.availability <> 'habis')`.execute(tx);
  return rows.length === 1;
}

export type NewSubstituteLine = {
  readonly orderId: number;
  /** the line it stands in for */
  readonly lineId: number;
  readonly sellerLineId: number | null;
  readonly variantId: number | null;
  readonly stapleId: number | null;
  readonly name: string;
  readonly unit: string;
  readonly price: number;
  readonly quantity: number;
};

/** Writes a line that stands in for another, with the weight and the picture it has today. */
export async function insertSubstituteLine(tx: Tx, line: NewSubstituteLine): Promise<void> {
  await sql`
    insert into order_line (order_id, seller_line_id, variant_id, staple_id, name, unit, price, quantity, substitutes,
      weight_grams, media_hash)
    select ${line.orderId}, ${line.sellerLineId}, ${line.variantId}, ${line.stapleId}, ${line.name}, ${line.unit},
      ${line.price}, ${line.quantity}, ${line.lineId}, found.weight_grams, found.hash
    from (
      select v.weight_grams, (select m.hash from product_photo f join media m on m.id = f.media_id
          where f.product_id = v.product_id order by f.position limit 1) as hash
        from variant v where v.id = ${line.variantId}::bigint
      union all
      select s.weight_grams, m.hash from staple s left join media m on m.id = s.media_id
       where s.id = ${line.stapleId}::bigint) found`.execute(tx);
}

/**
 * One seller's part of an order has a piece more to be confirmed or handed over (`status`). Whoever had no part, or
 * none any more, brings it without a fee: the buyer agreed to the price of the goods alone.
 * @returns the seller line's id
 */
export async function openSellerLine(
  tx: Tx,
  part: {
    orderId: number;
    variantId: number;
    status: "pending" | "confirmed";
    handOverBy: Date;
  },
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into seller_line as s (order_id, umkm_id, status, hand_over_by, first_leg_fee)
    select ${part.orderId}, v.umkm_id, ${part.status}, ${part.handOverBy}::timestamptz, 0
      from variant v where v.id = ${part.variantId}
    on conflict (order_id, umkm_id) do update set
      status = case when s.status = 'pending' then s.status else excluded.status end,
      first_leg_fee = case when s.status = 'unavailable' then 0 else s.first_leg_fee end
    returning id`.execute(tx);
  return rows[0]!.id;
}
