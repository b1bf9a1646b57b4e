import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";

export type NewSubscription = {
  readonly tokenHash: Buffer;
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
};

/**
 * The browser of this session rings from now on; whoever used the same browser before does not any more.
 * @returns false when there is no such session
 */
export async function upsertSubscription(tx: Tx, subscription: NewSubscription): Promise<boolean> {
  const { tokenHash, endpoint, p256dh, auth } = subscription;
  await sql`delete from push_subscription where endpoint = ${endpoint}
    or session_id = (select id from session where token_hash = ${tokenHash})`.execute(tx);
  const { rows } = await sql`
    insert into push_subscription (session_id, endpoint, p256dh, auth)
    select id, ${endpoint}, ${p256dh}, ${auth} from session where token_hash = ${tokenHash} and expires_at > now()
    returning id`.execute(tx);
  return rows.length > 0;
}

/** Whether the browser of this session rings through this address of a push service. */
export async function hasSubscription(db: Db, tokenHash: Buffer, endpoint: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from push_subscription p join session s on s.id = p.session_id
     where s.token_hash = ${tokenHash} and p.endpoint = ${endpoint}`.execute(db);
  return rows.length > 0;
}

/** One log-in of this account rings no more. */
export async function deleteSubscriptionOf(
  db: Db,
  accountId: number,
  which: { readonly sessionId: number } | { readonly tokenHash: Buffer },
): Promise<void> {
  const session =
    "sessionId" in which ? sql`s.id = ${which.sessionId}` : sql`s.token_hash = ${which.tokenHash}`;
  await sql`delete from push_subscription p using session s
    where s.id = p.session_id and s.account_id = ${accountId} and ${session}`.execute(db);
}

/** The devices of these people that ring. */
export async function listSubscriptionsOf(tx: Tx, accountIds: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select p.id from push_subscription p join session s on s.id = p.session_id
     where s.account_id = any(${accountIds}::bigint[]) and s.expires_at > now() order by p.id`.execute(tx);
  return rows.map(({ id }) => id);
}

export type PushRow = {
  readonly key: string;
  readonly subject: string;
  readonly created_at: Date;
  readonly push: { readonly body: string; readonly url: string; readonly until: string | null };
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
};

/** What one device is to show for a message; undefined when either is gone. */
export async function findPush(
  db: Db,
  messageId: number,
  subscriptionId: number,
): Promise<PushRow | undefined> {
  const { rows } = await sql<PushRow>`
    select m.key, m.subject, m.created_at, m.push, p.endpoint, p.p256dh, p.auth
      from message m, push_subscription p
     where m.id = ${messageId} and m.push is not null and p.id = ${subscriptionId}`.execute(db);
  return rows[0];
}

export async function markPushTaken(db: Db, subscriptionId: number): Promise<void> {
  await sql`update push_subscription set last_ok_at = now(), failures = 0 where id = ${subscriptionId}`.execute(
    db,
  );
}

/** One more failure in a row; after `most` of them the device is given up. */
export async function countPushFailure(db: Db, subscriptionId: number, most: number): Promise<void> {
  await sql`update push_subscription set failures = failures + 1 where id = ${subscriptionId}`.execute(db);
  await sql`delete from push_subscription where id = ${subscriptionId} and failures >= ${most}`.execute(db);
}

export async function deleteSubscription(db: Db, subscriptionId: number): Promise<void> {
  await db.deleteFrom("push_subscription").where("id", "=", subscriptionId).execute();
}

/** The accounts that act for a warung. */
export async function listWarungAccounts(tx: Tx, warungId: number): Promise<number[]> {
  const rows = await tx
    .selectFrom("membership")
    .select("account_id")
    .where("warung_id", "=", warungId)
    .orderBy("id")
    .execute();
  return rows.map((row) => row.account_id);
}
