import { sql } from "kysely";
import type { Db } from "../client.server.ts";

/**
 * Sums up the rows of `shelf_count` that changes have added, when there are more than `loose` of them. What is added
 * meanwhile stays as it is, and whoever counts sees either the old rows or the new ones.
 */
export async function packShelfCountRows(db: Db, loose: number): Promise<void> {
  await sql`
    with gone as (
      delete from shelf_count
      where (select count(*) from (select 1 from shelf_count where not is_packed limit ${loose + 1}) l) > ${loose}
      returning category_slug, regency_code, price_step, in_stock, is_halal, count)
    insert into shelf_count (category_slug, regency_code, price_step, in_stock, is_halal, count, is_packed)
    select category_slug, regency_code, price_step, in_stock, is_halal, sum(count), true
      from gone group by 1, 2, 3, 4, 5 having sum(count) <> 0`.execute(db);
}
