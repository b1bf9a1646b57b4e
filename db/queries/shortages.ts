import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";

export type ReportedLineRow = {
  readonly id: number;
  readonly name: string;
  readonly unit: string;
  readonly price: number;
  /** pieces that count */
  readonly quantity: number;
  readonly variant_id: number | null;
  readonly staple_id: number | null;
  readonly umkm_id: number | null;
  readonly umkm: string | null;
  /** of its seller's part; null for a staple */
  readonly seller_status: string | null;
  /** the buyer is being asked about it */
  readonly asked: boolean;
};

/** The lines of an order that still count, as those who report missing pieces look at them. */
export async function findReportedLines(db: Db | Tx, orderId: number): Promise<ReportedLineRow[]> {
  const { rows } = await sql<ReportedLineRow>`
    select l.id, l.name, l.unit, l.price, l.quantity, l.variant_id, l.staple_id, s.umkm_id, u.name as umkm,
      s.status as seller_status,
      exists (select 1 from shortage h where h.order_line_id = l.id and h.decided_at is null) as asked
    from order_line l left join seller_line s on s.id = l.seller_line_id left join umkm u on u.id = s.umkm_id
    where l.order_id = ${orderId} and l.quantity > 0 order by l.id`.execute(db);
  return rows;
}

export type Substitute = {
  readonly variantId: number | null;
  readonly stapleId: number | null;
  readonly name: string;
  readonly unit: string;
  /** rupiah of one */
  readonly price: number;
  readonly quantity: number;
};

export type NewShortage = {
  readonly orderId: number;
  readonly lineId: number;
  readonly pieces: number;
  readonly reason: string;
  readonly reportedBy: "seller" | "operator";
  readonly deadlineAt: Date;
  readonly substitute: Substitute | null;
};

/** @returns its id, or undefined when the buyer is being asked about this line already */
export async function insertShortage(tx: Tx, shortage: NewShortage): Promise<number | undefined> {
  const { substitute } = shortage;
  const row = await tx
    .insertInto("shortage")
    .values({
      order_id: shortage.orderId,
      order_line_id: shortage.lineId,
      pieces: shortage.pieces,
      reason: shortage.reason,
      reported_by: shortage.reportedBy,
      deadline_at: shortage.deadlineAt,
      substitute_variant_id: substitute?.variantId,
      substitute_staple_id: substitute?.stapleId,
      substitute_name: substitute?.name,
      substitute_unit: substitute?.unit,
      substitute_price: substitute?.price,
      substitute_quantity: substitute?.quantity,
    })
    .onConflict((conflict) => conflict.column("order_line_id").where("decided_at", "is", null).doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id;
}

export type ShortageRow = {
  readonly id: number;
  readonly order_id: number;
  readonly order_line_id: number;
  readonly pieces: number;
  readonly reason: string;
  readonly reported_by: string;
  readonly deadline_at: Date;
  readonly decision: string | null;
  readonly substitute_variant_id: number | null;
  readonly substitute_staple_id: number | null;
  readonly substitute_name: string | null;
  readonly substitute_unit: string | null;
  readonly substitute_price: number | null;
  readonly substitute_quantity: number | null;
  /** of the line that it is missing from; null for a staple */
  readonly variant_id: number | null;
  readonly name: string;
  readonly unit: string;
  readonly price: number;
  readonly quantity: number;
  readonly umkm_id: number | null;
  /** who sells the substitute; null for a staple */
  readonly substitute_umkm_id: number | null;
  readonly substitute_umkm: string | null;
};

const shortages = sql`
  select h.id, h.order_id, h.order_line_id, h.pieces, h.reason, h.reported_by, h.deadline_at, h.decision,
    h.substitute_variant_id, h.substitute_staple_id, h.substitute_name, h.substitute_unit, h.substitute_price,
    h.substitute_quantity, l.variant_id, l.name, l.unit, l.price, l.quantity, s.umkm_id,
    v.umkm_id as substitute_umkm_id, u.name as substitute_umkm
  from shortage h join order_line l on l.id = h.order_line_id left join seller_line s on s.id = l.seller_line_id
  left join variant v on v.id = h.substitute_variant_id left join umkm u on u.id = v.umkm_id`;

export async function findShortage(db: Db | Tx, id: number): Promise<ShortageRow | undefined> {
  const { rows } = await sql<ShortageRow>`${shortages} where h.id = ${id}`.execute(db);
  return rows[0];
}

/** What the buyer of an order is being asked, the most urgent first. */
export async function findOpenShortages(db: Db | Tx, orderId: number): Promise<ShortageRow[]> {
  const { rows } = await sql<ShortageRow>`
    ${shortages} where h.order_id = ${orderId} and h.decided_at is null order by h.deadline_at, h.id`.execute(
    db,
  );
  return rows;
}

/** By when the next open question of an order has to be answered; null when none is open. */
export async function findShortageDeadline(tx: Tx, orderId: number): Promise<Date | null> {
  const row = await tx
    .selectFrom("shortage")
    .select((eb) => eb.fn.min("deadline_at").as("deadline"))
    .where("order_id", "=", orderId)
    .where("decided_at", "is", null)
    .executeTakeFirst();
  return row?.deadline ?? null;
}

/** Questions whose time is over, for the sweep. */
export async function findDueShortages(db: Db, now: Date, limit: number): Promise<number[]> {
  const rows = await db
    .selectFrom("shortage")
    .select("id")
    .where("decided_at", "is", null)
    .where("deadline_at", "<", now)
    .orderBy("deadline_at")
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}

/** Compare-and-set: a question is answered once. @returns false when somebody or something was faster */
export async function closeShortage(
  tx: Tx,
  id: number,
  decision: string,
  decidedBy: string,
): Promise<boolean> {
  const result = await tx
    .updateTable("shortage")
    .set({ decision, decided_by: decidedBy, decided_at: sql`now()` })
    .where("id", "=", id)
    .where("decided_at", "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** The missing pieces count no more. */
export async function dropPieces(tx: Tx, lineId: number, pieces: number): Promise<void> {
  await tx
    .updateTable("order_line")
    .set((eb) => ({ quantity: eb("quantity", "-", pieces), dropped: eb("dropped", "+", pieces) }))
    .where("id", "=", lineId)
    .execute();
}

/**
 * An order that ends takes its open questions with it: what they said is missing does not come back into stock, but for
 * what is missing for a reason that leaves it with its seller (`kept`).
 */
export async function closeShortagesOf(tx: Tx, orderId: number, kept: readonly string[]): Promise<void> {
  await sql`
    with closed as (
      update shortage set decision = 'cancelled', decided_by = 'order', decided_at = now()
       where order_id = ${orderId} and decided_at is null returning order_line_id, pieces, reason)
    update order_line l set quantity = l.quantity - c.pieces, dropped = l.dropped + c.pieces
      from closed c where l.id = c.order_line_id and c.reason <> all(${kept}::text[])`.execute(tx);
}

/** What one warung's shelf lacked is no question any more when another warung brings the order. */
export async function withdrawShelfShortages(tx: Tx, orderId: number): Promise<void> {
  await sql`
    update shortage h set decision = 'withdrawn', decided_by = 'order', decided_at = now()
      from order_line l
     where h.order_id = ${orderId} and h.decided_at is null and l.id = h.order_line_id and l.staple_id is not null`.execute(
    tx,
  );
}

/** Sellers of whom nothing counts any more have no part in the order. */
export async function closeEmptySellerLines(tx: Tx, orderId: number): Promise<void> {
  await sql`
    update seller_line s set status = 'unavailable'
     where s.order_id = ${orderId} and s.status in ('pending', 'confirmed', 'handed_over', 'received')
       and not exists (select 1 from order_line l where l.seller_line_id = s.id and l.quantity > 0)`.execute(
    tx,
  );
}

export async function findMissingChoice(tx: Tx, checkoutId: number): Promise<string> {
  const row = await tx
    .selectFrom("checkout")
    .select("missing_choice")
    .where("id", "=", checkoutId)
    .executeTakeFirstOrThrow();
  return row.missing_choice;
}
