import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";

export type DisputeRow = { readonly id: number; readonly card_payment_id: number };

/** A dispute as the provider tells it, new or known. */
export async function upsertDispute(
  tx: Tx,
  dispute: {
    id: string;
    cardPaymentId: number;
    amount: number;
    reason: string;
    status: string;
    dueBy: Date | null;
  },
): Promise<DisputeRow> {
  const { rows } = await sql<DisputeRow>`
    insert into dispute (provider_id, card_payment_id, amount, reason, status, due_at)
    values (${dispute.id}, ${dispute.cardPaymentId}, ${dispute.amount}, ${dispute.reason}, ${dispute.status}, ${dispute.dueBy})
    on conflict (provider_id) do update set status = excluded.status, due_at = excluded.due_at, looked_at = now()
    returning id, card_payment_id`.execute(tx);
  return rows[0]!;
}

/** @returns false when it was closed before */
export async function closeDispute(tx: Tx, id: number): Promise<boolean> {
  const result = await tx
    .updateTable("dispute")
    .set({ closed_at: sql<Date>`now()` })
    .where("id", "=", id)
    .where("closed_at", "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** The codes of the orders that a card payment paid. */
export async function findDisputeCodes(db: Db | Tx, cardPaymentId: number): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    select o.code from "order" o join card_payment c on c.checkout_id = o.checkout_id
     where c.id = ${cardPaymentId} order by o.id`.execute(db);
  return rows.map((row) => row.code);
}

/** Open disputes that were not asked after for six hours. */
export async function findUnwatchedDisputes(db: Db, limit: number): Promise<string[]> {
  const { rows } = await sql<{ provider_id: string }>`
    select provider_id from dispute where closed_at is null and looked_at < now() - interval '6 hours'
     order by looked_at limit ${limit}`.execute(db);
  return rows.map((row) => row.provider_id);
}
