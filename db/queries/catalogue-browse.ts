import { type RawBuilder, sql } from "kysely";
import { PRICE_EDGES } from "#app/lib/price-bands.ts";
import type { Db } from "../client.server.ts";
import {
  bandColumn,
  type CatalogueCounts,
  type CatalogueFilter,
  type CatalogueSort,
  type CountsRow,
  condition,
  conditions,
  countsOf,
  distanceTo,
  FACETS,
  type Facet,
  sellerTally,
  tally,
} from "./catalogue-filter.ts";

export type Browsing = {
  readonly filter: CatalogueFilter;
  readonly sort: CatalogueSort;
  readonly offset: number;
  readonly limit: number;
  /** the total counts no further */
  readonly reach: number;
  /** so many sellers are counted; 0: none */
  readonly sellers: number;
  /** also those beside the chosen ones */
  readonly otherSellers: boolean;
};

export type Browsed = CatalogueCounts & {
  readonly products: readonly { readonly row: number; readonly name: string; readonly seller: string }[];
  readonly total: number;
};

/** Rupiah of one step of `shelf_count`, and the step that holds all prices from there on (0116_shelf_counts.sql). */
const STEP = 5_000;
const LAST_STEP = 50;

/** Cells of `shelf_count` that lie wholly between two prices, and the products in the cells that are cut. */
function cellsBetween(min = 0, max?: number): RawBuilder<unknown> {
  const first = min > STEP * LAST_STEP ? LAST_STEP + 1 : Math.ceil(min / STEP);
  const last = max === undefined ? LAST_STEP : Math.min(Math.floor((max + 1) / STEP), LAST_STEP) - 1;
  const whole = sql`
    select category_slug, regency_code, width_bucket(price_step * ${STEP}::bigint, ${[...PRICE_EDGES]}::bigint[]) as band,
      in_stock, is_halal, count
    from shelf_count where price_step between ${first} and ${last}`;
  const cut: RawBuilder<unknown>[] = [];
  if (first > last)
    cut.push(sql`p.price_from >= ${min} and p.price_from <= ${max ?? Number.MAX_SAFE_INTEGER}`);
  else {
    if (min < first * STEP) cut.push(sql`p.price_from >= ${min} and p.price_from < ${first * STEP}`);
    if (max !== undefined && max >= (last + 1) * STEP)
      cut.push(sql`p.price_from >= ${(last + 1) * STEP} and p.price_from <= ${max}`);
  }
  return sql.join([whole, ...cut.map((range) => cellsOf(sql`p.public and ${range}`))], sql` union all `);
}

/** The same cells counted from the products themselves. */
function cellsOf(where: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`select p.category_slug, p.regency_code, ${bandColumn} as band, p.in_stock, p.is_halal, count(*) as count
    from product p where ${where} group by 1, 2, 3, 4, 5`;
}

/** These facets narrow cells; the others, which cells do not know, narrow what is put into them. */
function isSoft(facet: Facet, { near }: CatalogueFilter): boolean {
  return facet === "near" ? near === "regency" : facet !== "seller";
}

function cells(filter: CatalogueFilter): RawBuilder<unknown> {
  const hard = FACETS.filter((facet) => !isSoft(facet, filter));
  return hard.some((facet) => condition(filter, facet))
    ? cellsOf(
        conditions(
          filter,
          FACETS.filter((facet) => !hard.includes(facet)),
        ),
      )
    : cellsBetween(filter.priceMin, filter.priceMax);
}

/** The cells that pass the filter, but for one facet's own choices; the alias is that of a product. */
function passing(filter: CatalogueFilter, without?: Facet): RawBuilder<unknown> {
  const chosen = FACETS.filter((facet) => facet !== without && isSoft(facet, filter)).flatMap(
    (facet) => condition(filter, facet, sql`p.band`) ?? [],
  );
  return sql`(select * from cell p where ${sql.join([sql`true`, ...chosen], sql` and `)}) p`;
}

const sum = sql`coalesce(sum(p.count), 0)`;

/** How many are made near the buyer; what is near is few enough to be looked at. */
function nearby(filter: CatalogueFilter, near: "district" | "regency"): RawBuilder<unknown> {
  if (!filter.place) return sql`0`;
  if (near === "regency" && filter.seller.length === 0 && filter.near !== "district")
    return sql`(select ${sum} from ${passing(filter, "near")} where p.regency_code = ${filter.place.regencyCode})`;
  return sql`(select count(*) from product p where ${conditions({ ...filter, near })})`;
}

/** The products of the page with their place, the texts not yet read: every column here is one of an index. */
function page({ filter, sort, offset, limit }: Browsing): RawBuilder<unknown> {
  const where = conditions(filter);
  const slice = sql`offset ${offset} limit ${limit}`;
  switch (sort) {
    case "terdekat":
      if (filter.place)
        // District by district, nearest first; the limit keeps a full district from being sorted beyond need.
        return sql`
          select p.id, row_number() over (order by d.metres, d.code, p.sold desc, p.id) as place
          from (select d.code, ${distanceTo(filter.place)} as metres from district d order by metres, d.code) d
          cross join lateral (
            select p.id, p.sold from product p where p.made_in_district_code = d.code and ${where}
            order by p.sold desc, p.id limit ${offset + limit}) p
          order by d.metres, d.code, p.sold desc, p.id ${slice}`;
      break;
    case "terbaru":
      return sql`select p.id, row_number() over (order by p.id desc) as place
        from product p where ${where} order by p.id desc ${slice}`;
    case "termurah":
      return sql`select p.id, row_number() over (order by p.price_from, p.id) as place
        from product p where ${where} order by p.price_from, p.id ${slice}`;
    case "termahal":
      return sql`select p.id, row_number() over (order by p.price_from desc, p.id desc) as place
        from product p where ${where} order by p.price_from desc, p.id desc ${slice}`;
  }
  return sql`select p.id, row_number() over (order by p.sold desc, p.id) as place
    from product p where ${where} order by p.sold desc, p.id ${slice}`;
}

/** Products without a text: all that pass the filter, in the chosen order, with exact counts. One statement. */
export async function browseCatalogue(db: Db, browsing: Browsing): Promise<Browsed> {
  const { filter, reach, sellers, otherSellers } = browsing;
  const { rows } = await sql<Browsed & CountsRow>`
    with cell as materialized (${cells(filter)}),
    page as materialized (${page(browsing)})
    select
      (select coalesce(jsonb_agg(jsonb_build_object('row', p.id, 'name', p.name, 'seller', p.umkm_id::text)
         order by page.place), '[]') from page join product p on p.id = page.id) as products,
      (select least(${sum}, ${reach}) from ${passing(filter)})::int as total,
      ${tally(sql`p.category_slug`, passing(filter, "category"), sum)} as category,
      ${tally(sql`p.regency_code`, passing(filter, "regency"), sum)} as regency,
      ${tally(sql`p.band`, passing(filter, "priceBand"), sum)} as bands,
      (select ${sum} from ${passing(filter, "inStock")} where p.in_stock)::int as "inStock",
      (select ${sum} from ${passing(filter, "halal")} where p.is_halal)::int as halal,
      ${nearby(filter, "district")}::int as "inDistrict",
      ${nearby(filter, "regency")}::int as "inRegency",
      ${sellerTally(sql`product p where ${conditions(filter, otherSellers ? ["seller"] : [])}`, sellers, filter.seller)} as seller`.execute(
    db,
  );
  const row = rows[0]!;
  return { products: row.products, total: row.total, ...countsOf(row, filter) };
}
