import { sql } from "kysely";
import type { Tx } from "../client.server.ts";
import type { RefundRow } from "./refunds.ts";

export type LockedPayment = {
  readonly id: number;
  readonly method: string;
  readonly status: string;
  /** rupiah: what the order costs; what came in before hand-over; what of it went or goes back */
  readonly amount: number;
  readonly received: number;
  readonly returned: number;
  /** rupiah taken in cash at hand-over */
  readonly cash: number;
};

/** The payment of an order, locked; undefined for a test order. */
export async function lockPayment(tx: Tx, orderId: number): Promise<LockedPayment | undefined> {
  return tx
    .selectFrom("payment")
    .select(["id", "method", "status", "amount", "received", "returned", "cash"])
    .where("order_id", "=", orderId)
    .forUpdate()
    .executeTakeFirst();
}

/** @returns false when this money was written down before */
export async function insertReceipt(
  tx: Tx,
  receipt: {
    key: string;
    orderId: number;
    amount: number;
    method: "card" | "qris";
    warungId: number | null;
    providerRef: string | null;
    confirmedBy: string;
  },
): Promise<boolean> {
  const row = await tx
    .insertInto("payment_receipt")
    .values({
      key: receipt.key,
      order_id: receipt.orderId,
      amount: receipt.amount,
      method: receipt.method,
      warung_id: receipt.warungId,
      provider_ref: receipt.providerRef,
      confirmed_by: receipt.confirmedBy,
    })
    .onConflict((conflict) => conflict.column("key").doNothing())
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** So much more came in; with as much as is due the payment is paid. One of an order that ended meanwhile stays `void`. */
export async function addReceived(tx: Tx, orderId: number, amount: number): Promise<void> {
  await sql`
    update payment set received = received + ${amount},
           status = case when status in ('due', 'held') and received + ${amount} - returned >= amount then 'paid' else status end,
           paid_at = case when status in ('due', 'held') and received + ${amount} - returned >= amount then now() else paid_at end
     where order_id = ${orderId}`.execute(tx);
}

/** What came in beyond what an order costs, how, and at which warung; undefined when there is nothing. */
export async function findSurplus(
  tx: Tx,
  orderId: number,
): Promise<{ amount: number; method: "card" | "qris"; warungId: number | null } | undefined> {
  const { rows } = await sql<{ amount: number; method: "card" | "qris"; warungId: number | null }>`
    select p.received - p.returned - case when o.status = 'cancelled' then 0 else o.total - p.cash end as amount,
           r.method, r.warung_id as "warungId"
      from payment p join "order" o on o.id = p.order_id
      join lateral (
        select method, warung_id from payment_receipt where order_id = o.id order by id desc limit 1) r on true
     where p.order_id = ${orderId}
       and p.received - p.returned > case when o.status = 'cancelled' then 0 else o.total - p.cash end`.execute(
    tx,
  );
  return rows[0];
}

/** Owes a buyer what came in too much. */
export async function insertSurplusRefund(
  tx: Tx,
  refund: { orderId: number; amount: number; method: "card" | "qris"; warungId: number | null },
): Promise<RefundRow> {
  const { rows } = await sql<RefundRow>`
    with back as (
      update payment set returned = returned + ${refund.amount} where order_id = ${refund.orderId})
    insert into refund (kind, order_id, amount, method, warung_id)
    values ('surplus', ${refund.orderId}, ${refund.amount}, ${refund.method}, ${refund.warungId})
    returning id, kind, order_id, amount, method, warung_id, umkm_id`.execute(tx);
  return rows[0]!;
}

/** The goods are handed over: with cash for what was not paid before. A held card stays held until it is charged. */
export async function closePayment(tx: Tx, orderId: number, cash: number): Promise<void> {
  await sql`
    update payment set cash = ${cash}, status = case when status = 'held' then 'held' else 'paid' end,
           paid_at = case when status = 'held' then null else coalesce(paid_at, now()) end
     where order_id = ${orderId} and status <> 'void'`.execute(tx);
}

/** An order ended before anything came in: nothing is owed. One that was paid stays so, and its money goes back. */
export async function voidPayment(tx: Tx, orderId: number): Promise<void> {
  await tx
    .updateTable("payment")
    .set({ status: "void" })
    .where("order_id", "=", orderId)
    .where("status", "in", ["due", "held"])
    .execute();
}
