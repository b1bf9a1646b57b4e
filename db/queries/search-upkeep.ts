import { sql } from "kysely";
import type { Db } from "../client.server.ts";
import { notifyChanges } from "./jobs.ts";

/** Jobs that bring the search index up to date. */
const INDEX_JOBS = ["index-products", "index-staples", "index-synonyms"];

export type SearchCheck = {
  readonly checked_at: Date;
  readonly products: number;
  readonly documents: number;
  readonly compared_at: Date | null;
  readonly took_ms: number | null;
  readonly missing: number;
  readonly changed: number;
  readonly extra: number;
  readonly mended_at: Date | null;
};

/** What the last look at the index found; undefined before the first. */
export async function findSearchCheck(db: Db): Promise<SearchCheck | undefined> {
  const { rows } = await sql<SearchCheck>`select * from search_check`.execute(db);
  return rows[0];
}

/** Keeps the counts of a short look. */
export async function recordCounts(
  db: Db,
  { products, documents }: { readonly products: number; readonly documents: number },
): Promise<void> {
  await sql`
    insert into search_check (checked_at, products, documents) values (now(), ${products}, ${documents})
    on conflict (only_one) do update set checked_at = now(), products = excluded.products,
      documents = excluded.documents`.execute(db);
}

export type Found = {
  readonly products: number;
  readonly documents: number;
  readonly missing: number;
  readonly changed: number;
  readonly extra: number;
  /** milliseconds */
  readonly tookMs: number;
};

/** Keeps what a comparison of all checksums found. */
export async function recordComparison(db: Db, found: Found): Promise<void> {
  const { products, documents, missing, changed, extra, tookMs } = found;
  const isRight = missing + changed + extra === 0;
  await sql`
    insert into search_check (checked_at, products, documents, compared_at, took_ms, missing, changed, extra, mended_at)
    values (now(), ${products}, ${documents}, now(), ${Math.round(tookMs)}, ${missing}, ${changed}, ${extra},
            ${isRight ? null : sql`now()`})
    on conflict (only_one) do update set checked_at = now(), products = excluded.products,
      documents = excluded.documents, compared_at = now(), took_ms = excluded.took_ms, missing = excluded.missing,
      changed = excluded.changed, extra = excluded.extra,
      mended_at = coalesce(excluded.mended_at, search_check.mended_at)`.execute(db);
}

/** Index jobs that are due and not done, and how many seconds the oldest has waited. */
export async function findWaitingIndexJobs(db: Db): Promise<{ waiting: number; oldestSeconds: number }> {
  const { rows } = await sql<{ waiting: number; oldestSeconds: number }>`
    select count(*)::int as waiting,
           coalesce(extract(epoch from now() - min(created_at)), 0)::int as "oldestSeconds"
      from graphile_worker.jobs where task_identifier = any(${INDEX_JOBS})`.execute(db);
  return rows[0]!;
}

/**
 * Lets index jobs that failed run now, with all their tries, also those that had none left: what kept them is over.
 * @returns how many
 */
export async function reviveIndexJobs(db: Db): Promise<number> {
  const { rows } = await sql`
    select from graphile_worker.reschedule_jobs(array(
      select id from graphile_worker.jobs
       where task_identifier = any(${INDEX_JOBS}) and attempts > 0 and locked_at is null),
      now(), null, 0)`.execute(db);
  return rows.length;
}

/** Whether the lock of `withRebuildLock` is still ours. @throws when the connection that held it is gone */
export type StillOurs = () => Promise<void>;

/**
 * Runs `work` while no other process builds the search index `uid`. The lock belongs to a connection, not to a
 * transaction, and goes with it should this process be killed.
 * @returns undefined when another one is at it
 */
export async function withRebuildLock<Result>(
  db: Db,
  uid: string,
  work: (stillOurs: StillOurs) => Promise<Result>,
): Promise<{ readonly result: Result } | undefined> {
  const key = sql`hashtextextended(${`search:${uid}`}, 0)`;
  return db.connection().execute(async (held) => {
    const { rows } = await sql<{ ours: boolean }>`select pg_try_advisory_lock(${key}) as ours`.execute(held);
    if (!rows[0]!.ours) return undefined;
    try {
      return { result: await work(async () => void (await sql`select 1`.execute(held))) };
    } finally {
      await sql`select pg_advisory_unlock(${key})`.execute(held).catch(() => {});
    }
  });
}

/** Tells every web process that what a search finds has changed: pages with hits made before are old. */
export async function tellSearchChanged(db: Db): Promise<void> {
  await db.transaction().execute((tx) => notifyChanges(tx, ["search"]));
}

/** The indexes of the product table that searches use, and its rows, with their size on disk in bytes, largest first. */
export async function findIndexSizes(db: Db): Promise<{ name: string; bytes: number }[]> {
  const { rows } = await sql<{ name: string; bytes: number }>`
    select relname as name, pg_relation_size(oid) as bytes from pg_class
     where relname = 'product' or relname like 'product_search%' order by bytes desc`.execute(db);
  return rows;
}
