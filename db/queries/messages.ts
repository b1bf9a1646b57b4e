import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";

export type NewMessage = {
  readonly key: string;
  readonly kind: string;
  readonly recipientName: string;
  readonly mobile: string;
  readonly subject: string;
  readonly body: string;
  readonly secret: boolean;
  readonly canWait: boolean;
  readonly sendAfter: Date | null;
  readonly link: string | null;
  readonly orderEventId: number | null;
  /** what devices show, under the subject */
  readonly push: { readonly body: string; readonly url: string; readonly until: Date | null } | null;
  readonly regencyCode: string | null;
};

/** Writes a message once per key; it belongs to the account with this number, and has its e-mail address. @returns its id, if new */
export async function insertMessage(tx: Tx, message: NewMessage): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`
    insert into message (key, kind, recipient_name, mobile, account_id, email, subject, body, secret, regency_code,
      can_wait, send_after, link, order_event_id, push)
    select ${message.key}, ${message.kind}, ${message.recipientName}, ${message.mobile}, a.id, a.email,
      ${message.subject}, ${message.body}, ${message.secret}, ${message.regencyCode},
      ${message.canWait}::boolean, ${message.sendAfter}::timestamptz, ${message.link}, ${message.orderEventId}::bigint,
      ${message.push && JSON.stringify(message.push)}::jsonb
    from (select 1) one left join account a on a.mobile = ${message.mobile}
    on conflict (key) do nothing returning id`.execute(tx);
  return rows[0]?.id;
}

export type OpenMessage = {
  readonly id: number;
  readonly key: string;
  readonly mobile: string;
  readonly email: string | null;
  readonly recipient_name: string;
  readonly subject: string;
  readonly body: string;
  readonly link: string | null;
  readonly can_wait: boolean;
};

/** A message that is still to be sent. */
export async function findOpenMessage(db: Db, id: number): Promise<OpenMessage | undefined> {
  return db
    .selectFrom("message")
    .select(["id", "key", "mobile", "email", "recipient_name", "subject", "body", "link", "can_wait"])
    .where("id", "=", id)
    .where("status", "=", "queued")
    .executeTakeFirst();
}

export async function markSent(db: Db, id: number, channel: string): Promise<void> {
  await sql`update message set status = 'sent', channel = ${channel}, tries = tries + 1, sent_at = now(), last_error = null
    where id = ${id} and status <> 'sent'`.execute(db);
}

/** @param final no further try will be made */
export async function markFailed(
  db: Db,
  id: number,
  { channel, error, final }: { channel: string; error: string; final: boolean },
): Promise<void> {
  await sql`update message set status = ${final ? "failed" : "queued"}, channel = ${channel}, tries = tries + 1,
      last_error = ${error.slice(0, 300)}
    where id = ${id} and status <> 'sent'`.execute(db);
}

/** It waits until the morning, and is tried anew then. */
export async function postponeMessage(tx: Tx, id: number, until: Date): Promise<void> {
  await sql`update message set send_after = ${until}, tries = 0 where id = ${id} and status = 'queued'`.execute(
    tx,
  );
}

/** What it told is no longer true: it does not leave. */
export async function skipMessage(db: Db, id: number): Promise<void> {
  await db
    .updateTable("message")
    .set({ status: "skipped" })
    .where("id", "=", id)
    .where("status", "=", "queued")
    .execute();
}

/** The step of an order that a message tells of, and its key; undefined when it tells of none. */
export async function findToldStep(
  db: Db,
  id: number,
): Promise<{ readonly key: string; readonly order_event_id: number } | undefined> {
  const row = await db
    .selectFrom("message")
    .select(["key", "order_event_id"])
    .where("id", "=", id)
    .executeTakeFirst();
  return row && row.order_event_id !== null
    ? { key: row.key, order_event_id: row.order_event_id }
    : undefined;
}

/** How often it was tried. */
export async function countMessageTries(db: Db, id: number): Promise<number> {
  const row = await db.selectFrom("message").select("tries").where("id", "=", id).executeTakeFirst();
  return row?.tries ?? 0;
}
