import { sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";

export type JobOptions = {
  /** not before this moment */
  readonly runAt?: Date;
  /** a waiting job with the same key is replaced */
  readonly key?: string;
  readonly maxAttempts?: number;
  /** jobs of one queue run one after the other */
  readonly queue?: string;
};

/** Adds a job that exists only if this transaction commits. */
export async function insertJob(tx: Tx, name: string, payload: unknown, options: JobOptions): Promise<void> {
  await sql`
    select graphile_worker.add_job(
      ${name}, ${JSON.stringify(payload)}::json,
      queue_name => ${options.queue ?? null}::text,
      run_at => ${options.runAt ?? null}::timestamptz,
      max_attempts => ${options.maxAttempts ?? 25}::integer,
      job_key => ${options.key ?? null}::text)`.execute(tx);
}

/** Tells every listening process, at commit, that `topic` changed (PostgreSQL NOTIFY). */
export async function notifyChange(tx: Tx, topic: string): Promise<void> {
  await sql`select pg_notify('lapak_change', ${topic})`.execute(tx);
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
