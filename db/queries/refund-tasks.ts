import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";
import type { RefundRow } from "./refunds.ts";

export type RefundTaskRow = {
  readonly id: number;
  readonly kind: "complaint" | "surplus";
  readonly status: "due" | "sent";
  readonly method: "cash" | "qris";
  /** rupiah */
  readonly amount: number;
  readonly created_at: Date;
  readonly sent_at: Date | null;
  readonly disputed_at: Date | null;
  readonly has_proof: boolean;
  readonly pin_tries: number;
  /** null: of what was paid too much */
  readonly complaint: string | null;
  readonly order_code: string;
  readonly buyer_name: string;
  readonly buyer_mobile: string;
  readonly warung_id: number;
  readonly warung: string;
  readonly slug: string;
  readonly regency_code: string;
  readonly regency: string;
  readonly regency_kind: string;
};

const task = sql`
  select f.id, f.kind, f.status, f.method, f.amount, f.created_at, f.sent_at, f.disputed_at,
    f.proof_file is not null as has_proof, f.pin_tries, c.code as complaint, o.code as order_code, k.buyer_name, k.buyer_mobile,
    w.id as warung_id, w.name as warung, w.slug, w.regency_code, r.name as regency, r.kind as regency_kind
  from refund f join "order" o on o.id = f.order_id join checkout k on k.id = o.checkout_id
  join warung w on w.id = f.warung_id join regency r on r.code = w.regency_code
  left join complaint c on c.id = f.complaint_id
  where f.status in ('due', 'sent') and f.method in ('cash', 'qris')`;

export type WhoseTasks =
  | { readonly warungId: number; readonly id?: number }
  /** null: the whole province */
  | { readonly regencyCode: string | null };

/** Money that warung have to give back, and buyers have not confirmed: the oldest first. */
export async function findRefundTasks(
  db: Db | Tx,
  whose: WhoseTasks,
  limit: number,
): Promise<RefundTaskRow[]> {
  const theirs =
    "warungId" in whose
      ? sql`f.warung_id = ${whose.warungId} ${whose.id === undefined ? sql`` : sql`and f.id = ${whose.id}`}`
      : whose.regencyCode === null
        ? sql`true`
        : sql`w.regency_code = ${whose.regencyCode}`;
  const { rows } = await sql<RefundTaskRow>`
    ${task} and ${theirs} order by f.status, f.created_at, f.id limit ${limit}`.execute(db);
  return rows;
}

/** How many refunds wait for a warung, and how much they are in rupiah. */
export async function countRefundTasks(db: Db, warungId: number): Promise<{ tasks: number; amount: number }> {
  const { rows } = await sql<{ tasks: number; amount: number }>`
    select count(*)::int as tasks, coalesce(sum(amount), 0)::bigint as amount from refund
     where warung_id = ${warungId} and status = 'due' and method in ('cash', 'qris')`.execute(db);
  return rows[0]!;
}

export type BuyerRefundRow = {
  readonly id: number;
  readonly status: string;
  readonly method: string;
  readonly amount: number;
  readonly pin: string;
  readonly created_at: Date;
  readonly sent_at: Date | null;
  readonly disputed_at: Date | null;
  readonly paid_back_at: Date | null;
  readonly warung: string;
};

/** What a buyer gets back of what they paid too much, by a warung; refunds of complaints have their own page. */
export async function findBuyerRefunds(db: Db, orderId: number): Promise<BuyerRefundRow[]> {
  const { rows } = await sql<BuyerRefundRow>`
    select f.id, f.status, f.method, f.amount, f.pin, f.created_at, f.sent_at, f.disputed_at, f.paid_back_at, w.name as warung
      from refund f join warung w on w.id = f.warung_id
     where f.order_id = ${orderId} and f.kind = 'surplus' and f.method in ('cash', 'qris') order by f.id`.execute(
    db,
  );
  return rows;
}

export type LockedRefund = RefundRow & {
  readonly status: string;
  readonly pin: string;
  readonly pin_tries: number;
  readonly proof_file: string | null;
};

/** Which order a refund is of: it is locked before. */
export async function findRefundOrder(tx: Tx, id: number): Promise<number | undefined> {
  const row = await tx.selectFrom("refund").select("order_id").where("id", "=", id).executeTakeFirst();
  return row?.order_id;
}

export async function lockRefund(tx: Tx, id: number): Promise<LockedRefund | undefined> {
  const { rows } = await sql<LockedRefund>`
    select id, kind, order_id, amount, method, warung_id, umkm_id, status, pin, pin_tries, proof_file
      from refund where id = ${id} for update`.execute(tx);
  return rows[0];
}

/** The warung transferred it, with a proof. @returns false when it is not due any more */
export async function markRefundSent(tx: Tx, id: number, proofFile: string): Promise<boolean> {
  const result = await sql`
    update refund set status = 'sent', sent_at = now(), proof_file = ${proofFile}, disputed_at = null
     where id = ${id} and status = 'due'`.execute(tx);
  return result.numAffectedRows === 1n;
}

/** The buyer says that it never came: it is due again. @returns false when it is not on its way (any more) */
export async function markRefundDisputed(tx: Tx, id: number): Promise<boolean> {
  const result = await sql`
    update refund set status = 'due', disputed_at = now() where id = ${id} and status = 'sent'`.execute(tx);
  return result.numAffectedRows === 1n;
}

/** The buyer has it. @returns false when it was back before */
export async function markRefundPaid(
  tx: Tx,
  id: number,
  { method, by }: { method: string; by: "operator" | "buyer" | "officer" },
): Promise<boolean> {
  const result = await sql`
    update refund set status = 'paid_back', paid_back_at = now(), confirmed_by = ${by}, method = ${method}
     where id = ${id} and status in ('due', 'sent')`.execute(tx);
  return result.numAffectedRows === 1n;
}

/** @returns how many wrong PINs there were by now */
export async function countRefundPinTry(tx: Tx, id: number): Promise<number> {
  const { rows } = await sql<{ pin_tries: number }>`
    update refund set pin_tries = pin_tries + 1 where id = ${id} returning pin_tries`.execute(tx);
  return rows[0]!.pin_tries;
}

/** The proof of a refund, and whom it concerns. */
export async function findRefundProof(
  db: Db,
  id: number,
): Promise<
  | { proof_file: string | null; warung_id: number | null; regency_code: string; order_code: string }
  | undefined
> {
  const { rows } = await sql<{
    proof_file: string | null;
    warung_id: number | null;
    regency_code: string;
    order_code: string;
  }>`
    select f.proof_file, f.warung_id, o.regency_code, o.code as order_code
      from refund f join "order" o on o.id = f.order_id where f.id = ${id}`.execute(db);
  return rows[0];
}

/** Surplus that a warung transferred, and whose buyer has said nothing since `before`. */
export async function findSilentRefunds(
  db: Db,
  before: Date,
  limit: number,
): Promise<{ id: number; sent_at: Date }[]> {
  const { rows } = await sql<{ id: number; sent_at: Date }>`
    select id, sent_at from refund where kind = 'surplus' and status = 'sent' and method in ('cash', 'qris')
       and sent_at < ${before} order by sent_at limit ${limit}`.execute(db);
  return rows;
}

/** Proofs of transfers that are older than `before`. */
export async function findOldRefundProofs(
  db: Db,
  before: Date,
  limit: number,
): Promise<{ id: number; proof_file: string }[]> {
  const { rows } = await sql<{ id: number; proof_file: string }>`
    select id, proof_file from refund where proof_file is not null and status = 'paid_back' and paid_back_at < ${before}
     order by paid_back_at limit ${limit}`.execute(db);
  return rows;
}

export async function forgetRefundProof(db: Db, id: number): Promise<void> {
  await sql`update refund set proof_file = null, proof_removed_at = now() where id = ${id}`.execute(db);
}

/** Takes the proofs of what a person got back out, as they show their bank account. @returns their files */
export async function eraseRefundProofs(
  tx: Tx,
  { accountId, mobile }: { accountId: number; mobile: string },
): Promise<string[]> {
  const { rows } = await sql<{ file: string }>`
    with theirs as (
      select f.id, f.proof_file as file from refund f join "order" o on o.id = f.order_id
        join checkout c on c.id = o.checkout_id
       where f.proof_file is not null and (c.account_id = ${accountId} or c.buyer_mobile = ${mobile}) for update of f),
    gone as (
      update refund set proof_file = null, proof_removed_at = now() where id in (select id from theirs))
    select file from theirs`.execute(tx);
  return rows.map(({ file }) => file);
}
