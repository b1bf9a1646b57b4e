import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";

export type LockedComplaint = {
  readonly id: number;
  readonly code: string;
  readonly order_id: number;
  readonly order_line_id: number;
  /** whose goods they are; null: the warung's own */
  readonly umkm_id: number | null;
  readonly warung_id: number;
  readonly regency_code: string;
  readonly pieces: number;
  readonly kind: string;
  readonly wanted: string;
  readonly status: string;
  readonly answer: string | null;
  readonly outcome: string | null;
  readonly stock_taken: boolean;
  readonly pin: string | null;
  readonly pin_tries: number;
  readonly deadline_at: Date | null;
  /** of the line: rupiah per piece */
  readonly price: number;
  readonly variant_id: number | null;
  readonly name: string;
};

/** The order of a complaint, by the complaint's code or id: what is locked first. */
export async function findComplaintOrder(
  db: Db | Tx,
  which: { readonly code: string } | { readonly id: number },
): Promise<number | undefined> {
  const row = await db
    .selectFrom("complaint")
    .select("order_id")
    .where((eb) => ("code" in which ? eb("code", "=", which.code) : eb("id", "=", which.id)))
    .executeTakeFirst();
  return row?.order_id;
}

/** A complaint of an order that is locked already, with what its line costs. */
export async function lockComplaint(
  tx: Tx,
  which: { readonly code: string } | { readonly id: number },
): Promise<LockedComplaint | undefined> {
  return tx
    .selectFrom("complaint as c")
    .innerJoin("order_line as l", "l.id", "c.order_line_id")
    .select([
      "c.id",
      "c.code",
      "c.order_id",
      "c.order_line_id",
      "c.umkm_id",
      "c.warung_id",
      "c.regency_code",
      "c.pieces",
      "c.kind",
      "c.wanted",
      "c.status",
      "c.answer",
      "c.outcome",
      "c.stock_taken",
      "c.pin",
      "c.pin_tries",
      "c.deadline_at",
      "l.price",
      "l.variant_id",
      "l.name",
    ])
    .where((eb) => ("code" in which ? eb("c.code", "=", which.code) : eb("c.id", "=", which.id)))
    .forUpdate("c")
    .executeTakeFirst();
}

/** @returns the code that this very form made before, if it did */
export async function findComplaintByForm(tx: Tx, formKey: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom("complaint")
    .select("code")
    .where("form_key", "=", formKey)
    .executeTakeFirst();
  return row?.code;
}

export type ComplainableLine = {
  readonly id: number;
  readonly umkm_id: number | null;
  readonly name: string;
  readonly unit: string;
  readonly price: number;
  readonly quantity: number;
  /** pieces that can still be complained of: neither paid back nor refused before */
  readonly left: number;
  readonly has_open: boolean;
  readonly media_hash: string | null;
  readonly ground: string | null;
};

/** The lines of an order that reached the buyer, with what of them may still be complained of. */
export async function findComplainableLines(db: Db | Tx, orderId: number): Promise<ComplainableLine[]> {
  const { rows } = await sql<ComplainableLine>`
    select l.id, s.umkm_id, l.name, l.unit, l.price, l.quantity, l.media_hash, m.ground,
      l.quantity - coalesce((select sum(c.pieces) from complaint c where c.order_line_id = l.id
          and (c.status <> 'done' or c.outcome in ('refund', 'refused'))), 0)::int as left,
      exists (select 1 from complaint c where c.order_line_id = l.id and c.status <> 'done') as has_open
    from order_line l left join seller_line s on s.id = l.seller_line_id left join media m on m.hash = l.media_hash
    where l.order_id = ${orderId} and l.quantity > 0 and (s.id is null or s.status not in ('unavailable', 'cancelled'))
    order by l.id`.execute(db);
  return rows;
}

/** When the buyer got the goods; null when they have not. */
export async function findReceivedAt(db: Db | Tx, orderId: number): Promise<Date | null> {
  const row = await db
    .selectFrom("order_event")
    .select((eb) => eb.fn.max("at").as("at"))
    .where("order_id", "=", orderId)
    .where("kind", "=", "delivered")
    .executeTakeFirst();
  return row?.at ?? null;
}

export type NewComplaint = {
  readonly code: string;
  readonly formKey: string;
  readonly orderId: number;
  readonly lineId: number;
  readonly umkmId: number | null;
  readonly warungId: number;
  readonly regencyCode: string;
  readonly pieces: number;
  readonly kind: string;
  readonly body: string;
  readonly wanted: string;
  readonly deadlineAt: Date;
};

/** @returns its id, or undefined when the code is taken */
export async function insertComplaint(tx: Tx, complaint: NewComplaint): Promise<number | undefined> {
  const row = await tx
    .insertInto("complaint")
    .values({
      code: complaint.code,
      form_key: complaint.formKey,
      order_id: complaint.orderId,
      order_line_id: complaint.lineId,
      umkm_id: complaint.umkmId,
      warung_id: complaint.warungId,
      regency_code: complaint.regencyCode,
      pieces: complaint.pieces,
      kind: complaint.kind,
      body: complaint.body,
      wanted: complaint.wanted,
      deadline_at: complaint.deadlineAt,
    })
    .onConflict((conflict) => conflict.column("code").doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id;
}

export async function insertComplaintPhotos(
  tx: Tx,
  complaintId: number,
  photos: readonly { readonly file: string; readonly bytes: number }[],
): Promise<void> {
  if (photos.length === 0) return;
  await tx
    .insertInto("complaint_photo")
    .values(photos.map((photo, at) => ({ complaint_id: complaintId, position: at + 1, ...photo })))
    .execute();
}

export type ComplaintPatch = {
  readonly deadlineAt: Date | null;
  readonly answer?: string;
  readonly decision?: string;
  readonly outcome?: string | null;
  readonly stockTaken?: boolean;
  readonly pin?: string;
  readonly goodsReturned?: boolean;
};

/** Compare-and-set of the status. @returns false when the complaint is not in `from` any more */
export async function updateComplaintStatus(
  tx: Tx,
  id: number,
  from: string,
  to: string,
  patch: ComplaintPatch,
): Promise<boolean> {
  const result = await tx
    .updateTable("complaint")
    .set({
      status: to,
      deadline_at: patch.deadlineAt,
      ...(to === "done" && { closed_at: sql<Date>`now()` }),
      ...(patch.answer !== undefined && { answer: patch.answer }),
      ...(patch.decision !== undefined && { decision: patch.decision }),
      ...(patch.outcome !== undefined && { outcome: patch.outcome }),
      ...(patch.stockTaken !== undefined && { stock_taken: patch.stockTaken }),
      ...(patch.pin !== undefined && { pin: patch.pin, pin_tries: 0 }),
      ...(patch.goodsReturned !== undefined && { goods_returned: patch.goodsReturned }),
    })
    .where("id", "=", id)
    .where("status", "=", from)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** One more wrong PIN. @returns tries so far */
export async function countComplaintPinTry(tx: Tx, id: number): Promise<number> {
  const row = await tx
    .updateTable("complaint")
    .set((eb) => ({ pin_tries: eb("pin_tries", "+", 1) }))
    .where("id", "=", id)
    .returning("pin_tries")
    .executeTakeFirstOrThrow();
  return row.pin_tries;
}

export async function insertComplaintEvent(
  tx: Tx,
  event: {
    complaintId: number;
    kind: string;
    actorKind: string;
    actorAccountId: number | null;
    actorName: string;
    note: string;
    detail: unknown;
  },
): Promise<void> {
  await tx
    .insertInto("complaint_event")
    .values({
      complaint_id: event.complaintId,
      kind: event.kind,
      actor_kind: event.actorKind,
      actor_account_id: event.actorAccountId,
      actor_name: event.actorName,
      note: event.note,
      detail: JSON.stringify(event.detail),
    })
    .execute();
}

/** The open complaint of an order that has to be seen to first. */
export async function findUrgentComplaint(
  db: Db | Tx,
  orderId: number,
): Promise<{ status: string; deadline_at: Date; to_card: boolean } | undefined> {
  const { rows } = await sql<{ status: string; deadline_at: Date; to_card: boolean }>`
    select c.status, c.deadline_at,
           exists (select from refund f where f.complaint_id = c.id and f.method = 'card') as to_card
      from complaint c where c.order_id = ${orderId} and c.status <> 'done'
     order by c.deadline_at, c.id limit 1`.execute(db);
  return rows[0];
}

/** What a received order waits for now, and until when. */
export async function updateReceivedOrder(
  tx: Tx,
  orderId: number,
  { nextAction, deadlineAt }: { nextAction: string; deadlineAt: Date },
): Promise<void> {
  await tx
    .updateTable("order")
    .set({ next_action: nextAction, deadline_at: deadlineAt })
    .where("id", "=", orderId)
    .where("status", "=", "delivered")
    .execute();
}

/** Open complaints in these states whose time is over. */
export async function findOverdueComplaints(
  db: Db,
  statuses: readonly string[],
  now: Date,
  limit: number,
): Promise<number[]> {
  const rows = await db
    .selectFrom("complaint")
    .select("id")
    .where("status", "in", statuses)
    .where("deadline_at", "<", now)
    .orderBy("deadline_at")
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}
