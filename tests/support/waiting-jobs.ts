import { sql } from "kysely";
import type { Jobs } from "#app/domain/jobs/enqueue.server.ts";
import type { Db } from "#db/client.server.ts";

export type WaitingJob<Name extends keyof Jobs> = { readonly payload: Jobs[Name]; readonly runAt: Date };

/** The waiting jobs of one name, oldest first. */
export async function waitingJobs<Name extends keyof Jobs>(db: Db, name: Name): Promise<WaitingJob<Name>[]> {
  const { rows } = await sql<WaitingJob<Name>>`
    select j.payload, j.run_at as "runAt" from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id
     where t.identifier = ${name} order by j.id`.execute(db);
  return rows;
}

/** Takes the waiting jobs of one name out of the queue, as a worker would. */
export async function takeJobs<Name extends keyof Jobs>(db: Db, name: Name): Promise<WaitingJob<Name>[]> {
  const jobs = await waitingJobs(db, name);
  await sql`delete from graphile_worker._private_jobs
    where task_id = (select id from graphile_worker._private_tasks where identifier = ${name})`.execute(db);
  return jobs;
}
