import { sql } from "kysely";
import type { Db } from "../client.server.ts";

export type BoughtOrderRow = {
  readonly id: number;
  readonly code: string;
  readonly status: string;
  readonly placed_at: Date;
  readonly total: number;
  readonly pieces: number;
  /** the first lines' names */
  readonly names: readonly string[];
  readonly media_hash: string | null;
  readonly ground: string | null;
};

/** What an account has bought, the newest first; `after` is the code of the last one seen. */
export async function findBoughtOrders(
  db: Db,
  { accountId, after, limit }: { accountId: number; after: string | undefined; limit: number },
): Promise<BoughtOrderRow[]> {
  const onwards = after ? sql`and o.id < (select x.id from "order" x where x.code = ${after})` : sql``;
  const { rows } = await sql<BoughtOrderRow>`
    select o.id, o.code, o.status, o.placed_at, o.total, l.pieces, l.names, m.hash as media_hash, m.ground
    from checkout c join "order" o on o.checkout_id = c.id
    join lateral (
      select sum(quantity)::int as pieces, (array_agg(name order by quantity = 0, id))[1:3] as names,
             (array_agg(media_hash order by quantity = 0, id) filter (where media_hash is not null))[1] as media_hash
        from order_line where order_id = o.id) l on true
    left join media m on m.hash = l.media_hash
    where c.account_id = ${accountId} and not o.is_test ${onwards}
    order by o.id desc limit ${limit}`.execute(db);
  return rows;
}
