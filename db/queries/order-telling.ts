import { sql } from "kysely";
import type { Db } from "../client.server.ts";
import { type OpeningColumns, openingOfW } from "./opening.ts";
import { outstandingOfPay } from "./outstanding.ts";

export type TellingRow = {
  readonly id: number;
  readonly kind: string;
  readonly at: Date;
  readonly actor_kind: string;
  readonly actor_account_id: number | null;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly code: string;
  readonly status: string;
  readonly is_test: boolean;
  readonly fulfilment: string;
  readonly total: number;
  /** null: a test order */
  readonly payment_method: "cash" | "qris" | "card" | null;
  /** rupiah still to be taken at hand-over */
  readonly outstanding: number;
  readonly refund_due: number;
  readonly promise_from: Date;
  readonly promise_until: Date;
  readonly deadline_at: Date | null;
  readonly regency_code: string;
  readonly cancelled_reason: string | null;
  /** an officer took it away, or gave it to another warung, after this step */
  readonly moved_since: boolean;
  /** a warung had taken it on before or with this step: its sellers know of it */
  readonly was_accepted: boolean;
  /** codes and totals of all orders of this checkout, this one's among them, in the order they were made */
  readonly checkout: readonly { readonly code: string; readonly total: number }[];
  readonly buyer_name: string;
  readonly buyer_mobile: string;
  readonly tracking_secret: string;
  readonly offered_to: number | null;
  readonly offer_expires_at: Date | null;
  readonly pieces: number;
  readonly village: string;
  readonly warung:
    | (OpeningColumns & {
        readonly id: number;
        readonly name: string;
        readonly keeper_name: string;
        readonly mobile: string;
        readonly status: string;
        readonly address: string;
        readonly village: string;
        readonly accounts: readonly number[];
      })
    | null;
  readonly sellers: readonly {
    readonly umkm_id: number;
    readonly name: string;
    readonly owner_name: string;
    readonly mobile: string;
    readonly status: string;
    readonly hand_over_by: string;
    readonly goods: readonly { readonly name: string; readonly unit: string; readonly quantity: number }[];
    readonly accounts: readonly number[];
  }[];
  readonly officers: readonly { readonly id: number; readonly name: string; readonly mobile: string }[];
};

/**
 * A step of an order with everybody it may concern, as things stand now. The warung is the one that the step names,
 * else the one that has the order; the officers are the regency's, else the province's. One query.
 */
export async function findTellingRow(db: Db, eventId: number): Promise<TellingRow | undefined> {
  const { rows } = await sql<TellingRow>`
    select e.id, e.kind, e.at, e.actor_kind, e.actor_account_id, e.detail,
      o.code, o.status, o.is_test, o.fulfilment, o.total, pay.method as payment_method, ${outstandingOfPay} as outstanding,
      (select coalesce(sum(amount), 0)::bigint from refund where order_id = o.id and status <> 'paid_back') as refund_due, o.promise_from, o.promise_until, o.deadline_at, o.regency_code,
      o.cancelled_reason, v.name as village,
      exists (select 1 from order_event x where x.order_id = o.id and x.id > e.id
                 and x.kind in ('needs_officer', 'assigned')) as moved_since,
      exists (select 1 from order_event x where x.order_id = o.id and x.id <= e.id
                 and x.kind in ('accepted', 'assigned')) as was_accepted,
      (select json_agg(json_build_object('code', x.code, 'total', x.total) order by x.id)
         from "order" x where x.checkout_id = o.checkout_id) as checkout,
      c.buyer_name, c.buyer_mobile, c.tracking_secret,
      f.warung_id as offered_to, f.expires_at as offer_expires_at,
      (select coalesce(sum(l.quantity), 0)::int from order_line l where l.order_id = o.id) as pieces,
      (select row_to_json(one) from (
         select w.id, w.name, w.keeper_name, w.mobile, w.status, w.address, wv.name as village, ${openingOfW},
           array(select m.account_id from membership m where m.warung_id = w.id order by m.id) as accounts
         from warung w join village wv on wv.code = w.village_code
        where w.id = coalesce((e.detail ->> 'warungId')::bigint, o.warung_id)) one) as warung,
      coalesce((select json_agg(json_build_object('umkm_id', u.id, 'name', u.name, 'owner_name', u.owner_name,
                'mobile', u.mobile, 'status', s.status, 'hand_over_by', s.hand_over_by,
                'goods', coalesce((select json_agg(json_build_object('name', l.name, 'unit', l.unit, 'quantity', l.quantity)
                            order by l.id) from order_line l where l.seller_line_id = s.id and l.quantity > 0), '[]'),
                'accounts', array(select m.account_id from membership m where m.umkm_id = u.id order by m.id))
              order by s.id)
         from seller_line s join umkm u on u.id = s.umkm_id
        -- whose goods lie on a shelf has nothing to bring or to take back, but answers for them
        where s.order_id = o.id and (not s.from_shelf or (e.kind like 'complaint\_%' and not exists (
          select 1 from seller_line own where own.order_id = s.order_id and own.umkm_id = s.umkm_id
             and not own.from_shelf)))), '[]') as sellers,
      coalesce((select json_agg(json_build_object('id', a.id, 'name', a.name, 'mobile', a.mobile) order by a.id)
         from membership m join account a on a.id = m.account_id
        where m.role = 'officer' and m.regency_code is not distinct from
          (select max(n.regency_code) from membership n where n.role = 'officer' and n.regency_code = o.regency_code)),
        '[]') as officers
    from order_event e
    join "order" o on o.id = e.order_id
    join checkout c on c.id = o.checkout_id
    left join payment pay on pay.order_id = o.id
    join village v on v.code = o.village_code
    left join offer f on f.order_id = o.id and f.status = 'pending'
    where e.id = ${eventId}`.execute(db);
  return rows[0];
}
