/** Sales by the thousand, for measuring and for kills: rows in the shape that the real verbs leave, in a few statements. */
import { sql } from "kysely";
import type { Db } from "#db/client.server.ts";

export type ManySales = { readonly sellers: number; readonly warung: number; readonly orders: number };

/** A code of six letters for the n-th order, as `newOrderCode` draws them. */
const codeOf = sql`'LL-' || (
  select string_agg(substr('23456789ABCDEFGHJKMNPQRSTVWXYZ', (1 + (n / (30 ^ k)::bigint) % 30)::int, 1), '' order by k desc)
    from generate_series(0, 5) k)`;

/** Verified sellers with an account that officers found right and one variant each, warung, and a staple. */
async function fillShops(db: Db, { sellers, warung }: ManySales): Promise<void> {
  await sql`
    insert into umkm (slug, kind, name, status, nib, owner_name, mobile, address, village_code, district_code, regency_code,
                      bank_code, bank_account_sealed, bank_account_last4, bank_account_holder, bank_account_confirmed_at)
    select 'banyak-' || n, 'UMKM', 'Usaha ' || n, 'verified', (8000000000000 + n)::text, 'Pemilik ' || n,
           '+62813' || lpad(n::text, 8, '0'), 'Jl. Banyak ' || n, v.code, v.district_code, v.regency_code,
           '121', '\\x00', '0000', 'Pemilik ' || n, now()
      from generate_series(1, ${sellers}) n join village v on v.code = '18.71.01.1003'`.execute(db);
  await sql`
    insert into product (slug, umkm_id, name, category_slug, made_in_district_code, regency_code, status)
    select slug, id, name, 'keripik', district_code, regency_code, 'published' from umkm where slug like 'banyak-%'`.execute(
    db,
  );
  await sql`
    insert into variant (product_id, umkm_id, sku, label, price, weight_grams, stock, position)
    select p.id, p.umkm_id, p.slug, '250 g', 18000, 250, 10, 0 from product p where p.slug like 'banyak-%'`.execute(
    db,
  );
  await sql`
    insert into warung (slug, name, keeper_name, mobile, address, village_code, district_code, regency_code, status,
                        decree_number, window_capacity)
    select 'banyak-' || n, 'Warung ' || n, 'Penjaga ' || n, '+62814' || lpad(n::text, 8, '0'), 'Jl. Banyak ' || n, v.code,
           v.district_code, v.regency_code, 'ready', 'SK-1', 50
      from generate_series(1, ${warung}) n join village v on v.code = '18.71.01.1003'`.execute(db);
  await sql`
    insert into staple (key, name, unit, weight_grams, group_name, position)
    values ('beras-banyak', 'Beras', 'kg', 1000, 'beras', 1)`.execute(db);
}

/**
 * Orders on their way to the buyer, each with two packs of one seller and two kilos of rice; nothing is booked yet. They
 * were placed at `at`.
 */
export async function fillManyOrders(db: Db, sales: ManySales, at: Date): Promise<void> {
  await fillShops(db, sales);
  await sql`
    insert into checkout (form_key, tracking_secret, buyer_name, buyer_mobile, village_code, street, payment_method, created_at)
    select gen_random_uuid(), 'rahasia-' || n, 'Pembeli ' || n, '+6281200000000', '18.71.01.1003', 'Jl. Uji', 'cash', ${at}
      from generate_series(1, ${sales.orders}) n`.execute(db);
  await sql`
    insert into "order" (code, checkout_id, status, fulfilment, warung_id, village_code, regency_code, pin, goods_total,
                         delivery_fee, total, promise_from, promise_until, next_action, deadline_at, placed_at)
    select ${codeOf}, c.id, 'out_for_delivery', 'delivery', w.id, '18.71.01.1003', '18.71', '1234', 63000, 5000, 68000,
           ${at}, ${at}, 'Serahkan ke pembeli', ${at}::timestamptz + interval '1 day', ${at}
      from (select id, substr(tracking_secret, 9)::bigint as n from checkout where tracking_secret like 'rahasia-%') c
      join (select id, row_number() over (order by id) - 1 as at from warung where slug like 'banyak-%') w
        on w.at = c.n % ${sales.warung}`.execute(db);
  await sql`
    insert into payment (order_id, method, amount)
    select id, 'cash', total from "order" where placed_at = ${at}`.execute(db);
  await sql`
    insert into seller_line (order_id, umkm_id, status, hand_over_by)
    select o.id, u.id, 'received', ${at}
      from (select id, row_number() over (order by id) as n from "order" where placed_at = ${at}) o
      join (select id, row_number() over (order by id) - 1 as at from umkm where slug like 'banyak-%') u
        on u.at = o.n % ${sales.sellers}`.execute(db);
  await sql`
    insert into order_line (order_id, seller_line_id, variant_id, name, unit, price, quantity, weight_grams, gathered)
    select s.order_id, s.id, v.id, 'Keripik', 'bungkus', 18000, 2, 250, true
      from seller_line s join variant v on v.umkm_id = s.umkm_id and v.sku like 'banyak-%'`.execute(db);
  await sql`
    insert into order_line (order_id, staple_id, name, unit, price, quantity, weight_grams, gathered)
    select o.id, (select id from staple where key = 'beras-banyak'), 'Beras', 'kg', 13500, 2, 1000, true
      from "order" o where o.placed_at = ${at}`.execute(db);
  await sql`analyze`.execute(db);
}

/** Books every such order that is not booked yet as handed over for cash at `at`, and ends them all. */
export async function finishManyOrders(db: Db, at: Date): Promise<void> {
  await sql`
    with sold as (
      insert into posting (key, kind, order_id, at)
      select 'sale:' || o.code, 'sale', o.id, ${at} from "order" o where o.status = 'out_for_delivery'
          on conflict (key) do nothing returning id, order_id)
    insert into ledger_entry (posting_id, account, amount)
    select sold.id, e.account, e.amount
      from sold join "order" o on o.id = sold.order_id join seller_line s on s.order_id = o.id
      cross join lateral (values ('warung:' || o.warung_id || ':kas', o.total), ('umkm:' || s.umkm_id || ':piutang', -36000),
                                 ('warung:' || o.warung_id || ':pendapatan', 36000 - o.total)) e (account, amount)`.execute(
    db,
  );
  await sql`
    update payment p set status = 'paid', paid_at = ${at}, cash = amount from "order" o
     where o.id = p.order_id and o.status = 'out_for_delivery' and p.status = 'due'`.execute(db);
  await sql`
    update "order" set status = 'completed', next_action = null, deadline_at = null where status = 'out_for_delivery'`.execute(
    db,
  );
  await sql`analyze`.execute(db);
}
