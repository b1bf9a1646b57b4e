import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";

export type JobOptions = {
  /** not before this moment */
  readonly runAt?: Date;
  /** a waiting job with the same key is replaced */
  readonly key?: string;
  readonly maxAttempts?: number;
};

export type NewJob = { readonly name: string; readonly payload: unknown; readonly options: JobOptions };

/** Adds jobs that exist only if this transaction commits. */
export async function insertJobs(tx: Tx, jobs: readonly NewJob[]): Promise<void> {
  const specs = jobs.map(({ name, payload, options }) => ({ name, payload, ...options }));
  await sql`
    select from graphile_worker.add_jobs((
      select array_agg((j.name, j.payload, null, j."runAt", coalesce(j."maxAttempts", 25), j.key, null, null)
                         ::graphile_worker.job_spec)
        from json_to_recordset(${JSON.stringify(specs)}::json)
               as j(name text, payload json, "runAt" timestamptz, "maxAttempts" int, key text)))`.execute(tx);
}

/** Takes out waiting jobs whose work is done; one that is running already is left to find nothing to do. */
export async function removeJobs(tx: Tx, keys: readonly string[]): Promise<void> {
  await sql`select from unnest(${keys}::text[]) as key, graphile_worker.remove_job(key)`.execute(tx);
}

/** Tells every listening process, at commit, that these topics changed (PostgreSQL NOTIFY). */
export async function notifyChanges(tx: Tx, topics: readonly string[]): Promise<void> {
  await sql`select pg_notify('lapak_change', topic) from unnest(${topics}::text[]) as topic`.execute(tx);
}

/** How worker processes call themselves towards PostgreSQL. */
export const WORKER_NAME = "lapak-worker";

/**
 * Gives back jobs that a killed worker was holding; they would stay locked for hours. Does nothing while another worker
 * is connected, as the locks may be its own.
 */
export async function unlockAbandonedJobs(db: Db): Promise<void> {
  await sql`
    select graphile_worker.force_unlock_workers(array_agg(distinct locked_by))
      from graphile_worker.jobs
     where locked_by is not null
       and not exists (select 1 from pg_stat_activity
                        where datname = current_database() and application_name = ${WORKER_NAME})
    having count(*) > 0`.execute(db);
}
