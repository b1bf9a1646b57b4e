import { sql } from "kysely";
import type { Db } from "../client.server.ts";

export type ComplaintEventRow = {
  readonly kind: string;
  readonly at: string;
  readonly actor_kind: string;
  readonly actor_name: string;
  readonly note: string;
  readonly detail: Readonly<Record<string, unknown>>;
};

export type ComplaintDetailRow = {
  readonly code: string;
  readonly status: string;
  readonly kind: string;
  readonly body: string;
  readonly wanted: string;
  readonly answer: string | null;
  readonly decision: string | null;
  readonly outcome: string | null;
  readonly pieces: number;
  readonly pin: string | null;
  readonly goods_returned: boolean;
  readonly opened_at: Date;
  readonly deadline_at: Date | null;
  readonly order_id: number;
  readonly order_code: string;
  readonly placed_at: Date;
  readonly regency_code: string;
  readonly name: string;
  readonly unit: string;
  readonly price: number;
  readonly quantity: number;
  readonly media_hash: string | null;
  readonly ground: string | null;
  readonly umkm_id: number | null;
  readonly umkm_name: string | null;
  readonly umkm_mobile: string | null;
  readonly warung_id: number;
  readonly warung_name: string;
  readonly warung_mobile: string;
  readonly warung_address: string;
  readonly buyer_name: string;
  readonly buyer_mobile: string;
  readonly village: string;
  readonly district: string;
  readonly regency: string;
  readonly regency_kind: string;
  /** of the refund, when there is one: rupiah */
  readonly refund_amount: number | null;
  /** whose loss the refund is: null and an amount means the warung's */
  readonly refund_umkm_id: number | null;
  readonly refund_status: string | null;
  /** by which way a refund goes, or would go, back */
  readonly refund_method: string;
  /** positions of its photos, from 1 */
  readonly photos: readonly number[];
  readonly events: readonly ComplaintEventRow[];
};

/** One complaint with its goods, people, photos and history, for the pages of those it concerns. One query. */
export async function findComplaintDetail(db: Db, code: string): Promise<ComplaintDetailRow | undefined> {
  const { rows } = await sql<ComplaintDetailRow>`
    select c.code, c.status, c.kind, c.body, c.wanted, c.answer, c.decision, c.outcome, c.pieces, c.pin, c.goods_returned,
      c.opened_at, c.deadline_at, o.id as order_id, o.code as order_code, o.placed_at, c.regency_code,
      l.name, l.unit, l.price, l.quantity, l.media_hash, m.ground,
      c.umkm_id, u.name as umkm_name, u.mobile as umkm_mobile,
      w.id as warung_id, w.name as warung_name, w.mobile as warung_mobile,
      concat_ws(', ', w.address, wv.name) as warung_address,
      k.buyer_name, k.buyer_mobile, v.name as village, d.name as district, r.name as regency, r.kind as regency_kind,
      f.amount as refund_amount, f.umkm_id as refund_umkm_id, f.status as refund_status,
      coalesce(f.method, case when pay.cash = 0 then pay.method end, 'cash') as refund_method,
      array(select p.position from complaint_photo p where p.complaint_id = c.id order by p.position) as photos,
      coalesce((select json_agg(json_build_object('kind', e.kind, 'at', e.at, 'actor_kind', e.actor_kind,
          'actor_name', e.actor_name, 'note', e.note, 'detail', e.detail) order by e.id)
        from complaint_event e where e.complaint_id = c.id), '[]') as events
    from complaint c
    join "order" o on o.id = c.order_id
    join checkout k on k.id = o.checkout_id
    join order_line l on l.id = c.order_line_id
    left join media m on m.hash = l.media_hash
    left join umkm u on u.id = c.umkm_id
    join warung w on w.id = c.warung_id
    join village wv on wv.code = w.village_code
    join village v on v.code = o.village_code
    join district d on d.code = v.district_code
    join regency r on r.code = o.regency_code
    left join refund f on f.complaint_id = c.id
    left join payment pay on pay.order_id = o.id
    where c.code = ${code}`.execute(db);
  return rows[0];
}

export type ComplaintRow = {
  readonly id: number;
  readonly code: string;
  readonly order_code: string;
  readonly status: string;
  readonly kind: string;
  readonly outcome: string | null;
  readonly is_sellers: boolean;
  readonly pieces: number;
  readonly name: string;
  readonly opened_at: Date;
  readonly deadline_at: Date | null;
};

const complaintRow = sql`
  select c.id, c.code, o.code as order_code, c.status, c.kind, c.outcome, c.umkm_id is not null as is_sellers, c.pieces,
    l.name, c.opened_at, c.deadline_at
  from complaint c join "order" o on o.id = c.order_id join order_line l on l.id = c.order_line_id`;

/** The complaints of one order, the oldest first. */
export async function findOrderComplaints(db: Db, orderId: number): Promise<ComplaintRow[]> {
  const { rows } = await sql<ComplaintRow>`
    ${complaintRow} where c.order_id = ${orderId} order by c.id`.execute(db);
  return rows;
}

export type Whose = { readonly umkmId: number } | { readonly warungId: number };

const ofWhom = (whose: Whose) =>
  "umkmId" in whose ? sql`c.umkm_id = ${whose.umkmId}` : sql`c.warung_id = ${whose.warungId}`;

/** Open complaints of a seller's goods or of a warung's orders, those with the nearest deadline first. */
export async function findOpenComplaints(db: Db, whose: Whose, limit: number): Promise<ComplaintRow[]> {
  const { rows } = await sql<ComplaintRow>`
    ${complaintRow} where ${ofWhom(whose)} and c.status <> 'done'
    order by c.deadline_at, c.id limit ${limit}`.execute(db);
  return rows;
}

/** Closed ones, the newest first; `before` is the id of the last one seen. */
export async function findClosedComplaints(
  db: Db,
  whose: Whose,
  { before, limit }: { before: number | undefined; limit: number },
): Promise<ComplaintRow[]> {
  const onwards = before ? sql`and c.id < ${before}` : sql``;
  const { rows } = await sql<ComplaintRow>`
    ${complaintRow} where ${ofWhom(whose)} and c.status = 'done' ${onwards}
    order by c.id desc limit ${limit}`.execute(db);
  return rows;
}

/** How many complaints wait for this seller, or for this warung, to do something. */
export async function countWaitingComplaints(db: Db, whose: Whose): Promise<number> {
  const theirs =
    "umkmId" in whose
      ? sql`c.status in ('open', 'exchange_due')`
      : sql`(c.status in ('refund_due', 'exchange_ready', 'exchange_due') or (c.status = 'open' and c.umkm_id is null))`;
  const { rows } = await sql<{ waiting: number }>`
    select count(*)::int as waiting from complaint c where ${ofWhom(whose)} and ${theirs}`.execute(db);
  return rows[0]!.waiting;
}

export type OfficeComplaintRow = ComplaintRow & {
  readonly seller: string;
  readonly regency: string;
  readonly regency_kind: string;
};

export type OfficeQuestion = {
  /** null: the whole province */
  readonly regencyCode: string | null;
  readonly list: "decide" | "open" | "done";
  /** code of the last one seen */
  readonly after: string | undefined;
  readonly now: Date;
  readonly limit: number;
};

/**
 * Complaints for officers: `decide` = where they must act (to be decided, or money that is late), the longest waiting
 * first; `open` = all that is not over; `done` = the newest first.
 */
export async function findOfficeComplaints(db: Db, question: OfficeQuestion): Promise<OfficeComplaintRow[]> {
  const { regencyCode, list, after, now, limit } = question;
  const here = regencyCode === null ? sql`` : sql`and c.regency_code = ${regencyCode}`;
  const wanted = {
    decide: sql`(c.status = 'disputed' or (c.status = 'refund_due' and c.deadline_at < ${now}))`,
    open: sql`c.status <> 'done'`,
    done: sql`c.status = 'done'`,
  }[list];
  const seen = sql`(select x.deadline_at, x.id from complaint x where x.code = ${after})`;
  const onwards = !after
    ? sql``
    : list === "done"
      ? sql`and c.id < (select x.id from complaint x where x.code = ${after})`
      : sql`and (c.deadline_at, c.id) > ${seen}`;
  const order = list === "done" ? sql`c.id desc` : sql`c.deadline_at, c.id`;
  const { rows } = await sql<OfficeComplaintRow>`
    select c.id, c.code, o.code as order_code, c.status, c.kind, c.outcome, c.umkm_id is not null as is_sellers, c.pieces,
      l.name, c.opened_at, c.deadline_at, coalesce(u.name, w.name) as seller, r.name as regency, r.kind as regency_kind
    from complaint c join "order" o on o.id = c.order_id join order_line l on l.id = c.order_line_id
    left join umkm u on u.id = c.umkm_id join warung w on w.id = c.warung_id join regency r on r.code = c.regency_code
    where ${wanted} ${here} ${onwards} order by ${order} limit ${limit}`.execute(db);
  return rows;
}

export type EarlierRow = {
  readonly buyer_all: number;
  readonly buyer_refused: number;
  readonly seller_all: number;
  readonly seller_refused: number;
  /** orders of this buyer that were received */
  readonly buyer_orders: number;
};

/** Earlier complaints of the same buyer (account or number) and of the same seller (of staples: the warung's own). */
export async function countEarlierComplaints(db: Db, code: string): Promise<EarlierRow> {
  const { rows } = await sql<EarlierRow>`
    with this as (
      select c.id, c.umkm_id, c.warung_id, k.account_id, k.buyer_mobile
        from complaint c join "order" o on o.id = c.order_id join checkout k on k.id = o.checkout_id where c.code = ${code}),
    bought as (
      select o.id, o.status from this t
        join checkout k on (k.account_id is null and k.buyer_mobile = t.buyer_mobile) or k.account_id = t.account_id
        join "order" o on o.checkout_id = k.id),
    by_buyer as (
      select c.outcome from bought b join complaint c on c.order_id = b.id join this t on c.id < t.id),
    of_seller as (
      select c.outcome from this t join complaint c on c.id < t.id
         and case when t.umkm_id is null then c.umkm_id is null and c.warung_id = t.warung_id else c.umkm_id = t.umkm_id end)
    select (select count(*)::int from by_buyer) as buyer_all,
      (select count(*)::int from by_buyer where outcome = 'refused') as buyer_refused,
      (select count(*)::int from of_seller) as seller_all,
      (select count(*)::int from of_seller where outcome = 'refused') as seller_refused,
      (select count(*)::int from bought where status in ('delivered', 'completed')) as buyer_orders`.execute(
    db,
  );
  return rows[0]!;
}

/** The sealed file of a complaint's photo. */
export async function findComplaintPhoto(
  db: Db,
  code: string,
  position: number,
): Promise<string | undefined> {
  const row = await db
    .selectFrom("complaint_photo as p")
    .innerJoin("complaint as c", "c.id", "p.complaint_id")
    .select("p.file")
    .where("c.code", "=", code)
    .where("p.position", "=", position)
    .executeTakeFirst();
  return row?.file;
}
