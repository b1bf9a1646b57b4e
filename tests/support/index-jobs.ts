import { sql } from "kysely";
import type { Db } from "#db/client.server.ts";

/** How many waiting jobs there are that bring this product's search document up to date. */
export async function indexJobs(db: Db, productId: number): Promise<number> {
  const { rows } = await sql<{ jobs: number }>`
    select count(*)::int as jobs from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id
     where t.identifier = 'index-products' and j.payload::jsonb -> 'productIds' @> to_jsonb(${productId}::bigint)`.execute(
    db,
  );
  return rows[0]!.jobs;
}
