import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";

/** Whether an order of the checkout waits for its buyer to pay. */
export async function isAwaited(db: Db, checkoutId: number): Promise<boolean> {
  const row = await db
    .selectFrom("order")
    .select("id")
    .where("checkout_id", "=", checkoutId)
    .where("status", "=", "awaiting_payment")
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether there is a card payment that the steps of a checkout's orders decide about. */
export async function hasLiveCardPayment(tx: Tx, checkoutId: number): Promise<boolean> {
  const row = await tx
    .selectFrom("card_payment")
    .select("id")
    .where("checkout_id", "=", checkoutId)
    .where("status", "in", ["created", "open", "held"])
    .executeTakeFirst();
  return row !== undefined;
}

/** Checkouts that nobody has paid in time. */
export async function findUnpaidCheckouts(db: Db, now: Date, limit: number): Promise<number[]> {
  const { rows } = await sql<{ checkout_id: number }>`
    select distinct checkout_id from "order" where status = 'awaiting_payment' and deadline_at < ${now}
     order by checkout_id limit ${limit}`.execute(db);
  return rows.map((row) => row.checkout_id);
}

/**
 * Checkouts whose card payment may be behind: pages that nobody has looked at for three minutes, or that nobody should
 * pay on any more; captures whose fee is not known.
 */
export async function findUnwatchedCardPayments(db: Db, limit: number): Promise<number[]> {
  const { rows } = await sql<{ checkout_id: number }>`
    select c.checkout_id from card_payment c
     where (c.status = 'open' and (coalesce(c.looked_at, c.created_at) < now() - interval '3 minutes'
              or not exists (select 1 from "order" o where o.checkout_id = c.checkout_id and o.status = 'awaiting_payment')))
        or (c.status = 'captured' and c.fee is null and c.looked_at < now() - interval '3 minutes')
        or (c.status in ('held', 'failed') and c.looked_at < now() - interval '1 hour')
     order by c.looked_at nulls first limit ${limit}`.execute(db);
  return rows.map((row) => row.checkout_id);
}

/** Checkouts with a hold that can be captured or let go now: no order of it waits for a warung, or the hold ends soon. */
export async function findHoldsToEnd(db: Db, endsBefore: Date, limit: number): Promise<number[]> {
  const { rows } = await sql<{ checkout_id: number }>`
    select c.checkout_id from card_payment c
     where c.status = 'held' and (c.hold_expires_at < ${endsBefore} or not exists (
       select 1 from "order" o join payment p on p.order_id = o.id
        where o.checkout_id = c.checkout_id and p.status = 'held'
          and o.status in ('awaiting_payment', 'placed', 'offered', 'needs_officer', 'awaiting_buyer')))
     order by c.id limit ${limit}`.execute(db);
  return rows.map((row) => row.checkout_id);
}

export type StuckCard = {
  readonly id: number;
  readonly problem: string | null;
  readonly intent_id: string | null;
  readonly amount: number;
  readonly codes: readonly string[];
};

/** Captures that failed for good and are still owed. */
export async function findFailedCaptures(db: Db): Promise<StuckCard[]> {
  const { rows } = await sql<StuckCard>`
    select c.id, c.problem, c.intent_id, (select coalesce(sum(amount), 0)::bigint from card_share s where s.card_payment_id = c.id) as amount,
           array(select o.code from "order" o join card_share s on s.order_id = o.id where s.card_payment_id = c.id order by o.id) as codes
      from card_payment c where c.status = 'failed' order by c.id limit 200`.execute(db);
  return rows;
}

export type ProviderEvent = { readonly id: string; readonly type: string; readonly object_id: string };

/** @returns false when it was told before */
export async function insertProviderEvent(tx: Tx, event: ProviderEvent): Promise<boolean> {
  const row = await tx
    .insertInto("provider_event")
    .values(event)
    .onConflict((conflict) => conflict.column("id").doNothing())
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

export async function findProviderEvent(db: Db, id: string): Promise<ProviderEvent | undefined> {
  return db
    .selectFrom("provider_event")
    .select(["id", "type", "object_id"])
    .where("id", "=", id)
    .executeTakeFirst();
}

export async function markEventFollowed(db: Db, id: string): Promise<void> {
  await db
    .updateTable("provider_event")
    .set({ followed_at: sql<Date>`now()` })
    .where("id", "=", id)
    .execute();
}

/** Everybody who looks after the province's money. */
export async function findProvinceOfficers(
  db: Db | Tx,
): Promise<{ id: number; name: string; mobile: string }[]> {
  const { rows } = await sql<{ id: number; name: string; mobile: string }>`
    select distinct a.id, a.name, a.mobile from membership m join account a on a.id = m.account_id
     where m.role = 'officer' and m.regency_code is null order by a.id`.execute(db);
  return rows;
}
