import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";
import { outstandingOfPay } from "./outstanding.ts";

export type OrderPaymentRow = {
  readonly order_id: number;
  readonly status: string;
  readonly method: "cash" | "qris" | "card";
  /** rupiah: still to be paid; paid before hand-over and not on its way back; all that ever came in before it */
  readonly outstanding: number;
  readonly prepaid: number;
  readonly received: number;
  readonly qris_payload: string | null;
  readonly qris_name: string | null;
  /** what the buyer says that they have paid last; null: they said nothing */
  readonly claimed: number | null;
  readonly claimed_at: Date | null;
  readonly receipts: readonly { readonly amount: number; readonly at: string }[];
};

/** How an order is paid, to whose QRIS, and what came in so far; undefined for a test order. */
export async function findOrderPaymentRow(db: Db, orderId: number): Promise<OrderPaymentRow | undefined> {
  const { rows } = await sql<OrderPaymentRow>`
    select o.id as order_id, o.status, pay.method, ${outstandingOfPay} as outstanding,
      (pay.received - pay.returned)::bigint as prepaid, pay.received, w.qris_payload, w.qris_name,
      said.amount as claimed, said.at as claimed_at,
      coalesce((select json_agg(json_build_object('amount', r.amount, 'at', r.at) order by r.id)
         from payment_receipt r where r.order_id = o.id), '[]') as receipts
    from "order" o join payment pay on pay.order_id = o.id
    left join warung w on w.id = o.warung_id
    left join lateral (select amount, at from qris_claim where order_id = o.id order by at desc limit 1) said on true
    where o.id = ${orderId}`.execute(db);
  return rows[0];
}

/** The buyer says that they paid so much. @returns false when they said so before */
export async function insertQrisClaim(tx: Tx, orderId: number, amount: number): Promise<boolean> {
  const row = await tx
    .insertInto("qris_claim")
    .values({ order_id: orderId, amount })
    .onConflict((conflict) => conflict.doNothing())
    .returning("order_id")
    .executeTakeFirst();
  return row !== undefined;
}

/** How much was written down under a key; undefined when nothing was. */
export async function findReceiptAmount(tx: Tx, key: string): Promise<number | undefined> {
  const row = await tx
    .selectFrom("payment_receipt")
    .select("amount")
    .where("key", "=", key)
    .executeTakeFirst();
  return row?.amount;
}
