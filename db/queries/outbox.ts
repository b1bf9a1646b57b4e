import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";

export type OutboxRow = {
  readonly id: number;
  readonly kind: string;
  readonly subject: string;
  readonly recipient_name: string;
  readonly mobile: string;
  /** null: not for these eyes; empty: cleared since */
  readonly body: string | null;
  readonly secret: boolean;
  readonly channel: "outbox" | "whatsapp" | "email" | null;
  readonly status: "queued" | "sent" | "failed" | "skipped";
  /** in the future: it waits for the morning */
  readonly send_after: Date | null;
  /** the receiver's own link, under the text; null: none, or not for these eyes */
  readonly link: string | null;
  readonly tries: number;
  readonly last_error: string | null;
  readonly created_at: Date;
  readonly sent_at: Date | null;
};

export type OutboxQuestion = {
  /** whose messages; null: all */
  readonly regencyCode: string | null;
  readonly status: string | undefined;
  readonly kind: string | undefined;
  /** E.164 */
  readonly mobile: string | undefined;
  /** id of the last one seen */
  readonly after: number | undefined;
  readonly limit: number;
};

/**
 * Messages, newest first. The text of a secret one, and a receiver's own link, are given only to the province, and only
 * when nothing but the outbox delivers them.
 */
export async function findOutboxRows(db: Db, question: OutboxQuestion): Promise<OutboxRow[]> {
  const { regencyCode, status, kind, mobile, after, limit } = question;
  const mayReadSecret = regencyCode === null;
  const { rows } = await sql<OutboxRow>`
    select id, kind, subject, recipient_name, mobile, secret, channel, status, tries, last_error, created_at, sent_at,
      send_after,
      case when secret and not (${mayReadSecret} and channel is not distinct from 'outbox') then null else body end as body,
      case when ${mayReadSecret} and channel is not distinct from 'outbox' then link end as link
    from message
    where true
      ${regencyCode === null ? sql`` : sql`and regency_code = ${regencyCode}`}
      ${status ? sql`and status = ${status}` : sql``}
      ${kind ? sql`and kind = ${kind}` : sql``}
      ${mobile ? sql`and mobile = ${mobile}` : sql``}
      ${after ? sql`and id < ${after}` : sql``}
    order by id desc limit ${limit}`.execute(db);
  return rows;
}

/** The kinds among the latest messages. */
export async function listMessageKinds(db: Db): Promise<string[]> {
  const { rows } = await sql<{ kind: string }>`
    select distinct kind from (select kind from message order by id desc limit 2000) latest order by kind`.execute(
    db,
  );
  return rows.map(({ kind }) => kind);
}

/** Puts a message that was given up back into the queue. @returns undefined when it is not one of these */
export async function requeueMessage(
  tx: Tx,
  id: number,
  regencyCode: string | null,
): Promise<{ subject: string; regency_code: string | null } | undefined> {
  const { rows } = await sql<{ subject: string; regency_code: string | null }>`
    update message set status = 'queued', tries = 0, send_after = null
     where id = ${id} and status = 'failed' and not secret
       ${regencyCode === null ? sql`` : sql`and regency_code = ${regencyCode}`}
    returning subject, regency_code`.execute(tx);
  return rows[0];
}
