import { sql } from "kysely";
import type { Db } from "../client.server.ts";

export type PackingRow = {
  readonly code: string;
  readonly is_test: boolean;
  readonly status: string;
  readonly fulfilment: string;
  readonly promise_until: Date;
  readonly buyer_name: string;
  readonly village: string;
  readonly rt: string | null;
  readonly rw: string | null;
  readonly name: string;
  readonly unit: string;
  readonly quantity: number;
  readonly gathered: boolean;
  /** null: from the warung's own shelf */
  readonly umkm_id: number | null;
  readonly seller: string | null;
  readonly seller_mobile: string | null;
  readonly seller_status: string | null;
  readonly hand_over_by: Date | null;
};

/**
 * Lines of the orders that a warung has to have in the shop for promises that end after `after` and not later than
 * `until`; what a seller does not have, and what has left, is not among them.
 */
export async function findPackingRows(
  db: Db,
  { warungId, after, until }: { warungId: number; after: Date; until: Date },
): Promise<PackingRow[]> {
  const { rows } = await sql<PackingRow>`
    select o.code, o.is_test, o.status, o.fulfilment, o.promise_until, c.buyer_name, v.name as village, c.rt, c.rw,
      l.name, l.unit, l.quantity, l.gathered, u.id as umkm_id, u.name as seller, u.mobile as seller_mobile,
      s.status as seller_status, s.hand_over_by
    from "order" o
    join checkout c on c.id = o.checkout_id
    join village v on v.code = o.village_code
    join order_line l on l.order_id = o.id
    left join seller_line s on s.id = l.seller_line_id
    left join umkm u on u.id = s.umkm_id
    where o.warung_id = ${warungId} and o.next_action is not null
      and o.status in ('accepted', 'awaiting_buyer', 'ready', 'ready_for_pickup', 'delivery_failed')
      and o.promise_until > ${after} and o.promise_until <= ${until}
      and coalesce(s.status, '') not in ('unavailable', 'cancelled')
    order by o.promise_until, o.id, l.id`.execute(db);
  return rows;
}

export type ComingRow = {
  readonly umkm_id: number;
  readonly seller: string;
  readonly owner_name: string;
  readonly mobile: string;
  readonly village: string;
  readonly district: string;
  readonly status: string;
  readonly hand_over_by: Date;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly quantity: number;
};

/** What sellers have yet to bring to a warung between two moments, the most urgent first. */
export async function findComingRows(
  db: Db,
  { warungId, from, until }: { warungId: number; from: Date; until: Date },
): Promise<ComingRow[]> {
  const { rows } = await sql<ComingRow>`
    select u.id as umkm_id, u.name as seller, u.owner_name, u.mobile, v.name as village, d.name as district, s.status,
      s.hand_over_by, o.code, l.name, l.unit, l.quantity
    from "order" o
    join seller_line s on s.order_id = o.id
    join umkm u on u.id = s.umkm_id
    join village v on v.code = u.village_code
    join district d on d.code = u.district_code
    join order_line l on l.seller_line_id = s.id
    where o.warung_id = ${warungId} and o.next_action is not null and o.status in ('accepted', 'awaiting_buyer')
      and s.status in ('pending', 'confirmed', 'handed_over')
      and s.hand_over_by >= ${from} and s.hand_over_by < ${until}
    order by s.hand_over_by, u.name, u.id, l.id`.execute(db);
  return rows;
}

export type HandOverRow = {
  readonly warung_id: number;
  readonly warung: string;
  readonly keeper_name: string;
  readonly mobile: string;
  readonly address: string;
  readonly rt: string | null;
  readonly rw: string | null;
  readonly village: string;
  readonly district: string;
  readonly regency: string;
  readonly regency_kind: string;
  readonly status: string;
  readonly hand_over_by: Date;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly quantity: number;
};

/** What a seller has yet to hand over, and to which warung, between two moments; nothing of the buyers. */
export async function findHandOverRows(
  db: Db,
  { umkmId, from, until, limit }: { umkmId: number; from: Date; until: Date; limit: number },
): Promise<HandOverRow[]> {
  const { rows } = await sql<HandOverRow>`
    select w.id as warung_id, w.name as warung, w.keeper_name, w.mobile, w.address, w.rt, w.rw, v.name as village,
      d.name as district, r.name as regency, r.kind as regency_kind, s.status, s.hand_over_by, o.code, l.name, l.unit,
      l.quantity
    from seller_line s
    join "order" o on o.id = s.order_id
    join warung w on w.id = o.warung_id
    join village v on v.code = w.village_code
    join district d on d.code = w.district_code
    join regency r on r.code = w.regency_code
    join order_line l on l.seller_line_id = s.id
    where s.umkm_id = ${umkmId} and s.status in ('pending', 'confirmed')
      and s.hand_over_by >= ${from} and s.hand_over_by < ${until}
      and o.status in ('accepted', 'awaiting_buyer')
    order by s.hand_over_by, w.name, w.id, l.id limit ${limit}`.execute(db);
  return rows;
}

export type CashRow = {
  readonly kind: string;
  readonly at: Date;
  readonly code: string | null;
  readonly buyer_name: string | null;
  readonly delivered_by: string | null;
  /** of the order, in rupiah */
  readonly delivery_fee: number;
  readonly first_leg_fee: number;
  /** what the posting says, in rupiah: into the till; owed to sellers; the warung's own; to any other account */
  readonly cash: number;
  readonly sellers: number;
  readonly own: number;
  readonly other: number;
};

type Till = { readonly warungId: number; readonly from: Date; readonly until: Date };

const tillOf = (warungId: number) => `warung:${warungId}:kas`;

const postingsOf = ({ warungId, from, until }: Till) => sql`
  select p.* from posting p where p.at >= ${from} and p.at < ${until} and exists (
    select 1 from ledger_entry k where k.posting_id = p.id and k.account = ${tillOf(warungId)})`;

/** Every posting that moved cash of a warung's till between two moments, split by whom it belongs to. */
export async function findCashRows(db: Db, till: Till): Promise<CashRow[]> {
  const cash = tillOf(till.warungId);
  const own = `warung:${till.warungId}:pendapatan`;
  const { rows } = await sql<CashRow>`
    with booked as materialized (${postingsOf(till)})
    select p.kind, p.at, o.code, c.buyer_name, told.actor_name as delivered_by,
      coalesce(o.delivery_fee, 0) as delivery_fee, coalesce(o.first_leg_fee, 0) as first_leg_fee, split.*
    from booked p
    cross join lateral (
      select coalesce(sum(e.amount) filter (where e.account = ${cash}), 0)::bigint as cash,
        coalesce(-sum(e.amount) filter (where e.account like 'umkm:%'), 0)::bigint as sellers,
        coalesce(-sum(e.amount) filter (where e.account = ${own}), 0)::bigint as own,
        coalesce(-sum(e.amount) filter (where e.account not like 'umkm:%' and e.account not in (${cash}, ${own})), 0)::bigint as other
      from ledger_entry e where e.posting_id = p.id) split
    left join "order" o on o.id = p.order_id
    left join checkout c on c.id = o.checkout_id
    left join lateral (
      select x.actor_name from order_event x where x.order_id = o.id and x.kind = 'delivered' order by x.id desc limit 1) told
      on true
    order by p.at, p.id`.execute(db);
  return rows;
}

/** The same postings, summed for each seller: what the warung keeps for them, in rupiah. */
export async function sumCashPerSeller(db: Db, till: Till): Promise<{ seller: string; amount: number }[]> {
  const { rows } = await sql<{ seller: string; amount: number }>`
    with booked as materialized (${postingsOf(till)})
    select coalesce(u.name, owed.account) as seller, owed.amount
    from (select e.account, -sum(e.amount)::bigint as amount from booked p join ledger_entry e on e.posting_id = p.id
           where e.account like 'umkm:%' group by e.account) owed
    left join umkm u on u.id = substring(owed.account from '^umkm:(\\d+):')::bigint
    where owed.amount <> 0 order by owed.amount desc, seller`.execute(db);
  return rows;
}
