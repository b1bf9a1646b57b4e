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

export async function hasTotp(db: Db, accountId: number): Promise<boolean> {
  const row = await db
    .selectFrom("account")
    .select("id")
    .where("id", "=", accountId)
    .where("totp_confirmed_at", "is not", null)
    .executeTakeFirst();
  return row !== undefined;
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
