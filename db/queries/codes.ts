import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";

export type CodePurpose = "register" | "password" | "mobile";

export type AskedCode = {
  readonly purpose: CodePurpose;
  readonly tokenHash: Buffer;
  readonly mobile: string;
  readonly accountId: number | null;
  readonly name: string | null;
  readonly passwordHash: string | null;
};

/** Lets one transaction at a time send codes to this number. */
export async function lockCodesOf(tx: Tx, mobile: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('code:' || ${mobile}, 0))`.execute(tx);
}

/** Whether this browser was sent a code to this number since then, and has not used it. */
export async function hasCodeSince(
  db: Db | Tx,
  { purpose, tokenHash, mobile }: Pick<AskedCode, "purpose" | "tokenHash" | "mobile">,
  since: Date,
): Promise<boolean> {
  const { rows } = await sql`
    select 1 from verification_code
     where token_hash = ${tokenHash} and purpose = ${purpose} and mobile = ${mobile}
       and created_at > ${since} and expires_at > now() and used_at is null limit 1`.execute(db);
  return rows.length > 0;
}

/** Writes a new code; those before it, for the same purpose and number, hold no more. @returns its id */
export async function insertCode(
  tx: Tx,
  code: AskedCode & { readonly codeHash: Buffer; readonly expiresAt: Date },
): Promise<number> {
  await sql`update verification_code set expires_at = now()
    where purpose = ${code.purpose} and mobile = ${code.mobile} and used_at is null and expires_at > now()`.execute(
    tx,
  );
  const row = await tx
    .insertInto("verification_code")
    .values({
      purpose: code.purpose,
      mobile: code.mobile,
      account_id: code.accountId,
      name: code.name,
      password_hash: code.passwordHash,
      token_hash: code.tokenHash,
      code_hash: code.codeHash,
      expires_at: code.expiresAt,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

export type CodeRow = {
  readonly id: number;
  readonly mobile: string;
  readonly account_id: number | null;
  readonly name: string | null;
  readonly password_hash: string | null;
  readonly created_at: Date;
};

/** The newest code this browser asked for. */
export async function findCode(
  db: Db,
  purpose: CodePurpose,
  tokenHash: Buffer,
): Promise<CodeRow | undefined> {
  const { rows } = await sql<CodeRow>`
    select id, mobile, account_id, name, password_hash, created_at from verification_code
     where token_hash = ${tokenHash} and purpose = ${purpose} order by id desc limit 1`.execute(db);
  return rows[0];
}

/**
 * Counts a try at a code that holds: not expired, tries left, and not used, or used so lately that it is the same form
 * sent twice.
 * @returns what it must match, and the number of this try; undefined when the code holds no more
 */
export async function countCodeTry(
  db: Db,
  id: number,
  most: number,
  usedSince: Date,
): Promise<{ code_hash: Buffer; tries: number } | undefined> {
  const { rows } = await sql<{ code_hash: Buffer; tries: number }>`
    update verification_code set tries = tries + 1
     where id = ${id} and tries < ${most} and expires_at > now() and (used_at is null or used_at > ${usedSince})
    returning code_hash, tries`.execute(db);
  return rows[0];
}

/** Marks a code as used. @returns false when it was already: the twin of a form sent twice */
export async function takeCode(tx: Tx, id: number): Promise<boolean> {
  const { rows } = await sql`
    update verification_code set used_at = now() where id = ${id} and used_at is null returning id`.execute(
    tx,
  );
  return rows.length > 0;
}
