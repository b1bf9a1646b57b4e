import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";
import { giveBackToShelf } from "./shelf.ts";

/** Locks variants in id order, so that two orders of the same goods wait for each other instead of deadlocking. */
export async function lockVariants(tx: Tx, ids: readonly number[]): Promise<{ id: number; stock: number }[]> {
  const { rows } = await sql<{ id: number; stock: number }>`
    select id, stock from variant where id = any(${ids}::bigint[]) order by id for no key update`.execute(tx);
  return rows;
}

/** Locks all the variants of an order, and these, in the same order as `lockVariants`. */
export async function lockOrderVariants(
  tx: Tx,
  orderId: number,
  others: readonly number[] = [],
): Promise<void> {
  await sql`
    select 1 from variant v where v.id = any(${others}::bigint[]) or v.id in (
        select variant_id from order_line where order_id = ${orderId} and variant_id is not null)
     order by v.id for no key update`.execute(tx);
}

/**
 * Takes an order's pieces out of stock and writes it into the history; the check on the table refuses to go below zero.
 * @returns products that ran out of something
 */
export async function takeStock(
  tx: Tx,
  orderId: number,
  lines: readonly { readonly variantId: number; readonly quantity: number }[],
): Promise<number[]> {
  const { rows } = await sql<{ product_id: number }>`
    with taken as (
      update variant v set stock = v.stock - t.quantity, updated_at = now()
        from unnest(${lines.map((line) => line.variantId)}::bigint[], ${lines.map((line) => line.quantity)}::int[])
          as t(id, quantity)
       where v.id = t.id
      returning v.id, v.product_id, v.stock, t.quantity),
    written as (
      insert into stock_change (variant_id, before, after, cause, order_id)
      select id, stock + quantity, stock, 'ordered', ${orderId} from taken)
    select case when stock = 0 then product_id end as product_id from taken`.execute(tx);
  return [...new Set(rows.flatMap((row) => (row.product_id === null ? [] : [row.product_id])))];
}

/**
 * Gives an order's pieces back to where they came from, their seller's stock or a warung's shelf, once (lines given back
 * are marked), and into the history.
 * @returns products of which there is more in stock again
 */
export async function giveBackStock(tx: Tx, orderId: number): Promise<number[]> {
  const { rows } = await sql<{ product_id: number }>`
    with given as (
      update order_line set stock_given_back = true
       where order_id = ${orderId} and variant_id is not null and shelf_item_id is null and quantity > 0 and not stock_given_back
      returning variant_id, quantity),
    wanted as (select variant_id, sum(quantity)::int as quantity from given group by variant_id),
    locked as (select v.id, v.stock from variant v join wanted w on w.variant_id = v.id order by v.id for no key update of v),
    returned as (
      update variant v set stock = least(v.stock + w.quantity, 1000000), updated_at = now()
        from wanted w join locked l on l.id = w.variant_id
       where v.id = w.variant_id
      returning v.id, v.product_id, l.stock as before, v.stock as after),
    written as (
      insert into stock_change (variant_id, before, after, cause, order_id)
      select id, before, after, 'given_back', ${orderId} from returned where after <> before)
    select product_id from returned`.execute(tx);
  // after the variants, as everybody locks them
  await giveBackToShelf(tx, orderId);
  return [...new Set(rows.map((row) => row.product_id))];
}

/** Gives pieces that one order does not want any more back to stock, and into the history. @returns the product */
export async function giveBackPieces(
  tx: Tx,
  { orderId, variantId, pieces }: { orderId: number; variantId: number; pieces: number },
): Promise<number> {
  const { rows } = await sql<{ product_id: number }>`
    with locked as (select id, stock from variant where id = ${variantId} for no key update),
    returned as (
      update variant v set stock = least(v.stock + ${pieces}::int, 1000000), updated_at = now()
        from locked l where v.id = l.id
      returning v.id, v.product_id, l.stock as before, v.stock as after),
    written as (
      insert into stock_change (variant_id, before, after, cause, order_id)
      select id, before, after, 'given_back', ${orderId} from returned where after <> before)
    select product_id from returned`.execute(tx);
  return rows[0]!.product_id;
}

/**
 * A seller found fewer pieces than the stock says: it is set to what is left, never raised, and into the history.
 * @returns the product when that changed anything
 */
export async function lowerStock(
  tx: Tx,
  {
    orderId,
    variantId,
    left,
    actorName,
  }: { orderId: number; variantId: number; left: number; actorName: string },
): Promise<number | undefined> {
  const { rows } = await sql<{ product_id: number }>`
    with locked as (select id, stock from variant where id = ${variantId} for no key update),
    lowered as (
      update variant v set stock = ${left}::int, updated_at = now() from locked l
       where v.id = l.id and l.stock > ${left}::int
      returning v.id, v.product_id, l.stock as before, v.stock as after),
    written as (
      insert into stock_change (variant_id, before, after, cause, order_id, actor_name)
      select id, before, after, 'missing', ${orderId}, ${actorName} from lowered)
    select product_id from lowered`.execute(tx);
  return rows[0]?.product_id;
}

export type StockChange = {
  readonly variantId: number;
  readonly before: number;
  readonly after: number;
  readonly cause: "start" | "set" | "import";
  readonly actorName: string;
};

/** Writes into the history what a person or a sheet changed; the stock itself is set by whoever calls. */
export async function insertStockChanges(tx: Tx, changes: readonly StockChange[]): Promise<void> {
  const real = changes.filter((change) => change.before !== change.after);
  if (real.length === 0) return;
  await tx
    .insertInto("stock_change")
    .values(
      real.map(({ variantId, before, after, cause, actorName }) => ({
        variant_id: variantId,
        before,
        after,
        cause,
        actor_name: actorName,
      })),
    )
    .execute();
}

export type StockChangeRow = {
  readonly id: number;
  readonly at: Date;
  readonly before: number;
  readonly after: number;
  readonly cause: string;
  readonly actor_name: string | null;
  readonly order_code: string | null;
  /** the goods were to replace others */
  readonly for_complaint: boolean;
  readonly consignment_code: string | null;
};

/** A variant's history, the newest first; `before` is the id of the last one seen. */
export async function listStockChanges(
  db: Db,
  variantId: number,
  { before, limit }: { before: number | undefined; limit: number },
): Promise<StockChangeRow[]> {
  const onwards = before ? sql`and s.id < ${before}` : sql``;
  const { rows } = await sql<StockChangeRow>`
    select s.id, s.at, s.before, s.after, s.cause, s.actor_name, o.code as order_code,
      s.complaint_id is not null as for_complaint, c.code as consignment_code
      from stock_change s left join "order" o on o.id = s.order_id left join consignment c on c.id = s.consignment_id
     where s.variant_id = ${variantId} ${onwards} order by s.id desc limit ${limit}`.execute(db);
  return rows;
}

/** Counts delivered pieces towards "terlaris". @returns products concerned */
export async function countSold(tx: Tx, orderId: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    with delivered as (
      select v.product_id, sum(l.quantity)::int as pieces from order_line l join variant v on v.id = l.variant_id
       where l.order_id = ${orderId} and l.quantity > 0 group by v.product_id),
    locked as (select p.id from product p join delivered d on d.product_id = p.id order by p.id for no key update of p)
    update product p set sold = p.sold + d.pieces from delivered d join locked k on k.id = d.product_id
     where p.id = d.product_id returning p.id`.execute(tx);
  return rows.map((row) => row.id);
}
