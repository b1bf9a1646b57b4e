import { sql } from "kysely";
import type { Tx } from "../client.server.ts";

/** Locks variants in id order, so that two orders of the same goods wait for each other instead of deadlocking. */
export async function lockVariants(tx: Tx, ids: readonly number[]): Promise<{ id: number; stock: number }[]> {
  const { rows } = await sql<{ id: number; stock: number }>`
    select id, stock from variant where id = any(${ids}::bigint[]) order by id for no key update`.execute(tx);
  return rows;
}

/** Takes pieces out of stock; the check on the table refuses to go below zero. @returns products that ran out of something */
export async function takeStock(
  tx: Tx,
  lines: readonly { readonly variantId: number; readonly quantity: number }[],
): Promise<number[]> {
  const { rows } = await sql<{ product_id: number }>`
    update variant v set stock = v.stock - t.quantity, updated_at = now()
      from unnest(${lines.map((line) => line.variantId)}::bigint[], ${lines.map((line) => line.quantity)}::int[])
        as t(id, quantity)
     where v.id = t.id
    returning case when v.stock = 0 then v.product_id end as product_id`.execute(tx);
  return [...new Set(rows.flatMap((row) => (row.product_id === null ? [] : [row.product_id])))];
}

/** Gives an order's pieces back to stock, once: lines given back are marked. @returns products concerned */
export async function giveBackStock(tx: Tx, orderId: number): Promise<number[]> {
  const { rows } = await sql<{ product_id: number }>`
    with given as (
      update order_line set stock_given_back = true
       where order_id = ${orderId} and variant_id is not null and not stock_given_back
      returning variant_id, quantity),
    wanted as (select variant_id, sum(quantity)::int as quantity from given group by variant_id),
    locked as (select v.id from variant v join wanted w on w.variant_id = v.id order by v.id for no key update of v)
    update variant v set stock = least(v.stock + w.quantity, 1000000), updated_at = now()
      from wanted w join locked l on l.id = w.variant_id
     where v.id = w.variant_id
    returning v.product_id`.execute(tx);
  return [...new Set(rows.map((row) => row.product_id))];
}

/** Counts delivered pieces towards "terlaris". @returns products concerned */
export async function countSold(tx: Tx, orderId: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    with delivered as (
      select v.product_id, sum(l.quantity)::int as pieces from order_line l join variant v on v.id = l.variant_id
       where l.order_id = ${orderId} group by v.product_id),
    locked as (select p.id from product p join delivered d on d.product_id = p.id order by p.id for no key update of p)
    update product p set sold = p.sold + d.pieces from delivered d join locked k on k.id = d.product_id
     where p.id = d.product_id returning p.id`.execute(tx);
  return rows.map((row) => row.id);
}
