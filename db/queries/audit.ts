import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";

export type AuditRecord = {
  readonly accountId: number | null;
  readonly actorName: string;
  readonly office: string;
  readonly action: string;
  readonly thing: string;
  readonly thingKey: string;
  readonly thingName: string;
  readonly regencyCode: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly searchText: string;
};

export async function insertAudit(tx: Tx, row: AuditRecord): Promise<void> {
  await tx
    .insertInto("audit_log")
    .values({
      account_id: row.accountId,
      actor_name: row.actorName,
      office: row.office,
      action: row.action,
      thing: row.thing,
      thing_key: row.thingKey,
      thing_name: row.thingName,
      regency_code: row.regencyCode,
      detail: JSON.stringify(row.detail),
      search_text: sql<string>`lower(unaccent(${row.searchText}))`,
    })
    .execute();
}

export type AuditRow = {
  readonly id: number;
  readonly at: Date;
  readonly actor_name: string;
  readonly office: string;
  readonly action: string;
  readonly thing: string;
  readonly thing_key: string;
  readonly thing_name: string;
  readonly detail: Readonly<Record<string, unknown>>;
};

export type AuditRowsQuestion = {
  /** each must occur, in any order */
  readonly words: readonly string[];
  readonly action: string | undefined;
  readonly officerId: number | undefined;
  readonly thing: string | undefined;
  readonly from: Date | undefined;
  readonly until: Date | undefined;
  /** id of the last one seen */
  readonly after: number | undefined;
  /** whose rows besides their own; null: all */
  readonly regencyCode: string | null;
  readonly accountId: number;
  readonly limit: number;
};

/** Rows of the officers' record, newest first. A regency's and an officer's own are two walks along an index each. */
export async function findAuditRows(db: Db, question: AuditRowsQuestion): Promise<AuditRow[]> {
  const { words, action, officerId, thing, from, until, after, regencyCode, accountId, limit } = question;
  const conditions = [
    ...words.map((word) => {
      const pattern = `%${word.replace(/[\\%_]/g, "\\$&")}%`;
      return sql`search_text like lower(unaccent(${pattern}))`;
    }),
    ...(action ? [sql`action = ${action}`] : []),
    ...(officerId ? [sql`account_id = ${officerId}`] : []),
    ...(thing ? [sql`thing = ${thing}`] : []),
    ...(from ? [sql`at >= ${from}`] : []),
    ...(until ? [sql`at < ${until}`] : []),
    ...(after ? [sql`(at, id) < (select x.at, x.id from audit_log x where x.id = ${after})`] : []),
  ];
  const asked = conditions.length > 0 ? sql`and ${sql.join(conditions, sql` and `)}` : sql``;
  const columns = sql`id, at, actor_name, office, action, thing, thing_key, thing_name, detail`;
  const part = (whose: ReturnType<typeof sql>) =>
    sql`(select ${columns} from audit_log where ${whose} ${asked} order by at desc, id desc limit ${limit})`;
  const all =
    regencyCode === null
      ? part(sql`true`)
      : sql`${part(sql`regency_code = ${regencyCode}`)} union all
            ${part(sql`account_id = ${accountId} and regency_code is distinct from ${regencyCode}`)}`;
  const { rows } = await sql<AuditRow>`
    select ${columns} from (${all}) found order by at desc, id desc limit ${limit}`.execute(db);
  return rows;
}

/** The officers of a regency and of the province (null: of all), by name. */
export async function listAuditOfficers(
  db: Db,
  { regencyCode }: { regencyCode: string | null },
): Promise<{ id: number; name: string }[]> {
  const here =
    regencyCode === null ? sql`` : sql`and (m.regency_code = ${regencyCode} or m.regency_code is null)`;
  const { rows } = await sql<{ id: number; name: string }>`
    select distinct a.id, a.name from membership m join account a on a.id = m.account_id
     where m.role in ('officer', 'admin') ${here} order by a.name, a.id limit 300`.execute(db);
  return rows;
}

/** Whether this officer's doing this to this thing is on record since a moment; nobody else writes it meanwhile. */
export async function lockAuditedSince(
  tx: Tx,
  done: { accountId: number; action: string; thingKey: string; document: string; since: Date },
): Promise<boolean> {
  const { accountId, action, thingKey, document, since } = done;
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${accountId} ${action} ${thingKey} ${document}`}, 0))`.execute(
    tx,
  );
  const { rows } = await sql`
    select 1 from audit_log where account_id = ${accountId} and at >= ${since} and action = ${action}
      and thing_key = ${thingKey} and detail->>'document' = ${document} limit 1`.execute(tx);
  return rows.length > 0;
}

/** What was done to one thing, newest first. */
export async function findAuditOfRows(
  db: Db,
  thing: string,
  key: string,
  limit: number,
): Promise<AuditRow[]> {
  const { rows } = await sql<AuditRow>`
    select id, at, actor_name, office, action, thing, thing_key, thing_name, detail from audit_log
     where thing = ${thing} and thing_key = ${key} order by id desc limit ${limit}`.execute(db);
  return rows;
}
