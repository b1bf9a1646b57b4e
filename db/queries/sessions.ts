import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";

export type SessionRow = {
  readonly id: number;
  readonly device: string | null;
  readonly created_at: Date;
  readonly last_seen_at: Date;
  readonly current: boolean;
  /** rings when there is work to do */
  readonly rings: boolean;
};

/** The open sessions of an account, this one first, then the one used last. */
export async function findSessions(db: Db, accountId: number, tokenHash: Buffer): Promise<SessionRow[]> {
  const { rows } = await sql<SessionRow>`
    select id, device, created_at, last_seen_at, token_hash = ${tokenHash} as current,
      exists (select 1 from push_subscription p where p.session_id = session.id) as rings
      from session
     where account_id = ${accountId} and expires_at > now()
     order by token_hash = ${tokenHash} desc, last_seen_at desc, id desc limit 100`.execute(db);
  return rows;
}

/** Notes that a session was used just now. */
export async function touchSession(db: Db, tokenHash: Buffer): Promise<void> {
  await sql`update session set last_seen_at = now() where token_hash = ${tokenHash}`.execute(db);
}

/** Ends one session of this account. */
export async function deleteSessionById(db: Db, accountId: number, id: number): Promise<void> {
  await db.deleteFrom("session").where("account_id", "=", accountId).where("id", "=", id).execute();
}

/** Ends all sessions of an account, except the one with the token that is `kept`. */
export async function deleteSessionsOf(
  db: Db | Tx,
  accountId: number,
  { kept }: { kept?: Buffer | undefined } = {},
): Promise<void> {
  let sessions = db.deleteFrom("session").where("account_id", "=", accountId);
  if (kept) sessions = sessions.where("token_hash", "<>", kept);
  await sessions.execute();
}
