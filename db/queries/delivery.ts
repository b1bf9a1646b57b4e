import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";
import { type OpeningColumns, openingOfW } from "./opening.ts";

export type DeliveryAttempt = {
  readonly orderId: number;
  readonly warungId: number;
  readonly actorName: string;
  readonly photoFile?: string | null;
  readonly note?: string | null;
} & (
  | { readonly outcome: "failed"; readonly reason: string }
  | {
      readonly outcome: "delivered";
      readonly proof: "pin" | "photo" | "officer";
      readonly receiverName?: string;
    }
);

export async function insertDeliveryAttempt(tx: Tx, attempt: DeliveryAttempt): Promise<void> {
  const isFailed = attempt.outcome === "failed";
  await tx
    .insertInto("delivery_attempt")
    .values({
      order_id: attempt.orderId,
      warung_id: attempt.warungId,
      outcome: attempt.outcome,
      reason: isFailed ? attempt.reason : null,
      proof: isFailed ? null : attempt.proof,
      receiver_name: isFailed ? null : (attempt.receiverName ?? null),
      note: attempt.note ?? null,
      photo_file: attempt.photoFile ?? null,
      actor_name: attempt.actorName,
    })
    .execute();
}

export type DeliveryPatch = {
  readonly tries?: number;
  readonly promise?: { readonly from: Date; readonly until: Date };
  readonly heldWindow?: Date | null;
  readonly pickup?: {
    readonly warungId: number;
    readonly until: Date;
    readonly remindAt: Date;
  };
};

/** What changes of an order's way to its buyer, beside its status. The order is locked. */
export async function updateDelivery(tx: Tx, orderId: number, patch: DeliveryPatch): Promise<void> {
  const { tries, promise, heldWindow, pickup } = patch;
  await tx
    .updateTable("order")
    .set({
      ...(tries !== undefined && { delivery_tries: tries }),
      ...(promise && { promise_from: promise.from, promise_until: promise.until }),
      ...(heldWindow !== undefined && { held_window: heldWindow }),
      ...(pickup && {
        fulfilment: "pickup",
        chosen_warung_id: pickup.warungId,
        pickup_until: pickup.until,
        pickup_remind_at: pickup.remindAt,
      }),
    })
    .where("id", "=", orderId)
    .execute();
}

export type AttemptRow = {
  readonly id: number;
  readonly at: string;
  readonly outcome: "failed" | "delivered";
  readonly reason: string | null;
  readonly note: string | null;
  readonly proof: "pin" | "photo" | "officer" | null;
  readonly receiver_name: string | null;
  readonly has_photo: boolean;
  readonly warung: string;
};

export type ReceivingRow = OpeningColumns & {
  readonly fulfilment: "delivery" | "pickup";
  readonly delivery_tries: number;
  readonly receiver_without_phone: boolean;
  readonly pickup_until: Date | null;
  readonly promise_until: Date;
  readonly offers_pickup: boolean | null;
  /** where it is fetched: the warung that has it, else the one that was chosen */
  readonly place: {
    readonly name: string;
    readonly address: string;
    readonly rt: string | null;
    readonly rw: string | null;
    readonly village: string;
    readonly mobile: string;
  } | null;
  readonly trip_id: number | null;
  readonly attempts: readonly AttemptRow[];
};

/** How an order reaches its buyer: delivered or fetched, what was tried, and what proves it. One query. */
export async function findReceivingRow(db: Db, code: string): Promise<ReceivingRow | undefined> {
  const { rows } = await sql<ReceivingRow>`
    select o.fulfilment, o.delivery_tries, c.receiver_without_phone, o.pickup_until, o.promise_until, w.offers_pickup,
      ${openingOfW},
      case when w.id is null then null else json_build_object('name', w.name, 'address', w.address, 'rt', w.rt,
        'rw', w.rw, 'village', v.name, 'mobile', w.mobile) end as place,
      (select s.trip_id from trip_stop s where s.order_id = o.id and s.outcome is null) as trip_id,
      coalesce((select json_agg(json_build_object('id', a.id, 'at', a.at, 'outcome', a.outcome, 'reason', a.reason,
          'note', a.note, 'proof', a.proof, 'receiver_name', a.receiver_name, 'has_photo', a.photo_file is not null,
          'warung', x.name) order by a.id)
        from delivery_attempt a join warung x on x.id = a.warung_id where a.order_id = o.id), '[]') as attempts
    from "order" o join checkout c on c.id = o.checkout_id
    left join warung w on w.id = coalesce(o.warung_id, case when o.fulfilment = 'pickup' then o.chosen_warung_id end)
    left join village v on v.code = w.village_code
    where o.code = ${code}`.execute(db);
  return rows[0];
}

/** The file of an attempt's photo, and whom it concerns. */
export async function findAttemptPhoto(
  db: Db,
  code: string,
  attemptId: number,
): Promise<{ photo_file: string | null; warung_id: number; regency_code: string } | undefined> {
  return db
    .selectFrom("delivery_attempt")
    .innerJoin("order", "order.id", "delivery_attempt.order_id")
    .select(["delivery_attempt.photo_file", "delivery_attempt.warung_id", "order.regency_code"])
    .where("order.code", "=", code)
    .where("delivery_attempt.id", "=", attemptId)
    .executeTakeFirst();
}

/** When a warung works, for deadlines that wait for it. */
export async function findWarungOpening(tx: Tx, warungId: number): Promise<OpeningColumns> {
  const { rows } = await sql<OpeningColumns>`
    select ${openingOfW} from warung w where w.id = ${warungId}`.execute(tx);
  return rows[0]!;
}

/** The buyer's words on where they live, for all orders of the checkout. */
export async function updateCheckoutAddress(
  tx: Tx,
  checkoutId: number,
  address: {
    readonly street: string;
    readonly rt: string | null;
    readonly rw: string | null;
    readonly landmark: string | null;
  },
): Promise<void> {
  await tx.updateTable("checkout").set(address).where("id", "=", checkoutId).execute();
}

/** Pick-ups whose buyers are to be reminded now. */
export async function findPickupsToRemind(db: Db, now: Date, limit: number): Promise<{ id: number }[]> {
  return db
    .selectFrom("order")
    .select("id")
    .where("status", "=", "ready_for_pickup")
    .where("pickup_remind_at", "<", now)
    .orderBy("pickup_remind_at")
    .limit(limit)
    .execute();
}

/** The buyer is reminded once. @returns false when they were, or it was fetched */
export async function markPickupReminded(tx: Tx, orderId: number): Promise<boolean> {
  const result = await tx
    .updateTable("order")
    .set({ pickup_remind_at: null })
    .where("id", "=", orderId)
    .where("status", "=", "ready_for_pickup")
    .where("pickup_remind_at", "is not", null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** A later deadline, for what stays in its state. The order is locked. */
export async function updateDeadline(tx: Tx, orderId: number, deadlineAt: Date): Promise<void> {
  await tx.updateTable("order").set({ deadline_at: deadlineAt }).where("id", "=", orderId).execute();
}

export type ProofCounts = {
  readonly delivered: number;
  readonly by_photo: number;
  /** by photo, though the buyer had not said that the receiver has no phone */
  readonly unannounced: number;
  readonly failed: number;
};

/** How a warung's deliveries were proved since a day, for officers. */
export async function countProofs(db: Db, warungId: number, since: Date): Promise<ProofCounts> {
  const { rows } = await sql<ProofCounts>`
    select (count(*) filter (where a.outcome = 'delivered'))::int as delivered,
      (count(*) filter (where a.proof = 'photo'))::int as by_photo,
      (count(*) filter (where a.proof = 'photo' and not c.receiver_without_phone))::int as unannounced,
      (count(*) filter (where a.outcome = 'failed'))::int as failed
      from delivery_attempt a join "order" o on o.id = a.order_id join checkout c on c.id = o.checkout_id
     where a.warung_id = ${warungId} and a.at >= ${since} and not o.is_test`.execute(db);
  return rows[0]!;
}

/** Photos of handing over that are older than `before`, the oldest first. */
export async function findOldAttemptPhotos(
  db: Db,
  before: Date,
  limit: number,
): Promise<{ id: number; photo_file: string }[]> {
  const rows = await db
    .selectFrom("delivery_attempt")
    .select(["id", "photo_file"])
    .where("photo_file", "is not", null)
    .where("at", "<", before)
    .orderBy("at")
    .limit(limit)
    .execute();
  return rows.map(({ id, photo_file }) => ({ id, photo_file: photo_file! }));
}

export async function forgetAttemptPhoto(db: Db, id: number): Promise<void> {
  await sql`update delivery_attempt set photo_file = null, photo_removed_at = now() where id = ${id}`.execute(
    db,
  );
}

/** Why the last try failed. */
export async function findLastFailure(tx: Tx, orderId: number): Promise<string | null> {
  const row = await tx
    .selectFrom("delivery_attempt")
    .select("reason")
    .where("order_id", "=", orderId)
    .where("outcome", "=", "failed")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.reason ?? null;
}

export async function findPickupPlace(
  tx: Tx,
  warungId: number,
): Promise<{ readonly name: string; readonly offers_pickup: boolean }> {
  return tx
    .selectFrom("warung")
    .select(["name", "offers_pickup"])
    .where("id", "=", warungId)
    .executeTakeFirstOrThrow();
}
