import { sql } from "kysely";
import type { Db } from "../client.server.ts";
import { type OpeningColumns, openingOfW } from "./opening.ts";

type FeeRow = { readonly up_to_m: number; readonly fee: number };

const feesOfW = sql`(select coalesce(json_agg(json_build_object('up_to_m', f.up_to_m, 'fee', f.fee) order by f.up_to_m), '[]')
  from warung_fee f where f.warung_id = w.id)`;

export type NearestWarungRow = OpeningColumns & {
  readonly slug: string;
  readonly name: string;
  readonly distance_m: number | null;
  readonly fees: readonly FeeRow[];
};

/** The nearest ready warung that serves a village; without known distance last. */
export async function findNearestWarungRow(
  db: Db,
  villageCode: string,
): Promise<NearestWarungRow | undefined> {
  const { rows } = await sql<NearestWarungRow>`
    select w.slug, w.name, s.distance_m, ${openingOfW}, ${feesOfW} as fees
    from warung_service_village s join warung w on w.id = s.warung_id
    where s.village_code = ${villageCode} and w.status = 'ready'
    order by s.distance_m nulls last, w.id
    limit 1`.execute(db);
  return rows[0];
}

export type WarungPageRow = OpeningColumns & {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly keeper_name: string;
  readonly status: string;
  readonly address: string;
  readonly village: string;
  readonly district: string;
  readonly regency: string;
  readonly regency_code: string;
  readonly regency_kind: string;
  readonly offers_pickup: boolean;
  readonly takes_cash: boolean;
  readonly fees: readonly FeeRow[];
  readonly villages: readonly {
    readonly code: string;
    readonly name: string;
    readonly district: string;
    readonly distance_m: number | null;
  }[];
};

/** A warung that people may see: ready, or paused for a while. */
export async function findWarungRow(db: Db, slug: string): Promise<WarungPageRow | undefined> {
  const { rows } = await sql<WarungPageRow>`
    select w.id, w.slug, w.name, w.keeper_name, w.status, w.address, v.name as village, d.name as district,
      r.name as regency, r.code as regency_code, r.kind as regency_kind, w.offers_pickup, w.takes_cash,
      ${openingOfW}, ${feesOfW} as fees,
      (select coalesce(json_agg(json_build_object('code', sv.code, 'name', sv.name, 'district', sd.name,
           'distance_m', s.distance_m) order by s.distance_m nulls last, sv.name), '[]')
         from warung_service_village s join village sv on sv.code = s.village_code
         join district sd on sd.code = sv.district_code where s.warung_id = w.id) as villages
    from warung w
    join village v on v.code = w.village_code
    join district d on d.code = w.district_code
    join regency r on r.code = w.regency_code
    where w.slug = ${slug} and w.status in ('ready', 'paused')`.execute(db);
  return rows[0];
}

export type ShelfRow = {
  readonly id: number;
  readonly name: string;
  readonly unit: string;
  readonly group_name: string;
  readonly price: number | null;
  readonly availability: "ada" | "sedikit" | "habis" | null;
  readonly hash: string | null;
  readonly ground: string | null;
};

/** Every staple with its price in the warung's regency on `date` and whether this warung has it. */
export async function findShelfRows(
  db: Db,
  warungId: number,
  regencyCode: string,
  date: string,
): Promise<ShelfRow[]> {
  const { rows } = await sql<ShelfRow>`
    select s.id, s.name, s.unit, s.group_name, price.price, ws.availability, m.hash, m.ground
    from staple s
    left join warung_staple ws on ws.staple_id = s.id and ws.warung_id = ${warungId}
    left join media m on m.id = s.media_id
    left join lateral (select price from staple_price sp where sp.regency_code = ${regencyCode} and sp.staple_id = s.id
       and sp.valid_from <= ${date}::date order by valid_from desc limit 1) price on true
    order by s.position, s.id`.execute(db);
  return rows;
}
