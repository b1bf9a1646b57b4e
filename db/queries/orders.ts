import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";

export type LockedOrder = {
  readonly id: number;
  readonly code: string;
  readonly status: string;
  readonly warung_id: number | null;
  readonly chosen_warung_id: number | null;
  readonly village_code: string;
  readonly regency_code: string;
  readonly pin: string;
  readonly pin_tries: number;
  readonly goods_total: number;
  readonly delivery_fee: number;
  readonly total: number;
  readonly promise_from: Date;
  readonly promise_until: Date;
  readonly held_window: Date | null;
  readonly checkout_id: number;
  /** of the readiness gate: no money, no stock, nobody's place */
  readonly is_test: boolean;
  readonly fulfilment: string;
  /** failed tries since its warung has it */
  readonly delivery_tries: number;
  readonly deadline_at: Date | null;
  readonly pickup_until: Date | null;
};

const locked = [
  "id",
  "code",
  "status",
  "warung_id",
  "chosen_warung_id",
  "village_code",
  "regency_code",
  "pin",
  "pin_tries",
  "goods_total",
  "delivery_fee",
  "total",
  "promise_from",
  "promise_until",
  "held_window",
  "checkout_id",
  "is_test",
  "fulfilment",
  "delivery_tries",
  "deadline_at",
  "pickup_until",
] as const;

/** Locks the order until the transaction ends: its steps happen one after the other. */
export async function lockOrder(tx: Tx, code: string): Promise<LockedOrder | undefined> {
  return tx.selectFrom("order").select(locked).where("code", "=", code).forUpdate().executeTakeFirst();
}

/** An order as it stands, without a lock, for pages. */
export async function findOrderByCode(db: Db, code: string): Promise<LockedOrder | undefined> {
  return db.selectFrom("order").select(locked).where("code", "=", code).executeTakeFirst();
}

/** As `lockOrder`, by id, for jobs. */
export async function lockOrderById(tx: Tx, id: number): Promise<LockedOrder | undefined> {
  return tx.selectFrom("order").select(locked).where("id", "=", id).forUpdate().executeTakeFirst();
}

/**
 * Locks those of these orders that are placed, always in the same order so that nobody waits in a circle. Their
 * checkouts are locked with them: of two orders of one checkout, the second is routed when the first one's warung is
 * known.
 */
export async function lockPlacedOrders(tx: Tx, ids: readonly number[]): Promise<LockedOrder[]> {
  return tx
    .selectFrom("order")
    .innerJoin("checkout", "checkout.id", "order.checkout_id")
    .select(locked.map((column) => `order.${column}` as const))
    .where(sql<boolean>`"order".id = any(${ids}::bigint[])`)
    .where("order.status", "=", "placed")
    .orderBy("order.id")
    .forUpdate("order")
    .forNoKeyUpdate("checkout")
    .execute();
}

export type OrderPatch = {
  readonly nextAction: string | null;
  readonly deadlineAt: Date | null;
  readonly warungId?: number | null;
  readonly heldWindow?: Date | null;
  readonly cancelledReason?: string;
  readonly needsOfficerReason?: string | null;
};

/** Compare-and-set of the status. @returns false when the order is not in `from` any more */
export async function updateOrderStatus(
  tx: Tx,
  id: number,
  from: string,
  to: string,
  patch: OrderPatch,
): Promise<boolean> {
  const result = await tx
    .updateTable("order")
    .set({
      status: to,
      next_action: patch.nextAction,
      deadline_at: patch.deadlineAt,
      ...(patch.warungId !== undefined && { warung_id: patch.warungId }),
      ...(patch.heldWindow !== undefined && { held_window: patch.heldWindow }),
      ...(patch.cancelledReason !== undefined && { cancelled_reason: patch.cancelledReason }),
      ...(patch.needsOfficerReason !== undefined && { needs_officer_reason: patch.needsOfficerReason }),
    })
    .where("id", "=", id)
    .where("status", "=", from)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** The staples of an order that count, by id. */
export async function findOrderStapleIds(db: Db | Tx, orderId: number): Promise<number[]> {
  const rows = await db
    .selectFrom("order_line")
    .select("staple_id")
    .where("order_id", "=", orderId)
    .where("staple_id", "is not", null)
    .where("quantity", ">", 0)
    .execute();
  return rows.map((row) => row.staple_id!);
}

/** One more wrong PIN. @returns tries so far */
export async function countPinTry(tx: Tx, orderId: number): Promise<number> {
  const row = await tx
    .updateTable("order")
    .set((eb) => ({ pin_tries: eb("pin_tries", "+", 1) }))
    .where("id", "=", orderId)
    .returning("pin_tries")
    .executeTakeFirstOrThrow();
  return row.pin_tries;
}

/** Compare-and-set of one seller's part. @returns its id, or undefined when it is not in `from` any more */
export async function moveSellerLine(
  tx: Tx,
  orderId: number,
  umkmId: number,
  from: readonly string[],
  to: string,
): Promise<number | undefined> {
  const row = await tx
    .updateTable("seller_line")
    .set({ status: to })
    .where("order_id", "=", orderId)
    .where("umkm_id", "=", umkmId)
    .where("status", "in", from)
    .returning("id")
    .executeTakeFirst();
  return row?.id;
}

/**
 * While sellers' goods are awaited, an accepted order is due when the first of them has to be handed over (but not
 * before `soonest`); afterwards at `gatherBy`.
 */
export async function setGatheringDeadline(
  tx: Tx,
  orderId: number,
  { soonest, gatherBy }: { soonest: Date; gatherBy: Date },
): Promise<void> {
  await sql`
    update "order" o set deadline_at = coalesce((
        select greatest(s.hand_over_by, ${soonest}) from seller_line s
         where s.order_id = o.id and s.status in ('pending', 'confirmed', 'handed_over')
         order by s.hand_over_by limit 1), ${gatherBy})
     where o.id = ${orderId} and o.status = 'accepted'`.execute(tx);
}

export async function cancelSellerLines(tx: Tx, orderId: number): Promise<void> {
  await tx
    .updateTable("seller_line")
    .set({ status: "cancelled" })
    .where("order_id", "=", orderId)
    .where("status", "in", ["pending", "confirmed", "handed_over", "received"])
    .execute();
}

/** Ticks lines off as lying in the warung (or not). @returns how many lines changed */
export async function gatherLines(
  tx: Tx,
  orderId: number,
  which: { readonly sellerLineId: number } | { readonly lineId: number },
  gathered: boolean,
): Promise<number> {
  let query = tx.updateTable("order_line").set({ gathered }).where("order_id", "=", orderId);
  query =
    "lineId" in which
      ? query
          .where("id", "=", which.lineId)
          .where((eb) => eb.or([eb("staple_id", "is not", null), eb("shelf_item_id", "is not", null)]))
      : query.where("seller_line_id", "=", which.sellerLineId);
  const result = await query.executeTakeFirst();
  return Number(result.numUpdatedRows);
}

export async function countUngathered(tx: Tx, orderId: number): Promise<number> {
  const row = await tx
    .selectFrom("order_line")
    .select((eb) => eb.fn.countAll<number>().as("lines"))
    .where("order_id", "=", orderId)
    .where("gathered", "=", false)
    .where("quantity", ">", 0)
    .executeTakeFirstOrThrow();
  return row.lines;
}

/** Each seller's goods in an order, and bringing them to the warung. Rupiah. */
export async function sumPerSeller(
  tx: Tx,
  orderId: number,
): Promise<{ umkm_id: number; goods: number; first_leg: number }[]> {
  const { rows } = await sql<{ umkm_id: number; goods: number; first_leg: number }>`
    select s.umkm_id, sum(l.price * l.quantity)::bigint as goods, max(s.first_leg_fee)::bigint as first_leg
      from order_line l join seller_line s on s.id = l.seller_line_id
     where l.order_id = ${orderId} and l.quantity > 0 group by s.umkm_id order by s.umkm_id`.execute(tx);
  return rows;
}

/** Sums an order and what is due for it anew from the lines that count; the fee of the delivery stays. */
export async function updateTotals(tx: Tx, orderId: number): Promise<void> {
  await sql`
    with goods as (
      select coalesce(sum(price * quantity), 0)::bigint as amount from order_line where order_id = ${orderId}),
    legs as (
      select coalesce(sum(first_leg_fee), 0)::bigint as amount from seller_line s where s.order_id = ${orderId}
         and exists (select 1 from order_line l where l.seller_line_id = s.id and l.quantity > 0)),
    summed as (
      update "order" o set goods_total = goods.amount, first_leg_fee = legs.amount,
             total = goods.amount + legs.amount + o.delivery_fee
        from goods, legs where o.id = ${orderId} returning o.id, o.total)
    update payment p set amount = s.total from summed s where p.order_id = s.id and p.status <> 'void'`.execute(
    tx,
  );
}

/** How many lines of an order still count. */
export async function countLines(tx: Tx, orderId: number): Promise<number> {
  const row = await tx
    .selectFrom("order_line")
    .select((eb) => eb.fn.countAll<number>().as("lines"))
    .where("order_id", "=", orderId)
    .where("quantity", ">", 0)
    .executeTakeFirstOrThrow();
  return row.lines;
}

/** By when its next action has to be done, where that changes without a step. */
export async function setOrderDeadline(tx: Tx, orderId: number, deadlineAt: Date): Promise<void> {
  await tx.updateTable("order").set({ deadline_at: deadlineAt }).where("id", "=", orderId).execute();
}

/** Orders whose deadline has passed, for the sweep; those with an open complaint wait for people. */
export async function findOverdue(
  db: Db,
  now: Date,
  limit: number,
): Promise<{ id: number; status: string; offer_id: number | null }[]> {
  const { rows } = await sql<{ id: number; status: string; offer_id: number | null }>`
    select o.id, o.status, f.id as offer_id from "order" o
      left join offer f on f.order_id = o.id and f.status = 'pending'
     where o.next_action is not null and o.deadline_at < ${now}
       and o.status in ('placed', 'offered', 'delivered', 'delivery_failed', 'ready_for_pickup')
       and not exists (select 1 from complaint c where c.order_id = o.id and c.status <> 'done')
     order by o.deadline_at limit ${limit}`.execute(db);
  return rows;
}
