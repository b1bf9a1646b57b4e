import { sql } from "kysely";
import type { Db } from "../client.server.ts";
import { type ShelfSide, sendingOf } from "./shelf-pages.ts";

export type ConsignmentRow = {
  readonly id: number;
  readonly code: string;
  readonly status: string;
  readonly umkm: string;
  readonly warung: string;
  readonly sent_at: Date;
  readonly due_at: Date;
  readonly ended_at: Date | null;
  readonly sent: number;
  readonly received: number;
  readonly turned_down: number;
  /** "10 × Keripik Pisang 250 g, …" */
  readonly goods: string;
};

const consignmentColumns = sql`
  c.id, c.code, c.status, u.name as umkm, w.name as warung, c.sent_at, c.due_at, c.ended_at,
  goods.sent, goods.received, goods.turned_down, goods.goods`;
const consignmentJoins = sql`
  join umkm u on u.id = c.umkm_id join warung w on w.id = c.warung_id
  cross join lateral (
    select sum(l.sent)::int as sent, coalesce(sum(l.received), 0)::int as received,
      coalesce(sum(l.turned_down), 0)::int as turned_down,
      string_agg(l.sent || ' × ' || p.name || ' ' || v.label, ', ' order by l.variant_id) as goods
      from consignment_line l join variant v on v.id = l.variant_id join product p on p.id = v.product_id
     where l.consignment_id = c.id) goods`;

/** Sendings that wait to be received, the most urgent first, or those that are over, the newest first. */
export async function findConsignments(
  db: Db,
  question: ShelfSide & { readonly open: boolean; readonly limit: number },
): Promise<ConsignmentRow[]> {
  const { open, limit } = question;
  const { rows } = await sql<ConsignmentRow>`
    select ${consignmentColumns} from consignment c ${consignmentJoins}
     where ${sendingOf(question)} and ${open ? sql`c.status = 'sent'` : sql`c.status <> 'sent'`}
     order by ${open ? sql`c.due_at, c.id` : sql`c.id desc`} limit ${limit}`.execute(db);
  return rows;
}

export type ConsignmentDetailRow = ConsignmentRow & {
  readonly reason: string | null;
  readonly umkm_mobile: string;
  readonly umkm_place: string;
  readonly warung_slug: string;
  readonly warung_mobile: string;
  readonly keeper_name: string;
  readonly address: string;
  readonly rt: string | null;
  readonly rw: string | null;
  readonly village: string;
  readonly district: string;
  readonly regency: string;
  readonly lines: readonly {
    readonly variant_id: number;
    readonly product: string;
    readonly label: string;
    readonly price: number;
    readonly sent: number;
    readonly received: number | null;
    readonly turned_down: number | null;
    /** the place on the shelf, once there is one */
    readonly item_id: number | null;
  }[];
  readonly notes: readonly {
    readonly at: string;
    readonly side: string;
    readonly actor_name: string;
    readonly text: string;
  }[];
};

/** One sending as both sides see it. */
export async function findConsignmentRow(
  db: Db,
  side: ShelfSide,
  code: string,
): Promise<ConsignmentDetailRow | undefined> {
  const { rows } = await sql<ConsignmentDetailRow>`
    select ${consignmentColumns}, c.reason, u.mobile as umkm_mobile, uv.name || ', ' || ud.name as umkm_place,
      w.slug as warung_slug, w.mobile as warung_mobile, w.keeper_name, w.address, w.rt, w.rw, wv.name as village,
      wd.name as district, wr.name as regency,
      (select json_agg(json_build_object('variant_id', v.id, 'product', p.name, 'label', v.label, 'price', v.price,
                'sent', l.sent, 'received', l.received, 'turned_down', l.turned_down, 'item_id', i.id)
                order by p.name, v.position, v.id)
         from consignment_line l join variant v on v.id = l.variant_id join product p on p.id = v.product_id
         left join shelf_item i on i.warung_id = c.warung_id and i.variant_id = v.id
        where l.consignment_id = c.id) as lines,
      coalesce((select json_agg(json_build_object('at', n.at, 'side', n.side, 'actor_name', n.actor_name, 'text', n.text)
                order by n.id) from consignment_note n where n.consignment_id = c.id), '[]') as notes
    from consignment c ${consignmentJoins}
    join village uv on uv.code = u.village_code join district ud on ud.code = u.district_code
    join village wv on wv.code = w.village_code join district wd on wd.code = w.district_code
    join regency wr on wr.code = w.regency_code
    where c.code = ${code} and ${sendingOf(side)}`.execute(db);
  return rows[0];
}

export type NearWarungRow = {
  readonly slug: string;
  readonly name: string;
  readonly village: string;
  readonly district: string;
  readonly regency: string;
  readonly distance_m: number | null;
  readonly shelf_limit: number;
  /** this seller's pieces that lie there */
  readonly on_shelf: number;
};

/** Ready warung that take goods in consignment, the nearest to a seller's village first; `q`: part of a name or place. */
export async function findNearWarung(
  db: Db,
  umkmId: number,
  { q, limit }: { q: string | undefined; limit: number },
): Promise<NearWarungRow[]> {
  const named = q
    ? sql`and position(lower(unaccent(${q})) in
        lower(unaccent(w.name || ' ' || v.name || ' ' || d.name || ' ' || r.name))) > 0`
    : sql``;
  const { rows } = await sql<NearWarungRow>`
    select w.slug, w.name, v.name as village, d.name as district, r.name as regency, w.shelf_limit,
      case when w.latitude is null or w.longitude is null then null
           else round(earth_distance(ll_to_earth(w.latitude, w.longitude), ll_to_earth(home.latitude, home.longitude)))::int
      end as distance_m,
      coalesce((select sum(i.on_shelf) from shelf_item i join variant x on x.id = i.variant_id
         where i.warung_id = w.id and x.umkm_id = ${umkmId}), 0)::int as on_shelf
    from umkm u join village home on home.code = u.village_code
    cross join warung w
    join village v on v.code = w.village_code join district d on d.code = w.district_code
    join regency r on r.code = w.regency_code
    where u.id = ${umkmId} and w.status = 'ready' and w.shelf_limit > 0 ${named}
    order by distance_m nulls last, w.id limit ${limit}`.execute(db);
  return rows;
}

export type SendableRow = {
  readonly id: number;
  readonly product: string;
  readonly label: string;
  readonly price: number;
  readonly stock: number;
  readonly media_hash: string | null;
  readonly ground: string | null;
  /** on this warung's shelf, or on the way to it */
  readonly there: number;
};

/** Public goods of a seller that are in stock, and how many of each this warung has already. */
export async function listSendable(db: Db, umkmId: number, warungId: number): Promise<SendableRow[]> {
  const { rows } = await sql<SendableRow>`
    select v.id, p.name as product, v.label, v.price, v.stock, m.hash as media_hash, m.ground,
      coalesce((select i.on_shelf from shelf_item i where i.warung_id = ${warungId} and i.variant_id = v.id), 0)
      + coalesce((select sum(l.sent) from consignment_line l join consignment c on c.id = l.consignment_id
           where l.variant_id = v.id and c.warung_id = ${warungId} and c.status = 'sent'), 0)::int as there
      from variant v join product p on p.id = v.product_id and p.public
      left join product_photo f on f.product_id = p.id and f.position = 0
      left join media m on m.id = f.media_id
     where v.umkm_id = ${umkmId} and v.stock > 0
     order by p.name, v.position, v.id limit 200`.execute(db);
  return rows;
}
