import { sql } from "kysely";
import type { Tx } from "../client.server.ts";

type Pieces = {
  readonly complaintId: number;
  readonly orderId: number;
  readonly variantId: number;
  readonly pieces: number;
};

/**
 * Takes a replacement out of stock and writes it into the history; the variant is locked before (`lockVariants`), the
 * check on the table refuses to go below zero.
 * @returns products that ran out of something
 */
export async function takeReplacement(tx: Tx, what: Pieces): Promise<number[]> {
  const { complaintId, orderId, variantId, pieces } = what;
  const { rows } = await sql<{ product_id: number; stock: number }>`
    with taken as (
      update variant set stock = stock - ${pieces}, updated_at = now() where id = ${variantId}
      returning id, product_id, stock),
    written as (
      insert into stock_change (variant_id, before, after, cause, order_id, complaint_id)
      select id, stock + ${pieces}, stock, 'ordered', ${orderId}, ${complaintId} from taken)
    select product_id, stock from taken`.execute(tx);
  return rows.filter((row) => row.stock === 0).map((row) => row.product_id);
}

/** A replacement that was not handed over goes back into stock. @returns the product concerned */
export async function giveBackReplacement(tx: Tx, what: Pieces): Promise<number[]> {
  const { complaintId, orderId, variantId, pieces } = what;
  const { rows } = await sql<{ product_id: number }>`
    with locked as (select id, stock from variant where id = ${variantId} for no key update),
    returned as (
      update variant v set stock = least(l.stock + ${pieces}, 1000000), updated_at = now()
        from locked l where v.id = l.id returning v.id, v.product_id, l.stock as before, v.stock as after),
    written as (
      insert into stock_change (variant_id, before, after, cause, order_id, complaint_id)
      select id, before, after, 'given_back', ${orderId}, ${complaintId} from returned where after <> before)
    select product_id from returned`.execute(tx);
  return rows.map((row) => row.product_id);
}

/** Pieces that were paid back were not bought in the end: "terlaris" forgets them. @returns the product concerned */
export async function uncountSold(tx: Tx, variantId: number, pieces: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    update product p set sold = greatest(p.sold - ${pieces}, 0) from variant v
     where v.id = ${variantId} and p.id = v.product_id returning p.id`.execute(tx);
  return rows.map((row) => row.id);
}
