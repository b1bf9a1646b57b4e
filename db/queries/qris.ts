import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";

export type WarungQrisRow = {
  readonly payload: string;
  readonly name: string;
  readonly city: string;
  readonly nmid: string;
  readonly since: Date;
};

/** The QRIS that a warung's buyers pay to; undefined when it has none. */
export async function findWarungQrisRow(db: Db | Tx, warungId: number): Promise<WarungQrisRow | undefined> {
  const { rows } = await sql<WarungQrisRow>`
    select w.qris_payload as payload, c.name, c.city, c.nmid, c.at as since
      from warung w
      join lateral (select * from warung_qris_change where warung_id = w.id order by id desc limit 1) c on c.payload = w.qris_payload
     where w.id = ${warungId}`.execute(db);
  return rows[0];
}

export type QrisChangeRow = {
  /** null: it was taken away */
  readonly name: string | null;
  readonly city: string | null;
  readonly nmid: string | null;
  readonly at: Date;
  /** null: their account is gone */
  readonly by: string | null;
};

/** What happened to a warung's QRIS, the latest first. */
export async function findQrisChanges(db: Db, warungId: number, limit: number): Promise<QrisChangeRow[]> {
  const { rows } = await sql<QrisChangeRow>`
    select c.name, c.city, c.nmid, c.at, a.name as by
      from warung_qris_change c left join account a on a.id = c.account_id
     where c.warung_id = ${warungId} order by c.id desc limit ${limit}`.execute(db);
  return rows;
}

export type LockedWarungQris = {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly keeper_name: string;
  readonly mobile: string;
  readonly regency_code: string;
  readonly qris_payload: string | null;
  readonly qris_name: string | null;
};

/** A warung as far as its QRIS goes, locked. */
export async function lockWarungQris(
  tx: Tx,
  which: { readonly id: number } | { readonly slug: string },
): Promise<LockedWarungQris | undefined> {
  return tx
    .selectFrom("warung")
    .select(["id", "slug", "name", "keeper_name", "mobile", "regency_code", "qris_payload", "qris_name"])
    .where((eb) => ("id" in which ? eb("id", "=", which.id) : eb("slug", "=", which.slug)))
    .forUpdate()
    .executeTakeFirst();
}

/** Which warung an address names, and whose officers may look. */
export async function findWarungOfSlug(
  db: Db,
  slug: string,
): Promise<{ readonly id: number; readonly regency_code: string } | undefined> {
  return db.selectFrom("warung").select(["id", "regency_code"]).where("slug", "=", slug).executeTakeFirst();
}

/** Sets a warung's QRIS, or (null) takes it away, and keeps that it was done. @returns the change's id */
export async function updateWarungQris(
  tx: Tx,
  warungId: number,
  qris: {
    readonly payload: string;
    readonly name: string;
    readonly city: string;
    readonly nmid: string;
  } | null,
  accountId: number | null,
): Promise<number> {
  await tx
    .updateTable("warung")
    .set({ qris_payload: qris?.payload ?? null, qris_name: qris?.name ?? null })
    .where("id", "=", warungId)
    .execute();
  const row = await tx
    .insertInto("warung_qris_change")
    .values({
      warung_id: warungId,
      payload: qris?.payload ?? null,
      name: qris?.name ?? null,
      city: qris?.city ?? null,
      nmid: qris?.nmid ?? null,
      account_id: accountId,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

/** Other warung that show the same code: one of them has somebody else's. */
export async function findQrisTwins(db: Db | Tx, warungId: number, payload: string): Promise<string[]> {
  const rows = await db
    .selectFrom("warung")
    .select("name")
    .where("qris_payload", "=", payload)
    .where("id", "<>", warungId)
    .orderBy("name")
    .limit(5)
    .execute();
  return rows.map(({ name }) => name);
}
