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
