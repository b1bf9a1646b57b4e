import { sql } from "kysely";
import type { Db } from "../client.server.ts";

/** Counts the figures of the home page anew. `monthStart` is the first midnight (WIB) of the month. */
export async function countMarketFigures(db: Db, monthStart: Date): Promise<void> {
  await sql`
    insert into market_figure (key, value)
    select 'ready_warung', count(*) from warung where status = 'ready'
    union all select 'verified_umkm', count(*) from umkm where status = 'verified'
    union all select 'public_products', count(*) from product where public
    union all select 'delivered_goods_month', coalesce(sum(o.goods_total), 0)
      from "order" o join payment p on p.order_id = o.id
     where p.status = 'paid' and p.paid_at >= ${monthStart} and o.placed_at >= ${monthStart}::timestamptz - interval '14 days'
    on conflict (key) do update set value = excluded.value, counted_at = now()`.execute(db);
}

/**
 * Removes what has run out: sessions, counted tries, codes and the texts that carried them (after a day), links to
 * orders (after 30 days), and guests' carts untouched for 60 days.
 */
export async function deleteExpired(db: Db): Promise<void> {
  await sql`delete from session where expires_at < now()`.execute(db);
  await sql`delete from rate_limit where window_start < now() - interval '1 day'`.execute(db);
  await sql`delete from verification_code where expires_at < now() - interval '1 day'`.execute(db);
  await sql`update message set body = ''
    where secret and body <> '' and created_at < now() - interval '1 day'`.execute(db);
  await sql`update message set link = null
    where link is not null and created_at < now() - interval '30 days'`.execute(db);
  await sql`delete from cart where account_id is null and updated_at < now() - interval '60 days'`.execute(
    db,
  );
}

/** Whether PostgreSQL answers within two seconds. Never throws. */
export async function isDatabaseWell(db: Db): Promise<boolean> {
  const answered = sql`select 1`.execute(db).then(
    () => true,
    () => false,
  );
  const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 2_000).unref());
  return Promise.race([answered, late]);
}
