import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";

export type OfferRow = {
  readonly id: number;
  readonly order_id: number;
  readonly warung_id: number;
  readonly status: string;
  readonly offered_at: Date;
  readonly expires_at: Date;
};

const columns = ["id", "order_id", "warung_id", "status", "offered_at", "expires_at"] as const;

export async function insertOffer(
  tx: Tx,
  offer: {
    orderId: number;
    warungId: number;
    routingId: number;
    offeredAt: Date;
    remindAt: Date;
    expiresAt: Date;
  },
): Promise<number> {
  const row = await tx
    .insertInto("offer")
    .values({
      order_id: offer.orderId,
      warung_id: offer.warungId,
      routing_id: offer.routingId,
      offered_at: offer.offeredAt,
      remind_at: offer.remindAt,
      expires_at: offer.expiresAt,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

/** Compare-and-set: only a pending offer can be decided. @returns false when somebody or something was faster */
export async function decideOffer(
  tx: Tx,
  offerId: number,
  status: "accepted" | "declined" | "expired" | "withdrawn",
  reason: string | null = null,
): Promise<boolean> {
  const result = await tx
    .updateTable("offer")
    .set({ status, declined_reason: reason, decided_at: sql`now()` })
    .where("id", "=", offerId)
    .where("status", "=", "pending")
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function findOffer(db: Db | Tx, offerId: number): Promise<OfferRow | undefined> {
  return db.selectFrom("offer").select(columns).where("id", "=", offerId).executeTakeFirst();
}

export async function findPendingOffer(db: Db | Tx, orderId: number): Promise<OfferRow | undefined> {
  return db
    .selectFrom("offer")
    .select(columns)
    .where("order_id", "=", orderId)
    .where("status", "=", "pending")
    .executeTakeFirst();
}

export async function countOffers(db: Db | Tx, orderId: number): Promise<number> {
  const row = await db
    .selectFrom("offer")
    .select((eb) => eb.fn.countAll<number>().as("offers"))
    .where("order_id", "=", orderId)
    .executeTakeFirstOrThrow();
  return row.offers;
}

/** @returns the order and the reminded warung, or undefined when the offer was decided meanwhile */
export async function markReminded(
  tx: Tx,
  offerId: number,
): Promise<{ order_id: number; warung_id: number } | undefined> {
  return tx
    .updateTable("offer")
    .set({ reminded_at: sql`now()` })
    .where("id", "=", offerId)
    .where("status", "=", "pending")
    .where("reminded_at", "is", null)
    .returning(["order_id", "warung_id"])
    .executeTakeFirst();
}

/** One more offer unanswered in a row. @returns how many now */
export async function countExpiry(tx: Tx, warungId: number): Promise<number> {
  const row = await tx
    .updateTable("warung")
    .set((eb) => ({ expiries_in_row: eb("expiries_in_row", "+", 1) }))
    .where("id", "=", warungId)
    .returning("expiries_in_row")
    .executeTakeFirstOrThrow();
  return row.expiries_in_row;
}

export async function clearExpiries(tx: Tx, warungId: number): Promise<void> {
  await tx
    .updateTable("warung")
    .set({ expiries_in_row: 0 })
    .where("id", "=", warungId)
    .where("expiries_in_row", ">", 0)
    .execute();
}

/** The warung that brings, or is asked to bring, the other order of the same checkout. */
export async function findSiblingWarung(
  tx: Tx,
  order: { readonly id: number; readonly checkout_id: number },
): Promise<number | null> {
  const { rows } = await sql<{ warung_id: number | null }>`
    select coalesce(o.warung_id, f.warung_id) as warung_id
      from "order" o left join offer f on f.order_id = o.id and f.status = 'pending'
     where o.checkout_id = ${order.checkout_id} and o.id <> ${order.id} and o.status <> 'cancelled'
     order by o.id limit 1`.execute(tx);
  return rows[0]?.warung_id ?? null;
}
