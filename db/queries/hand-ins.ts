import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";

export type HandInRow = {
  readonly code: string;
  readonly way: "cashier" | "transfer";
  readonly status: "sent" | "confirmed" | "rejected" | "withdrawn";
  /** rupiah: what the warung says, and what an officer counted */
  readonly amount: number;
  readonly counted: number | null;
  readonly note: string | null;
  readonly has_proof: boolean;
  readonly reason: string | null;
  readonly at: Date;
  readonly decided_at: Date | null;
  readonly warung: string;
  readonly slug: string;
  readonly mobile: string;
  readonly keeper_name: string;
  readonly regency: string;
  readonly regency_kind: string;
};

const row = sql`
  select h.code, h.way, h.status, h.amount, h.counted, h.note, h.proof_file is not null as has_proof, h.reason, h.at,
    h.decided_at, w.name as warung, w.slug, w.mobile, w.keeper_name, r.name as regency, r.kind as regency_kind
  from hand_in h join warung w on w.id = h.warung_id join regency r on r.code = h.regency_code`;

/** A warung's hand-ins, the newest first. */
export async function findHandInsOf(db: Db, warungId: number, limit: number): Promise<HandInRow[]> {
  const { rows } = await sql<HandInRow>`
    ${row} where h.warung_id = ${warungId} order by h.id desc limit ${limit}`.execute(db);
  return rows;
}

/** Hand-ins that wait for an officer, the oldest first; then (`done`) those that are over, the newest first. */
export async function findOfficeHandIns(
  db: Db,
  { regencyCode, done, limit }: { regencyCode: string | null; done: boolean; limit: number },
): Promise<HandInRow[]> {
  const here = regencyCode === null ? sql`true` : sql`h.regency_code = ${regencyCode}`;
  const { rows } = await sql<HandInRow>`
    ${row} where ${here} and (h.status = 'sent') = ${!done}
    order by case when h.status = 'sent' then h.id else -h.id end limit ${limit}`.execute(db);
  return rows;
}

export type LockedHandIn = {
  readonly id: number;
  readonly code: string;
  readonly warung_id: number;
  readonly regency_code: string;
  readonly way: "cashier" | "transfer";
  readonly amount: number;
  readonly counted: number | null;
  readonly status: string;
  readonly proof_file: string | null;
};

export async function lockHandIn(tx: Tx, code: string): Promise<LockedHandIn | undefined> {
  const { rows } = await sql<LockedHandIn>`
    select id, code, warung_id, regency_code, way, amount, counted, status, proof_file
      from hand_in where code = ${code} for update`.execute(tx);
  return rows[0];
}

/** Locks a warung's money: its hand-ins are counted one after the other. */
export async function lockWarungMoney(tx: Tx, warungId: number): Promise<void> {
  await sql`select 1 from warung where id = ${warungId} for update`.execute(tx);
}

/** Locks an office's cash box. */
export async function lockOfficeCash(tx: Tx, regencyCode: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('office-cash'), hashtext(${regencyCode}))`.execute(tx);
}

/** Writes a hand-in. @returns its code; of the first one when this form was sent before */
export async function insertHandIn(
  tx: Tx,
  handIn: {
    readonly code: string;
    readonly formKey: string;
    readonly warungId: number;
    readonly way: "cashier" | "transfer";
    readonly amount: number;
    readonly note: string | null;
    readonly proofFile: string | null;
    readonly accountId: number;
  },
): Promise<{ readonly code: string; readonly isNew: boolean }> {
  const { rows } = await sql<{ code: string; is_new: boolean }>`
    with added as (
      insert into hand_in (code, form_key, warung_id, regency_code, way, amount, note, proof_file, account_id)
      select ${handIn.code}, ${handIn.formKey}, w.id, w.regency_code, ${handIn.way}, ${handIn.amount}, ${handIn.note},
        ${handIn.proofFile}, ${handIn.accountId}
        from warung w where w.id = ${handIn.warungId}
      on conflict (form_key) do nothing returning code)
    select code, true as is_new from added
    union all select code, false from hand_in where form_key = ${handIn.formKey} and warung_id = ${handIn.warungId}`.execute(
    tx,
  );
  return { code: rows[0]!.code, isNew: rows[0]!.is_new };
}

/** Ends a hand-in that waits. @returns false when somebody was faster */
export async function moveHandIn(
  tx: Tx,
  id: number,
  to: "confirmed" | "rejected" | "withdrawn",
  {
    counted = null,
    reason = null,
    by,
  }: { counted?: number | null; reason?: string | null; by: number | null },
): Promise<boolean> {
  const result = await sql`
    update hand_in set status = ${to}, counted = ${counted}, reason = ${reason}, decided_by = ${by}, decided_at = now()
     where id = ${id} and status = 'sent'`.execute(tx);
  return result.numAffectedRows === 1n;
}

/** Whom news of a hand-in concerns. */
export async function findHandInKeeper(
  tx: Tx,
  warungId: number,
): Promise<{
  readonly id: number;
  readonly name: string;
  readonly keeper_name: string;
  readonly mobile: string;
  readonly regency_code: string;
}> {
  return tx
    .selectFrom("warung")
    .select(["id", "name", "keeper_name", "mobile", "regency_code"])
    .where("id", "=", warungId)
    .executeTakeFirstOrThrow();
}

/** The proof of a hand-in, and whom it concerns. */
export async function findHandInProof(
  db: Db,
  code: string,
): Promise<{ proof_file: string | null; warung_id: number; regency_code: string } | undefined> {
  return db
    .selectFrom("hand_in")
    .select(["proof_file", "warung_id", "regency_code"])
    .where("code", "=", code)
    .executeTakeFirst();
}

/** Proofs that are older than `before`, of hand-ins that are over. */
export async function findOldHandInProofs(
  db: Db,
  before: Date,
  limit: number,
): Promise<{ id: number; proof_file: string }[]> {
  const { rows } = await sql<{ id: number; proof_file: string }>`
    select id, proof_file from hand_in where proof_file is not null and at < ${before} and status <> 'sent'
     order by at limit ${limit}`.execute(db);
  return rows;
}

export async function forgetHandInProof(db: Db, id: number): Promise<void> {
  await sql`update hand_in set proof_file = null, proof_removed_at = now() where id = ${id}`.execute(db);
}

/** Cash that went to the bank. @returns its id; undefined when this form was sent before */
export async function insertDeposit(
  tx: Tx,
  deposit: {
    readonly formKey: string;
    readonly regencyCode: string;
    readonly amount: number;
    readonly note: string | null;
    readonly accountId: number;
  },
): Promise<number | undefined> {
  const row = await tx
    .insertInto("cash_deposit")
    .values({
      form_key: deposit.formKey,
      regency_code: deposit.regencyCode,
      amount: deposit.amount,
      note: deposit.note,
      account_id: deposit.accountId,
    })
    .onConflict((conflict) => conflict.column("form_key").doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id;
}
