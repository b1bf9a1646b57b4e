import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";

/** A confirmed authenticator: its sealed secret, and the last step that was used. Locked until the transaction ends. */
export async function lockTotp(
  tx: Tx,
  accountId: number,
): Promise<{ sealed: Buffer; lastStep: number } | undefined> {
  const row = await tx
    .selectFrom("account")
    .select(["totp_sealed", "totp_last_step"])
    .where("id", "=", accountId)
    .where("totp_confirmed_at", "is not", null)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row?.totp_sealed ? { sealed: row.totp_sealed, lastStep: row.totp_last_step ?? 0 } : undefined;
}

export async function updateTotpStep(tx: Tx, accountId: number, step: number): Promise<void> {
  await tx.updateTable("account").set({ totp_last_step: step }).where("id", "=", accountId).execute();
}

/** Sets an account's authenticator, confirmed. */
export async function updateTotp(tx: Tx, accountId: number, sealed: Buffer): Promise<void> {
  await sql`update account set totp_sealed = ${sealed}, totp_confirmed_at = now(), totp_last_step = null
    where id = ${accountId}`.execute(tx);
}

/** Uses up a recovery code. @returns whether it was there and unused */
export async function spendRecoveryCode(tx: Tx, accountId: number, codeHash: Buffer): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("recovery_code")
    .set({ used_at: new Date() })
    .where("account_id", "=", accountId)
    .where("code_hash", "=", codeHash)
    .where("used_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** This session has passed the second factor. */
export async function markSecondFactor(tx: Tx, accountId: number, tokenHash: Buffer): Promise<void> {
  await sql`update session set second_factor_at = now()
    where token_hash = ${tokenHash} and account_id = ${accountId}`.execute(tx);
}

export type TotpState = {
  /** null: not even begun */
  readonly sealed: Buffer | null;
  readonly confirmed: boolean;
  readonly lastStep: number | null;
  readonly recoveryCodesLeft: number;
};

/** How an account's second factor stands. */
export async function findTotp(db: Db | Tx, accountId: number): Promise<TotpState | undefined> {
  const { rows } = await sql<TotpState>`
    select totp_sealed as sealed, totp_confirmed_at is not null as confirmed, totp_last_step as "lastStep",
      (select count(*)::int from recovery_code r where r.account_id = a.id and r.used_at is null) as "recoveryCodesLeft"
    from account a where id = ${accountId}`.execute(db);
  return rows[0];
}

/** Keeps a secret that waits for its first code; one that is there already stays. @returns the one that holds */
export async function keepTotpSecret(db: Db, accountId: number, sealed: Buffer): Promise<Buffer> {
  const { rows } = await sql<{ totp_sealed: Buffer }>`
    update account set totp_sealed = coalesce(totp_sealed, ${sealed}) where id = ${accountId} returning totp_sealed`.execute(
    db,
  );
  return rows[0]!.totp_sealed;
}

/** Lets one transaction at a time change an account's second factor. */
export async function lockAccount(tx: Tx, accountId: number): Promise<void> {
  await sql`select 1 from account where id = ${accountId} for no key update`.execute(tx);
}

/** Puts these recovery codes in the place of all others. */
export async function replaceRecoveryCodes(
  tx: Tx,
  accountId: number,
  hashes: readonly Buffer[],
): Promise<void> {
  await tx.deleteFrom("recovery_code").where("account_id", "=", accountId).execute();
  if (hashes.length === 0) return;
  await tx
    .insertInto("recovery_code")
    .values(hashes.map((code_hash) => ({ account_id: accountId, code_hash })))
    .execute();
}

/** Takes an account's authenticator and its recovery codes away. */
export async function clearTotp(tx: Tx, accountId: number): Promise<void> {
  await sql`update account set totp_sealed = null, totp_confirmed_at = null, totp_last_step = null
    where id = ${accountId}`.execute(tx);
  await tx.deleteFrom("recovery_code").where("account_id", "=", accountId).execute();
}
