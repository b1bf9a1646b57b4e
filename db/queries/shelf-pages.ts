import { sql } from "kysely";
import type { Db } from "../client.server.ts";

/** Whose shelves: all of a seller's goods, or all that lies in a warung. */
export type ShelfSide = { readonly umkmId: number } | { readonly warungId: number };

/** Places on shelves that are this side's: needs `shelf_item i` and `variant v`. */
export const sideOf = (side: ShelfSide) =>
  "umkmId" in side ? sql`v.umkm_id = ${side.umkmId}` : sql`i.warung_id = ${side.warungId}`;
/** Sendings that are this side's: needs `consignment c`. */
export const sendingOf = (side: ShelfSide) =>
  "umkmId" in side ? sql`c.umkm_id = ${side.umkmId}` : sql`c.warung_id = ${side.warungId}`;

export type ShelfItemRow = {
  readonly id: number;
  readonly warung: string;
  readonly warung_slug: string;
  readonly warung_mobile: string;
  readonly umkm: string;
  readonly umkm_mobile: string;
  readonly product: string;
  readonly slug: string;
  readonly label: string;
  /** rupiah */
  readonly price: number;
  readonly media_hash: string | null;
  readonly ground: string | null;
  /** pieces: sent here in all, and what became of them; the sum of what follows is `sent` less what is on its way */
  readonly sent: number;
  readonly short: number;
  readonly on_shelf: number;
  /** ordered from here and not given back, also when the buyer does not have them yet */
  readonly sold: number;
  readonly sold_week: number;
  readonly sold_month: number;
  /** written off with a reason, and not found in a count (less what was found again) */
  readonly lost: number;
  readonly going_back: number;
  readonly back: number;
  /** left here or at the door, and not come home */
  readonly back_short: number;
};

/**
 * Both sides read their numbers here, by one query: what lies on a shelf, and what became of all that was sent to it.
 * Received sendings alone; those on their way are listed by `findConsignments`.
 */
export async function findShelfItems(
  db: Db,
  question: ShelfSide & { readonly itemId?: number; readonly weekStart: Date; readonly monthStart: Date },
): Promise<ShelfItemRow[]> {
  const { itemId, weekStart, monthStart } = question;
  const one = itemId === undefined ? sql`` : sql`and i.id = ${itemId}`;
  const { rows } = await sql<ShelfItemRow>`
    select i.id, w.name as warung, w.slug as warung_slug, w.mobile as warung_mobile, u.name as umkm,
      u.mobile as umkm_mobile, p.name as product, p.slug, v.label, v.price, m.hash as media_hash, m.ground,
      coalesce(arrived.sent, 0)::int as sent, i.on_shelf,
      -- what a count found beyond all that was lost is what had been short on arrival
      (coalesce(arrived.short, 0) + least(gone.lost, 0))::int as short, greatest(gone.lost, 0)::int as lost,
      coalesce(sold.pieces, 0)::int as sold, coalesce(sold.week, 0)::int as sold_week,
      coalesce(sold.month, 0)::int as sold_month,
      coalesce(back.going_back, 0)::int as going_back, coalesce(back.back, 0)::int as back,
      coalesce(back.short, 0)::int as back_short
    from shelf_item i
    join warung w on w.id = i.warung_id
    join variant v on v.id = i.variant_id
    join product p on p.id = v.product_id
    join umkm u on u.id = v.umkm_id
    left join product_photo f on f.product_id = p.id and f.position = 0
    left join media m on m.id = f.media_id
    left join lateral (
      select sum(l.sent) as sent, sum(l.sent - l.received - l.turned_down) as short
        from consignment_line l join consignment c on c.id = l.consignment_id
       where l.variant_id = i.variant_id and c.warung_id = i.warung_id and c.status = 'received') arrived on true
    cross join lateral (
      select coalesce(sum(x.before - x.after), 0) as lost from shelf_move x
       where x.shelf_item_id = i.id and x.cause in ('shrinkage', 'recount')) gone
    left join lateral (
      select sum(l.quantity) as pieces, sum(l.quantity) filter (where o.placed_at >= ${weekStart}) as week,
        sum(l.quantity) filter (where o.placed_at >= ${monthStart}) as month
        from order_line l join "order" o on o.id = l.order_id
       where l.shelf_item_id = i.id and not l.stock_given_back) sold on true
    left join lateral (
      select sum(r.pieces) filter (where r.back is null) as going_back, sum(r.back) as back,
        sum(r.pieces - r.back) as short
        from shelf_return r where r.shelf_item_id = i.id) back on true
    where ${sideOf(question)} ${one}
    order by w.name, w.id, i.on_shelf = 0, p.name, v.position, i.id`.execute(db);
  return rows;
}

export type ShelfMoveRow = {
  readonly id: number;
  readonly at: Date;
  readonly cause: string;
  readonly reason: string | null;
  readonly before: number;
  readonly after: number;
  readonly order_code: string | null;
  readonly consignment_code: string | null;
  readonly actor_name: string;
};

/** The history of one place on a shelf, the newest first; `before` is the id of the last one seen. */
export async function listShelfMoves(
  db: Db,
  itemId: number,
  { before, limit }: { before: number | undefined; limit: number },
): Promise<ShelfMoveRow[]> {
  const onwards = before ? sql`and x.id < ${before}` : sql``;
  const { rows } = await sql<ShelfMoveRow>`
    select x.id, x.at, x.cause, x.reason, x.before, x.after, o.code as order_code, c.code as consignment_code, x.actor_name
      from shelf_move x left join "order" o on o.id = x.order_id left join consignment c on c.id = x.consignment_id
     where x.shelf_item_id = ${itemId} ${onwards} order by x.id desc limit ${limit}`.execute(db);
  return rows;
}

export type ReturnRow = {
  readonly id: number;
  readonly item_id: number;
  readonly product: string;
  readonly label: string;
  readonly warung: string;
  readonly umkm: string;
  readonly pieces: number;
  readonly sent_at: Date;
  readonly due_at: Date;
};

/** Pieces on their way back to their seller, the oldest first. */
export async function listOpenReturns(db: Db, side: ShelfSide): Promise<ReturnRow[]> {
  const { rows } = await sql<ReturnRow>`
    select r.id, i.id as item_id, p.name as product, v.label, w.name as warung, u.name as umkm, r.pieces, r.sent_at, r.due_at
      from shelf_return r join shelf_item i on i.id = r.shelf_item_id join warung w on w.id = i.warung_id
      join variant v on v.id = i.variant_id join product p on p.id = v.product_id join umkm u on u.id = v.umkm_id
     where r.back is null and ${sideOf(side)} order by r.id limit 100`.execute(db);
  return rows;
}

/** How much of titip jual waits for one side: sendings to receive, returns to confirm. */
export async function countConsignmentWork(
  db: Db,
  side: ShelfSide,
): Promise<{ arriving: number; coming_back: number }> {
  const { rows } = await sql<{ arriving: number; coming_back: number }>`
    select (select count(*) from consignment c where ${sendingOf(side)} and c.status = 'sent')::int as arriving,
      (select count(*) from shelf_return r join shelf_item i on i.id = r.shelf_item_id join variant v on v.id = i.variant_id
        where r.back is null and ${sideOf(side)})::int as coming_back`.execute(db);
  return rows[0]!;
}
