import { sql } from "kysely";
import type { Db } from "../client.server.ts";
import { type OpeningColumns, openingOfW } from "./opening.ts";
import { outstandingOfPay } from "./outstanding.ts";

type PaymentMethod = "cash" | "qris" | "card";

export type OrderLineRow = {
  readonly id: number;
  readonly name: string;
  readonly unit: string;
  readonly price: number;
  /** pieces that count; 0 when nothing of the line was there */
  readonly quantity: number;
  /** pieces that were missing, and are not charged */
  readonly dropped: number;
  /** name of the line it stands in for */
  readonly substitutes: string | null;
  /** the buyer is being asked about it */
  readonly asked: boolean;
  readonly gathered: boolean;
  readonly media_hash: string | null;
  readonly ground: string | null;
  readonly umkm_id: number | null;
  /** it lies on the warung's own shelf, in consignment of this seller; null: it does not */
  readonly consigned_by: string | null;
};

export type OrderSellerRow = {
  readonly umkm_id: number;
  readonly name: string;
  readonly slug: string;
  readonly mobile: string;
  readonly village: string;
  readonly regency: string;
  readonly status: string;
  readonly hand_over_by: string;
  /** rupiah */
  readonly first_leg_fee: number;
};

export type OrderDetailRow = {
  readonly id: number;
  readonly code: string;
  readonly status: string;
  readonly cancelled_reason: string | null;
  readonly pin: string;
  readonly pin_tries: number;
  readonly goods_total: number;
  readonly delivery_fee: number;
  readonly first_leg_fee: number;
  readonly total: number;
  readonly promise_from: Date;
  readonly promise_until: Date;
  /** of the next action; null for a closed order */
  readonly deadline_at: Date | null;
  readonly next_action: string | null;
  /** whom the most urgent open complaint waits for */
  readonly complaint_holder: string | null;
  readonly placed_at: Date;
  /** rupiah of all orders of the checkout whose buyer has yet to pay */
  readonly awaiting_total: number;
  /** null: a test order, for which nothing is paid */
  readonly payment_status: string | null;
  readonly payment_method: PaymentMethod | null;
  /** rupiah: still to be taken at hand-over; paid before it and not on its way back; all that came in before it; taken in cash at it */
  readonly outstanding: number;
  readonly prepaid: number;
  readonly received: number;
  readonly paid_cash: number;
  readonly is_test: boolean;
  readonly fulfilment: string;
  readonly delivery_tries: number;
  readonly account_id: number | null;
  readonly tracking_secret: string;
  /** key of MISSING_CHOICES */
  readonly missing_choice: string;
  readonly buyer_name: string;
  readonly buyer_mobile: string;
  readonly street: string;
  readonly rt: string | null;
  readonly rw: string | null;
  readonly landmark: string | null;
  readonly village: string;
  readonly district: string;
  readonly regency: string;
  readonly warung_id: number | null;
  readonly warung_name: string | null;
  readonly warung_slug: string | null;
  readonly warung_mobile: string | null;
  readonly keeper_name: string | null;
  readonly warung_village: string | null;
  readonly distance_m: number | null;
  readonly lines: readonly OrderLineRow[];
  /** who has to bring something; goods on the warung's shelf need nobody */
  readonly sellers: readonly OrderSellerRow[];
  /** the other order of the same checkout */
  readonly siblings: readonly {
    readonly code: string;
    readonly status: string;
    readonly promise_from: string;
    readonly promise_until: string;
    readonly goods: string;
  }[];
  readonly events: readonly { readonly kind: string; readonly at: string; readonly actor_name: string }[];
};

/** One order with its lines, sellers and events, for the pages of those it concerns. One query. */
export async function findOrderDetail(db: Db, code: string): Promise<OrderDetailRow | undefined> {
  const { rows } = await sql<OrderDetailRow>`
    select o.id, o.code, o.status, o.cancelled_reason, o.pin, o.pin_tries, o.goods_total, o.delivery_fee, o.first_leg_fee,
      o.total, o.promise_from, o.promise_until, o.deadline_at, o.next_action, o.placed_at, o.is_test, o.fulfilment,
      o.delivery_tries, pay.status as payment_status,
      pay.method as payment_method, ${outstandingOfPay} as outstanding,
      coalesce(pay.received - pay.returned, 0)::bigint as prepaid,
      coalesce(pay.received, 0)::bigint as received, coalesce(pay.cash, 0)::bigint as paid_cash,
      (select coalesce(sum(x.total), 0)::bigint from "order" x
        where x.checkout_id = o.checkout_id and x.status = 'awaiting_payment') as awaiting_total,
      c.account_id, c.tracking_secret, c.missing_choice, c.buyer_name, c.buyer_mobile, c.street, c.rt, c.rw, c.landmark,
      v.name as village, d.name as district, r.name as regency,
      w.id as warung_id, w.name as warung_name, w.slug as warung_slug, w.mobile as warung_mobile, w.keeper_name,
      wv.name as warung_village,
      (select case when exists (select 1 from refund f where f.complaint_id = k.id and f.method = 'card') then 'Lapak'
                when k.status = 'answered' then 'pembeli' when k.status = 'disputed' then 'petugas dinas'
                when k.status in ('open', 'exchange_due') then coalesce(ku.name, w.name) else w.name end
         from complaint k left join umkm ku on ku.id = k.umkm_id
        where k.order_id = o.id and k.status <> 'done' order by k.deadline_at, k.id limit 1) as complaint_holder,
      case when w.latitude is null then null
           else round(earth_distance(ll_to_earth(w.latitude, w.longitude), ll_to_earth(v.latitude, v.longitude)))::int
      end as distance_m,
      (select json_agg(json_build_object('id', l.id, 'name', l.name, 'unit', l.unit, 'price', l.price,
                'quantity', l.quantity, 'dropped', l.dropped, 'substitutes', was.name, 'gathered', l.gathered,
                'asked', exists (select 1 from shortage h where h.order_line_id = l.id and h.decided_at is null),
                'media_hash', l.media_hash, 'ground', m.ground, 'umkm_id', s.umkm_id,
                'consigned_by', case when s.from_shelf then su.name end) order by coalesce(l.substitutes, l.id), l.id)
         from order_line l left join seller_line s on s.id = l.seller_line_id left join umkm su on su.id = s.umkm_id
         left join media m on m.hash = l.media_hash left join order_line was on was.id = l.substitutes
        where l.order_id = o.id) as lines,
      coalesce((select json_agg(json_build_object('umkm_id', u.id, 'name', u.name, 'slug', u.slug, 'mobile', u.mobile,
                'village', uv.name, 'regency', ur.name, 'status', s.status, 'hand_over_by', s.hand_over_by, 'first_leg_fee', s.first_leg_fee) order by s.id)
         from seller_line s join umkm u on u.id = s.umkm_id join village uv on uv.code = u.village_code
         join regency ur on ur.code = u.regency_code
        where s.order_id = o.id and not s.from_shelf), '[]') as sellers,
      coalesce((select json_agg(json_build_object('code', x.code, 'status', x.status, 'promise_from', x.promise_from,
                'promise_until', x.promise_until, 'goods',
                coalesce((select string_agg(l.name, ', ' order by l.id) from order_line l where l.order_id = x.id
                   and l.quantity > 0), '')) order by x.id)
         from "order" x where x.checkout_id = o.checkout_id and x.id <> o.id), '[]') as siblings,
      coalesce((select json_agg(json_build_object('kind', e.kind, 'at', e.at, 'actor_name', e.actor_name) order by e.id)
         from order_event e where e.order_id = o.id), '[]') as events
    from "order" o
    join checkout c on c.id = o.checkout_id
    left join payment pay on pay.order_id = o.id
    join village v on v.code = o.village_code
    join district d on d.code = v.district_code
    join regency r on r.code = o.regency_code
    left join warung w on w.id = o.warung_id
    left join village wv on wv.code = w.village_code
    where o.code = ${code}`.execute(db);
  return rows[0];
}

export type BoardOfferRow = {
  readonly code: string;
  readonly is_test: boolean;
  readonly total: number;
  readonly delivery_fee: number;
  /** null: a test order */
  readonly payment_method: PaymentMethod | null;
  readonly promise_until: Date;
  readonly expires_at: Date;
  readonly reminded: boolean;
  readonly rt: string | null;
  readonly rw: string | null;
  readonly village: string;
  readonly judged: unknown;
  readonly lines: readonly {
    readonly name: string;
    readonly unit: string;
    readonly quantity: number;
    readonly seller: string | null;
    readonly hand_over_by: string | null;
    readonly availability: string | null;
    /** it lies on this warung's shelf already */
    readonly from_shelf: boolean;
  }[];
};

/** Offers this warung has not answered yet, the most urgent first. */
export async function findBoardOffers(db: Db, warungId: number): Promise<BoardOfferRow[]> {
  const { rows } = await sql<BoardOfferRow>`
    select o.code, o.is_test, o.total, o.delivery_fee, pay.method as payment_method, o.promise_until, f.expires_at, f.reminded_at is not null as reminded,
      c.rt, c.rw, v.name as village,
      (select x from jsonb_array_elements(g.candidates) x where (x->>'warungId')::bigint = f.warung_id limit 1) as judged,
      (select json_agg(json_build_object('name', l.name, 'unit', l.unit, 'quantity', l.quantity, 'seller', u.name,
                'hand_over_by', s.hand_over_by, 'availability', ws.availability,
                'from_shelf', l.shelf_item_id is not null) order by l.id)
         from order_line l left join seller_line s on s.id = l.seller_line_id left join umkm u on u.id = s.umkm_id
         left join warung_staple ws on ws.warung_id = f.warung_id and ws.staple_id = l.staple_id
        where l.order_id = o.id and l.quantity > 0) as lines
    from offer f join "order" o on o.id = f.order_id join routing g on g.id = f.routing_id
    join checkout c on c.id = o.checkout_id join village v on v.code = o.village_code
    left join payment pay on pay.order_id = o.id
    where f.warung_id = ${warungId} and f.status = 'pending' order by f.expires_at`.execute(db);
  return rows;
}

export type BoardOrderRow = {
  readonly code: string;
  readonly is_test: boolean;
  readonly status: string;
  readonly total: number;
  readonly deadline_at: Date;
  readonly buyer_name: string;
  readonly village: string;
  readonly rt: string | null;
  readonly rw: string | null;
  readonly pieces: number;
  readonly missing: number;
  /** the buyer says that they paid by QRIS, and nobody has looked yet */
  readonly says_paid: boolean;
  /** sellers whose goods have not arrived */
  readonly waiting_for: readonly string[];
};

/** Orders that lie with this warung and are not delivered, the most urgent first. */
export async function findBoardOrders(db: Db, warungId: number, limit: number): Promise<BoardOrderRow[]> {
  const { rows } = await sql<BoardOrderRow>`
    select o.code, o.is_test, o.status, o.total, o.deadline_at, c.buyer_name, v.name as village, c.rt, c.rw,
      (select sum(quantity)::int from order_line l where l.order_id = o.id) as pieces,
      (select count(*)::int from order_line l where l.order_id = o.id and l.quantity > 0 and not l.gathered) as missing,
      exists (select 1 from qris_claim q join payment pay on pay.order_id = q.order_id
         where q.order_id = o.id and q.amount = ${outstandingOfPay}) as says_paid,
      coalesce((select json_agg(u.name order by s.id) from seller_line s join umkm u on u.id = s.umkm_id
         where s.order_id = o.id and s.status in ('pending', 'confirmed', 'handed_over')), '[]') as waiting_for
    from "order" o join checkout c on c.id = o.checkout_id join village v on v.code = o.village_code
    where o.warung_id = ${warungId} and o.next_action is not null
      and o.status in ('accepted', 'awaiting_buyer', 'ready', 'out_for_delivery', 'ready_for_pickup', 'delivery_failed')
    order by o.deadline_at, o.id limit ${limit}`.execute(db);
  return rows;
}

export type BoardHeadRow = OpeningColumns & {
  readonly name: string;
  readonly slug: string;
  readonly status: string;
  readonly pause_reason: string | null;
  readonly window_capacity: number;
  readonly held_today: number;
  readonly cash: number;
  readonly delivered_today: number;
};

/** How the warung stands today: status, hours, load, and by how much the cash in its till has grown since `dayStart`, as the ledger says. */
export async function findBoardHead(
  db: Db,
  warungId: number,
  dayStart: Date,
): Promise<BoardHeadRow | undefined> {
  const { rows } = await sql<BoardHeadRow>`
    select w.name, w.slug, w.status, w.pause_reason, w.window_capacity,
      coalesce((select sum(held) from warung_window x where x.warung_id = w.id and x.starts_at >= ${dayStart}
         and x.starts_at < ${dayStart}::timestamptz + interval '1 day'), 0)::int as held_today,
      (select coalesce(sum(e.amount), 0)::bigint from ledger_entry e join posting p on p.id = e.posting_id
         where e.account = 'warung:' || w.id || ':kas' and p.at >= ${dayStart}) as cash,
      (select count(*)::int from delivery_attempt a join "order" o on o.id = a.order_id
         where a.warung_id = w.id and a.at >= ${dayStart} and a.outcome = 'delivered' and not o.is_test) as delivered_today,
      ${openingOfW}
    from warung w
    where w.id = ${warungId}`.execute(db);
  return rows[0];
}

export type BoardStapleRow = {
  readonly id: number;
  readonly name: string;
  readonly unit: string;
  readonly price: number | null;
  readonly availability: string;
  readonly media_hash: string | null;
  readonly ground: string | null;
};

/** The staples of a warung with its regency's price of the day. */
export async function findBoardStaples(db: Db, warungId: number, today: string): Promise<BoardStapleRow[]> {
  const { rows } = await sql<BoardStapleRow>`
    select s.id, s.name, s.unit, p.price, coalesce(ws.availability, 'habis') as availability, m.hash as media_hash, m.ground
    from warung w cross join staple s
    left join warung_staple ws on ws.warung_id = w.id and ws.staple_id = s.id
    left join media m on m.id = s.media_id
    left join lateral (
      select price from staple_price x where x.staple_id = s.id and x.regency_code = w.regency_code
         and x.valid_from <= ${today}::date order by x.valid_from desc limit 1) p on true
    where w.id = ${warungId} order by s.position, s.id`.execute(db);
  return rows;
}
