import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";

const columns = [
  "id",
  "checkout_id",
  "status",
  "attempt",
  "amount",
  "return_url",
  "session_id",
  "session_url",
  "session_expires_at",
  "intent_id",
  "held",
  "hold_expires_at",
  "captured",
  "fee",
  "problem",
] as const;

export type CardPaymentRow = {
  readonly id: number;
  readonly checkout_id: number;
  readonly status: string;
  readonly attempt: number;
  /** rupiah */
  readonly amount: number;
  readonly return_url: string;
  readonly session_id: string | null;
  readonly session_url: string | null;
  readonly session_expires_at: Date;
  readonly intent_id: string | null;
  readonly held: number | null;
  readonly hold_expires_at: Date | null;
  readonly captured: number | null;
  readonly fee: number | null;
  readonly problem: string | null;
};

export async function findCardPayment(db: Db | Tx, id: number): Promise<CardPaymentRow | undefined> {
  return db.selectFrom("card_payment").select(columns).where("id", "=", id).executeTakeFirst();
}

export async function findCardPaymentOf(
  db: Db | Tx,
  checkoutId: number,
): Promise<CardPaymentRow | undefined> {
  return db
    .selectFrom("card_payment")
    .select(columns)
    .where("checkout_id", "=", checkoutId)
    .executeTakeFirst();
}

/** Locks the card payment of a checkout whose orders are locked already. */
export async function lockCardPaymentOf(tx: Tx, checkoutId: number): Promise<CardPaymentRow | undefined> {
  return tx
    .selectFrom("card_payment")
    .select(columns)
    .where("checkout_id", "=", checkoutId)
    .forUpdate()
    .executeTakeFirst();
}

/** The card payment that one of the provider's things belongs to. */
export async function findCardPaymentBy(
  db: Db,
  { sessionId, intentId }: { sessionId?: string; intentId?: string },
): Promise<CardPaymentRow | undefined> {
  return db
    .selectFrom("card_payment")
    .select(columns)
    .where((eb) =>
      eb.or([
        ...(sessionId ? [eb("session_id", "=", sessionId)] : []),
        ...(intentId ? [eb("intent_id", "=", intentId)] : []),
      ]),
    )
    .executeTakeFirst();
}

export type CardCheckout = {
  readonly payment_method: string;
  readonly tracking_secret: string;
  readonly order_ids: readonly number[];
};

/** A checkout with its orders, in the order in which they are to be locked. */
export async function findCardCheckout(db: Db | Tx, checkoutId: number): Promise<CardCheckout> {
  const { rows } = await sql<CardCheckout>`
    select c.payment_method, c.tracking_secret,
           array(select o.id from "order" o where o.checkout_id = c.id order by o.id) as order_ids
      from checkout c where c.id = ${checkoutId}`.execute(db);
  return rows[0]!;
}

/** A new page for a checkout, on paper: the provider is asked for it with what stands here. */
export async function insertCardPayment(
  tx: Tx,
  page: { checkoutId: number; amount: number; returnUrl: string; expiresAt: Date },
): Promise<CardPaymentRow> {
  return tx
    .insertInto("card_payment")
    .values({
      checkout_id: page.checkoutId,
      amount: page.amount,
      return_url: page.returnUrl,
      session_expires_at: page.expiresAt,
    })
    .returning(columns)
    .executeTakeFirstOrThrow();
}

/** The next page for a checkout whose last one is over. */
export async function renewCardPayment(
  tx: Tx,
  id: number,
  page: { amount: number; returnUrl: string; expiresAt: Date },
): Promise<CardPaymentRow> {
  return tx
    .updateTable("card_payment")
    .set((eb) => ({
      status: "created",
      attempt: eb("attempt", "+", 1),
      amount: page.amount,
      return_url: page.returnUrl,
      session_expires_at: page.expiresAt,
      session_id: null,
      session_url: null,
    }))
    .where("id", "=", id)
    .returning(columns)
    .executeTakeFirstOrThrow();
}

/** The page is there. Does nothing when meanwhile another one was asked for. */
export async function setCardSession(
  tx: Tx,
  { id, attempt }: { id: number; attempt: number },
  session: { id: string; url: string },
): Promise<void> {
  await tx
    .updateTable("card_payment")
    .set({
      session_id: session.id,
      session_url: session.url,
      status: "open",
      looked_at: sql<Date>`now()`,
    })
    .where("id", "=", id)
    .where("attempt", "=", attempt)
    .where("status", "=", "created")
    .execute();
}

/** The provider answered a try with an error: the next one goes by another key. */
export async function countCardAttempt(db: Db, id: number, attempt: number): Promise<void> {
  await db
    .updateTable("card_payment")
    .set((eb) => ({ attempt: eb("attempt", "+", 1) }))
    .where("id", "=", id)
    .where("attempt", "=", attempt)
    .execute();
}

export type CardPatch = {
  readonly intent_id?: string | null;
  readonly held?: number;
  readonly hold_expires_at?: Date | null;
  readonly captured?: number;
  readonly problem?: string;
};

/** Compare-and-set of the status. @returns false when it is not in `from` any more */
export async function updateCardStatus(
  tx: Tx,
  id: number,
  from: string,
  to: string,
  patch: CardPatch,
): Promise<boolean> {
  const result = await tx
    .updateTable("card_payment")
    .set({ ...patch, status: to })
    .where("id", "=", id)
    .where("status", "=", from)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** The provider was asked just now. */
export async function touchCardPayment(tx: Tx, id: number): Promise<void> {
  await tx.updateTable("card_payment").set({ looked_at: sql<Date>`now()` }).where("id", "=", id).execute();
}

/** What the provider kept. @returns false when that was known before */
export async function setCardFee(tx: Tx, id: number, fee: number): Promise<boolean> {
  const result = await tx
    .updateTable("card_payment")
    .set({ fee })
    .where("id", "=", id)
    .where("fee", "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** The card is held for an order: nothing is to be taken for it at the door. */
export async function holdPayment(tx: Tx, orderId: number): Promise<void> {
  await tx
    .updateTable("payment")
    .set({ status: "held" })
    .where("order_id", "=", orderId)
    .where("status", "=", "due")
    .execute();
}

/** An order is paid in cash instead. @returns false when it was paid already, or nothing is owed any more */
export async function turnPaymentToCash(tx: Tx, orderId: number): Promise<boolean> {
  const result = await tx
    .updateTable("payment")
    .set({ method: "cash", status: "due" })
    .where("order_id", "=", orderId)
    .where("status", "in", ["due", "held"])
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function setCheckoutMethod(tx: Tx, checkoutId: number, method: string): Promise<void> {
  await tx.updateTable("checkout").set({ payment_method: method }).where("id", "=", checkoutId).execute();
}

export type CardShare = { readonly order_id: number; readonly amount: number };

export async function findCardShares(tx: Tx, cardPaymentId: number): Promise<CardShare[]> {
  return tx
    .selectFrom("card_share")
    .select(["order_id", "amount"])
    .where("card_payment_id", "=", cardPaymentId)
    .orderBy("order_id")
    .execute();
}

/** What of the next capture is whose; what stood there before is forgotten. */
export async function replaceCardShares(
  tx: Tx,
  cardPaymentId: number,
  shares: readonly CardShare[],
): Promise<void> {
  await tx.deleteFrom("card_share").where("card_payment_id", "=", cardPaymentId).execute();
  if (shares.length === 0) return;
  await tx
    .insertInto("card_share")
    .values(shares.map((share) => ({ ...share, card_payment_id: cardPaymentId })))
    .execute();
}

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
