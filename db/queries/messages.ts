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
  readonly regencyCode: string | null;
};

/** Writes a message once per key; it belongs to the account with this number, and has its e-mail address. @returns its id, if new */
export async function insertMessage(tx: Tx, message: NewMessage): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`
    insert into message (key, kind, recipient_name, mobile, account_id, email, subject, body, secret, regency_code)
    select ${message.key}, ${message.kind}, ${message.recipientName}, ${message.mobile}, a.id, a.email,
      ${message.subject}, ${message.body}, ${message.secret}, ${message.regencyCode}
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
};

/** A message that is still to be sent. */
export async function findOpenMessage(db: Db, id: number): Promise<OpenMessage | undefined> {
  return db
    .selectFrom("message")
    .select(["id", "key", "mobile", "email", "recipient_name", "subject", "body"])
    .where("id", "=", id)
    .where("status", "<>", "sent")
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

/** How often it was tried. */
export async function countMessageTries(db: Db, id: number): Promise<number> {
  const row = await db.selectFrom("message").select("tries").where("id", "=", id).executeTakeFirst();
  return row?.tries ?? 0;
}
