import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";

export type LockedShelfItem = { readonly id: number; readonly variant_id: number; readonly on_shelf: number };

/** Locks places on shelves in id order. Whoever locks variants, too, locks those first. */
export async function lockShelfItems(tx: Tx, ids: readonly number[]): Promise<LockedShelfItem[]> {
  const { rows } = await sql<LockedShelfItem>`
    select id, variant_id, on_shelf from shelf_item where id = any(${ids}::bigint[]) order by id for no key update`.execute(
    tx,
  );
  return rows;
}

/** The places of these variants on a warung's shelf, made where there was none yet. */
export async function takeShelfItems(
  tx: Tx,
  warungId: number,
  variantIds: readonly number[],
): Promise<LockedShelfItem[]> {
  // in one order for everybody, as two senders may be received at once
  await sql`
    insert into shelf_item (warung_id, variant_id)
    select ${warungId}, id from unnest(${variantIds}::bigint[]) id order by id
    on conflict (warung_id, variant_id) do nothing`.execute(tx);
  const { rows } = await sql<LockedShelfItem>`
    select id, variant_id, on_shelf from shelf_item
     where warung_id = ${warungId} and variant_id = any(${variantIds}::bigint[]) order by id for no key update`.execute(
    tx,
  );
  return rows;
}

export type ShelfMoveCause = "received" | "returned_to_seller" | "shrinkage" | "recount";

export type ShelfMove = {
  readonly itemId: number;
  /** pieces, negative when they leave */
  readonly by: number;
  readonly cause: ShelfMoveCause;
  readonly reason?: string;
  readonly consignmentId?: number;
  readonly returnId?: number;
  readonly formKey?: string;
  readonly actorName: string;
};

/** Changes what lies on a locked place and writes it into its history; the check on the table refuses to go below zero. */
export async function moveShelf(tx: Tx, move: ShelfMove): Promise<void> {
  await sql`
    with moved as (
      update shelf_item set on_shelf = on_shelf + ${move.by}::int where id = ${move.itemId} returning id, on_shelf)
    insert into shelf_move (shelf_item_id, cause, reason, before, after, consignment_id, return_id, form_key, actor_name)
    select id, ${move.cause}, ${move.reason ?? null}, on_shelf - ${move.by}::int, on_shelf,
      ${move.consignmentId ?? null}::bigint, ${move.returnId ?? null}::bigint, ${move.formKey ?? null}::uuid,
      ${move.actorName}
    from moved`.execute(tx);
}

/** Whether this form has moved something on a shelf before. */
export async function wasShelfFormSent(tx: Tx, formKey: string): Promise<boolean> {
  const row = await tx
    .selectFrom("shelf_move")
    .select("id")
    .where("form_key", "=", formKey)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Takes an order's pieces off locked shelves, with a line of history each.
 * @returns whether a shelf ran out of something
 */
export async function takeFromShelf(
  tx: Tx,
  orderId: number,
  lines: readonly { readonly shelfItemId: number; readonly quantity: number }[],
): Promise<boolean> {
  const { rows } = await sql<{ empty: boolean }>`
    with taken as (
      update shelf_item i set on_shelf = i.on_shelf - t.quantity
        from unnest(${lines.map((line) => line.shelfItemId)}::bigint[], ${lines.map((line) => line.quantity)}::int[])
          as t(id, quantity)
       where i.id = t.id returning i.id, i.on_shelf, t.quantity),
    written as (
      insert into shelf_move (shelf_item_id, before, after, cause, order_id, actor_name)
      select id, on_shelf + quantity, on_shelf, 'ordered', ${orderId}, 'Pembeli' from taken)
    select coalesce(bool_or(on_shelf = 0), false) as empty from taken`.execute(tx);
  return rows[0]!.empty;
}

/**
 * Puts an order's pieces back on the shelves they came from, once (lines given back are marked). For lines that go on
 * from another pool see `moveLinesToStock`.
 * @returns whether any shelf got something back
 */
export async function giveBackToShelf(tx: Tx, orderId: number): Promise<boolean> {
  const { rows } = await sql<{ id: number }>`
    with given as (
      update order_line set stock_given_back = true
       where order_id = ${orderId} and shelf_item_id is not null and quantity > 0 and not stock_given_back
      returning shelf_item_id, quantity),
    wanted as (select shelf_item_id as id, sum(quantity)::int as quantity from given group by 1),
    locked as (select i.id, i.on_shelf from shelf_item i join wanted w on w.id = i.id order by i.id for no key update of i),
    returned as (
      update shelf_item i set on_shelf = l.on_shelf + w.quantity from wanted w join locked l on l.id = w.id
       where i.id = w.id returning i.id, l.on_shelf as before, i.on_shelf as after)
    insert into shelf_move (shelf_item_id, before, after, cause, order_id, actor_name)
    select id, before, after, 'given_back', ${orderId}, 'Lapak Lampung' from returned returning shelf_item_id as id`.execute(
    tx,
  );
  return rows.length > 0;
}

/**
 * Pieces of an order that were reserved on a shelf, but were not there when it was gathered, are written off: back on the
 * shelf for the books, and off it with the reason. What is written off already stays so.
 */
export async function writeOffMissing(tx: Tx, orderId: number): Promise<void> {
  const { rows } = await sql<{ id: number; pieces: number; on_shelf: number }>`
    with gone as (
      select away.id, (away.pieces - away.kept)::int as pieces from (
        select m.shelf_item_id as id, sum(m.before - m.after) as pieces,
          coalesce((select sum(l.quantity) from order_line l where l.order_id = ${orderId}
             and l.shelf_item_id = m.shelf_item_id and not l.stock_given_back), 0) as kept
          from shelf_move m where m.order_id = ${orderId} group by 1) away
       where away.pieces > away.kept)
    select i.id, g.pieces, i.on_shelf from shelf_item i join gone g on g.id = i.id order by i.id for no key update of i`.execute(
    tx,
  );
  for (const { id, pieces, on_shelf } of rows) {
    await sql`
      insert into shelf_move (shelf_item_id, before, after, cause, reason, order_id, actor_name)
      values (${id}, ${on_shelf}, ${on_shelf + pieces}, 'given_back', null, ${orderId}, 'Lapak Lampung'),
        (${id}, ${on_shelf + pieces}, ${on_shelf}, 'shrinkage', 'Tidak ada saat disiapkan', null, 'Lapak Lampung')`.execute(
      tx,
    );
  }
}

/**
 * What was not on one shelf is no question any more when the goods come from elsewhere.
 * @returns the pieces that were said to be missing there
 */
export async function withdrawShelfQuestions(
  tx: Tx,
  orderId: number,
): Promise<{ shelf_item_id: number; pieces: number }[]> {
  const { rows } = await sql<{ shelf_item_id: number; pieces: number }>`
    update shortage h set decision = 'withdrawn', decided_by = 'order', decided_at = now()
      from order_line l
     where h.order_id = ${orderId} and h.decided_at is null and l.id = h.order_line_id and l.shelf_item_id is not null
    returning l.shelf_item_id, h.pieces`.execute(tx);
  return rows;
}

export type OrderShelfLine = {
  readonly id: number;
  readonly variant_id: number;
  readonly quantity: number;
  readonly shelf_item_id: number;
  readonly umkm_id: number;
};
export type OrderShelf = {
  readonly warungId: number;
  readonly name: string;
  readonly lines: readonly OrderShelfLine[];
};

/** The shelf an order's pieces lie reserved on; undefined when none do. An order takes from one shelf alone. */
export async function findOrderShelf(tx: Tx, orderId: number): Promise<OrderShelf | undefined> {
  const { rows } = await sql<OrderShelfLine & { warung_id: number; warung: string }>`
    select l.id, l.variant_id, l.quantity, l.shelf_item_id, s.umkm_id, w.id as warung_id, w.name as warung
      from order_line l join shelf_item i on i.id = l.shelf_item_id join warung w on w.id = i.warung_id
      join seller_line s on s.id = l.seller_line_id
     where l.order_id = ${orderId} and l.quantity > 0 and not l.stock_given_back order by l.id`.execute(tx);
  const [first] = rows;
  return first && { warungId: first.warung_id, name: first.warung, lines: rows };
}

/** Sellers whose own part of this order is over (not there, or cancelled): nothing can be added to it. */
export async function countClosedSellerParts(
  tx: Tx,
  orderId: number,
  umkmIds: readonly number[],
): Promise<number> {
  const row = await tx
    .selectFrom("seller_line")
    .select((eb) => eb.fn.countAll<number>().as("parts"))
    .where("order_id", "=", orderId)
    .where("umkm_id", "in", umkmIds)
    .where("from_shelf", "=", false)
    .where("status", "in", ["unavailable", "cancelled"])
    .executeTakeFirstOrThrow();
  return row.parts;
}

/**
 * Lines that lay on a shelf become what their sellers bring themselves: the shelf has its pieces back, the lines hang
 * on the sellers' own part, which waits for confirmation again. The new pieces are taken out of stock by the caller.
 */
export async function moveLinesToStock(tx: Tx, orderId: number, handOverBy: Date): Promise<void> {
  await sql`
    with pieces as (
      select shelf_item_id as id, sum(quantity)::int as quantity from order_line
       where order_id = ${orderId} and shelf_item_id is not null and quantity > 0 and not stock_given_back group by 1),
    returned as (
      update shelf_item i set on_shelf = i.on_shelf + p.quantity from pieces p where i.id = p.id
      returning i.id, i.on_shelf - p.quantity as before, i.on_shelf as after)
    insert into shelf_move (shelf_item_id, before, after, cause, order_id, actor_name)
    select id, before, after, 'given_back', ${orderId}, 'Lapak Lampung' from returned`.execute(tx);
  await sql`
    insert into seller_line (order_id, umkm_id, hand_over_by)
    select s.order_id, s.umkm_id, ${handOverBy} from seller_line s where s.order_id = ${orderId} and s.from_shelf
       and exists (select 1 from order_line l where l.seller_line_id = s.id and l.quantity > 0)
    on conflict (order_id, umkm_id, from_shelf) do update
      set status = 'pending', hand_over_by = greatest(seller_line.hand_over_by, excluded.hand_over_by)`.execute(
    tx,
  );
  await sql`
    update order_line l set shelf_item_id = null, gathered = false, seller_line_id = own.id
      from seller_line shelf join seller_line own
        on own.order_id = shelf.order_id and own.umkm_id = shelf.umkm_id and not own.from_shelf
     where l.order_id = ${orderId} and l.seller_line_id = shelf.id and shelf.from_shelf
       and l.shelf_item_id is not null and l.quantity > 0 and not l.stock_given_back`.execute(tx);
  await sql`
    delete from seller_line s where s.order_id = ${orderId} and s.from_shelf
       and not exists (select 1 from order_line l where l.seller_line_id = s.id)`.execute(tx);
}

export type LineOrigin = {
  readonly staple_id: number | null;
  readonly shelf_item_id: number | null;
  readonly made_in_district_code: string | null;
  readonly regency_code: string | null;
};

/** Where the goods of an order come from. */
export async function findOrderOrigins(tx: Tx, orderId: number): Promise<LineOrigin[]> {
  const { rows } = await sql<LineOrigin>`
    select l.staple_id, l.shelf_item_id, p.made_in_district_code, p.regency_code
      from order_line l left join variant v on v.id = l.variant_id left join product p on p.id = v.product_id
     where l.order_id = ${orderId} and l.quantity > 0 and not l.stock_given_back`.execute(tx);
  return rows;
}

/** A new promise for an order that no warung holds. */
export async function updatePromise(
  tx: Tx,
  orderId: number,
  promise: { readonly from: Date; readonly until: Date },
): Promise<void> {
  await tx
    .updateTable("order")
    .set({ promise_from: promise.from, promise_until: promise.until })
    .where("id", "=", orderId)
    .execute();
}

export type ServingShelf = {
  readonly id: number;
  readonly variant_id: number;
  readonly warung_id: number;
  readonly on_shelf: number;
};

/** What of a product lies on the shelves of ready warung that serve a village. */
export async function findServingShelves(
  db: Db,
  productId: number,
  villageCode: string,
): Promise<ServingShelf[]> {
  const { rows } = await sql<ServingShelf>`
    select i.id, i.variant_id, i.warung_id, i.on_shelf
      from variant v join shelf_item i on i.variant_id = v.id and i.on_shelf > 0
      join warung w on w.id = i.warung_id and w.status = 'ready'
      join warung_service_village s on s.warung_id = i.warung_id and s.village_code = ${villageCode}
     where v.product_id = ${productId} order by i.id`.execute(db);
  return rows;
}
