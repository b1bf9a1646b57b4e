import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";

/** How much a seed, or real life, has put in already. */
export async function countSeeded(
  db: Db,
): Promise<{ umkm: number; products: number; availabilities: number }> {
  const { rows } = await sql<{ umkm: number; products: number; availabilities: number }>`
    select (select count(*) from umkm)::int as umkm, (select count(*) from product)::int as products,
           (select count(*) from warung_staple)::int as availabilities`.execute(db);
  return rows[0]!;
}

/** Lets the planner know what a bulk load has put in. */
export async function analyzeAll(db: Db): Promise<void> {
  await sql`analyze`.execute(db);
}

/** The business with this NIB. */
export async function findUmkmIdByNib(tx: Tx, nib: string): Promise<number> {
  const row = await tx.selectFrom("umkm").select("id").where("nib", "=", nib).executeTakeFirstOrThrow();
  return row.id;
}

/** The warung whose keeper has this number (E.164). */
export async function findWarungIdByMobile(tx: Tx, mobile: string): Promise<number> {
  const row = await tx
    .selectFrom("warung")
    .select("id")
    .where("mobile", "=", mobile)
    .orderBy("id")
    .limit(1)
    .executeTakeFirstOrThrow();
  return row.id;
}

/** Businesses whose owners applied themselves. */
export async function countApplications(db: Db): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(distinct umkm_id)::int as n from umkm_event where kind = 'submitted'`.execute(db);
  return rows[0]!.n;
}
