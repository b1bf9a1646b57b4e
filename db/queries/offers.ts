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

export type NewOffer = {
  readonly orderId: number;
  readonly warungId: number;
  readonly routingId: number;
  readonly offeredAt: Date;
  readonly remindAt: Date;
  readonly expiresAt: Date;
};

/** @returns the id of each offer, by order */
export async function insertOffers(tx: Tx, offers: readonly NewOffer[]): Promise<Map<number, number>> {
  const { rows } = await sql<{ id: number; order_id: number }>`
    insert into offer (order_id, warung_id, routing_id, offered_at, remind_at, expires_at)
    select "orderId", "warungId", "routingId", "offeredAt", "remindAt", "expiresAt"
      from json_to_recordset(${JSON.stringify(offers)}::json)
             as o("orderId" bigint, "warungId" bigint, "routingId" bigint, "offeredAt" timestamptz,
                  "remindAt" timestamptz, "expiresAt" timestamptz)
    returning id, order_id`.execute(tx);
  return new Map(rows.map((row) => [row.order_id, row.id]));
}

export async function insertOffer(tx: Tx, offer: NewOffer): Promise<number> {
  return (await insertOffers(tx, [offer])).get(offer.orderId)!;
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

/** @returns false when the offer was decided or reminded of meanwhile */
export async function markReminded(tx: Tx, offerId: number): Promise<boolean> {
  const result = await tx
    .updateTable("offer")
    .set({ reminded_at: sql`now()` })
    .where("id", "=", offerId)
    .where("status", "=", "pending")
    .where("reminded_at", "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
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
