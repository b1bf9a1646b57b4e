import { sql } from "kysely";
import type { Db } from "#db/client.server.ts";
import type { TestOrder } from "./order.ts";

export type LineState = {
  readonly id: number;
  readonly variant_id: number | null;
  readonly staple_id: number | null;
  readonly quantity: number;
  readonly dropped: number;
  readonly substitutes: number | null;
};

/** The lines of an order as they count, substitutes last. */
export async function linesOf(db: Db, orderId: number): Promise<LineState[]> {
  return db
    .selectFrom("order_line")
    .select(["id", "variant_id", "staple_id", "quantity", "dropped", "substitutes"])
    .where("order_id", "=", orderId)
    .orderBy("id")
    .execute();
}

/** The line of a variant or a staple. */
export async function lineOf(
  db: Db,
  order: TestOrder,
  what: { readonly variantId: number } | { readonly stapleId: number },
): Promise<LineState> {
  const lines = await linesOf(db, order.id);
  return lines.find((line) =>
    "variantId" in what ? line.variant_id === what.variantId : line.staple_id === what.stapleId,
  )!;
}

/** The question about a line that is open, or was asked last. */
export async function shortageOf(db: Db, lineId: number) {
  return db
    .selectFrom("shortage")
    .selectAll()
    .where("order_line_id", "=", lineId)
    .orderBy("id", "desc")
    .executeTakeFirstOrThrow();
}

/** Lets the time to answer run out, as the passing of time would. */
export async function runOutOfAnswerTime(db: Db, orderId: number): Promise<void> {
  const past = new Date(Date.now() - 1000);
  await db
    .updateTable("shortage")
    .set({ deadline_at: past })
    .where("order_id", "=", orderId)
    .where("decided_at", "is", null)
    .execute();
  await db.updateTable("order").set({ deadline_at: past }).where("id", "=", orderId).execute();
}

export async function stockOf(db: Db, variantId: number): Promise<number> {
  const row = await db
    .selectFrom("variant")
    .select("stock")
    .where("id", "=", variantId)
    .executeTakeFirstOrThrow();
  return row.stock;
}

/** What an order costs by its own columns, by its lines, and what is due for it: always the same number. */
export async function totalsOf(db: Db, orderId: number) {
  const { rows } = await sql<{ total: number; goods: number; summed: number; due: number; legs: number }>`
    select o.total, o.goods_total as goods, o.first_leg_fee as legs, p.amount as due,
      (select coalesce(sum(price * quantity), 0)::bigint from order_line where order_id = o.id) as summed
    from "order" o join payment p on p.order_id = o.id where o.id = ${orderId}`.execute(db);
  return rows[0]!;
}
