import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";
import type { RefundRow } from "./refunds.ts";

export type CardRefundRow = RefundRow & {
  readonly complaint_id: number | null;
  readonly status: string;
  readonly attempt: number;
  readonly provider_ref: string | null;
  readonly intent_id: string | null;
  /** `captured`: there is something to give back */
  readonly card_status: string | null;
};

const detail = sql`
  select r.id, r.kind, r.order_id, r.amount, r.method, r.warung_id, r.umkm_id, r.complaint_id, r.status, r.attempt,
         r.provider_ref, c.intent_id, c.status as card_status
    from refund r join "order" o on o.id = r.order_id left join card_payment c on c.checkout_id = o.checkout_id`;

/** A refund that goes back to a card, with the payment it comes from. */
export async function findCardRefund(db: Db, id: number): Promise<CardRefundRow | undefined> {
  const { rows } = await sql<CardRefundRow>`${detail} where r.id = ${id} and r.method = 'card'`.execute(db);
  return rows[0];
}

/** Locks the refund until the transaction ends; its order is locked before. */
export async function lockCardRefund(tx: Tx, id: number): Promise<CardRefundRow | undefined> {
  const { rows } = await sql<CardRefundRow>`
    ${detail} where r.id = ${id} and r.method = 'card' for update of r`.execute(tx);
  return rows[0];
}

export async function findRefundByProviderRef(db: Db, ref: string): Promise<number | undefined> {
  const row = await db.selectFrom("refund").select("id").where("provider_ref", "=", ref).executeTakeFirst();
  return row?.id;
}

/** Compare-and-set of a refund to a card. */
export async function updateCardRefund(
  tx: Tx,
  id: number,
  to: "sent" | "failed" | "paid_back",
  { providerRef, reason }: { providerRef?: string; reason?: string | null },
): Promise<void> {
  await tx
    .updateTable("refund")
    .set({
      status: to,
      ...(providerRef !== undefined && { provider_ref: providerRef }),
      ...(to === "failed" && { failed_reason: reason ?? "tanpa alasan" }),
      ...(to === "paid_back" && { paid_back_at: sql<Date>`now()`, confirmed_by: "provider" }),
    })
    .where("id", "=", id)
    .where("status", "<>", "paid_back")
    .execute();
}

/** The provider answered a try with an error: the next one goes by another key. */
export async function countRefundAttempt(db: Db, id: number): Promise<void> {
  await db
    .updateTable("refund")
    .set((eb) => ({ attempt: eb("attempt", "+", 1) }))
    .where("id", "=", id)
    .where("status", "in", ["due", "sent"])
    .execute();
}

/** Refunds to cards whose end was not heard of for some minutes. */
export async function findUnwatchedCardRefunds(db: Db, limit: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select r.id from refund r join "order" o on o.id = r.order_id
      join card_payment c on c.checkout_id = o.checkout_id and c.status = 'captured'
     where r.method = 'card' and r.status in ('due', 'sent') and r.created_at < now() - interval '3 minutes'
     order by r.id limit ${limit}`.execute(db);
  return rows.map((row) => row.id);
}

export type FailedRefund = {
  readonly id: number;
  readonly code: string;
  readonly amount: number;
  readonly reason: string | null;
  readonly provider_ref: string | null;
  readonly buyer_name: string;
  readonly buyer_mobile: string;
};

/** Refunds that the buyer's bank would not take. */
export async function findFailedRefunds(db: Db): Promise<FailedRefund[]> {
  const { rows } = await sql<FailedRefund>`
    select r.id, o.code, r.amount, r.failed_reason as reason, r.provider_ref, c.buyer_name, c.buyer_mobile
      from refund r join "order" o on o.id = r.order_id join checkout c on c.id = o.checkout_id
     where r.status = 'failed' order by r.id limit 200`.execute(db);
  return rows;
}

/** A refund that failed is tried once more, as a new one. @returns false when it has not failed (any more) */
export async function reopenCardRefund(tx: Tx, id: number): Promise<boolean> {
  const result = await tx
    .updateTable("refund")
    .set((eb) => ({
      status: "due",
      attempt: eb("attempt", "+", 1),
      provider_ref: null,
      failed_reason: null,
    }))
    .where("id", "=", id)
    .where("status", "=", "failed")
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** An officer gave the money back another way. @returns false when it has not failed (any more) */
export async function settleCardRefund(tx: Tx, id: number): Promise<boolean> {
  const result = await tx
    .updateTable("refund")
    .set({ status: "paid_back", paid_back_at: sql<Date>`now()`, confirmed_by: "officer" })
    .where("id", "=", id)
    .where("status", "=", "failed")
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
