import { type RawBuilder, sql } from "kysely";
import { bandsOf, PRICE_BANDS, PRICE_EDGES } from "#app/lib/price-bands.ts";

/** What narrows a list of products; an empty list is "all". */
export type CatalogueFilter = {
  readonly category: readonly string[];
  readonly regency: readonly string[];
  readonly seller: readonly string[];
  /** rupiah, inclusive */
  readonly priceMin?: number;
  readonly priceMax?: number;
  /** keys of `PRICE_BANDS` */
  readonly priceBand?: readonly string[];
  readonly inStock?: boolean;
  readonly halal?: boolean;
  /** nothing without `place` */
  readonly near?: "district" | "regency";
  readonly place?: CataloguePlace;
};

/** Where the buyer is: degrees, and the codes of district and regency. */
export type CataloguePlace = {
  readonly districtCode: string;
  readonly regencyCode: string;
  readonly latitude: number;
  readonly longitude: number;
};

export type CatalogueSort = "relevan" | "terdekat" | "terbaru" | "termurah" | "termahal" | "terlaris";

/** Counts of each choice under all the others. */
export type CatalogueCounts = {
  readonly category: Readonly<Record<string, number>>;
  readonly regency: Readonly<Record<string, number>>;
  readonly seller: readonly { readonly slug: string; readonly name: string; readonly count: number }[];
  readonly priceBand: Readonly<Record<string, number>>;
  readonly inStock: number;
  readonly halal: number;
  readonly near: { readonly district: number; readonly regency: number } | undefined;
};

/** The same as one row has it: bands by their place. */
export type CountsRow = Omit<CatalogueCounts, "priceBand" | "near"> & {
  readonly bands: Readonly<Record<string, number>>;
  readonly inDistrict: number;
  readonly inRegency: number;
};

export type Facet = "category" | "regency" | "seller" | "priceBand" | "inStock" | "halal" | "near";

const list = (values: readonly string[]) => sql`any(${[...values]}::text[])`;

/** The place of a product's price in `PRICE_BANDS`. */
export const bandColumn = sql`width_bucket(p.price_from, ${[...PRICE_EDGES]}::bigint[])`;

/** What is chosen of one facet, as a condition on product `p`; undefined when nothing is. */
export function condition(
  filter: CatalogueFilter,
  facet: Facet,
  band = bandColumn,
): RawBuilder<unknown> | undefined {
  const { category, regency, seller, priceBand = [], inStock, halal, near, place } = filter;
  switch (facet) {
    case "category":
      return category.length > 0 ? sql`p.category_slug = ${list(category)}` : undefined;
    case "regency":
      return regency.length > 0 ? sql`p.regency_code = ${list(regency)}` : undefined;
    case "seller":
      return seller.length > 0
        ? sql`p.umkm_id = any(array(select u.id from umkm u where u.slug = ${list(seller)}))`
        : undefined;
    case "priceBand": {
      const bands = bandsOf(priceBand);
      return bands.length > 0 ? sql`${band} = any(${bands}::integer[])` : undefined;
    }
    case "inStock":
      return inStock ? sql`p.in_stock` : undefined;
    case "halal":
      return halal ? sql`p.is_halal` : undefined;
    case "near":
      if (!near || !place) return undefined;
      return near === "district"
        ? sql`p.made_in_district_code = ${place.districtCode}`
        : sql`p.regency_code = ${place.regencyCode}`;
  }
}

export const FACETS: readonly Facet[] = [
  "category",
  "regency",
  "seller",
  "priceBand",
  "inStock",
  "halal",
  "near",
];

/** The whole filter as a condition on product `p`, without some facets' own choices. */
export function conditions(
  filter: CatalogueFilter,
  without: readonly Facet[] = [],
  also?: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const chosen = FACETS.filter((facet) => !without.includes(facet)).flatMap(
    (facet) => condition(filter, facet) ?? [],
  );
  const { priceMin, priceMax } = filter;
  return sql.join(
    [
      sql`p.public`,
      ...(also ? [also] : []),
      ...chosen,
      ...(priceMin === undefined ? [] : [sql`p.price_from >= ${priceMin}`]),
      ...(priceMax === undefined ? [] : [sql`p.price_from <= ${priceMax}`]),
    ],
    sql` and `,
  );
}

/** Metres from the buyer to the middle of district `d`, as the crow flies. */
export function distanceTo({ latitude, longitude }: CataloguePlace): RawBuilder<unknown> {
  return sql`earth_distance(ll_to_earth(${latitude}, ${longitude}), ll_to_earth(d.latitude, d.longitude))`;
}

/** Counts as the shop speaks of them. */
export function countsOf(row: CountsRow, filter: CatalogueFilter): CatalogueCounts {
  const { category, regency, seller, bands, inStock, halal, inDistrict, inRegency } = row;
  return {
    category,
    regency,
    seller,
    priceBand: Object.fromEntries(
      PRICE_BANDS.flatMap(({ key }, at) => (bands[at] ? [[key, bands[at]]] : [])),
    ),
    inStock,
    halal,
    near: filter.place && { district: inDistrict, regency: inRegency },
  };
}

/** `{value: count}` of one column of `relation`, which has an alias; `count` is how many one row stands for. */
export function tally(
  column: RawBuilder<unknown>,
  relation: RawBuilder<unknown>,
  count = sql`count(*)`,
): RawBuilder<unknown> {
  return sql`(select coalesce(jsonb_object_agg(value, count), '{}') from (
    select ${column} as value, ${count} as count from ${relation} group by 1 having ${count} <> 0) tally)`;
}

/**
 * The sellers with the most products among the rows of `relation`, which has a column `umkm_id` and an alias; chosen
 * ones are always among them.
 */
export function sellerTally(
  relation: RawBuilder<unknown>,
  most: number,
  chosen: readonly string[],
): RawBuilder<unknown> {
  if (most === 0) return sql`'[]'::jsonb`;
  const isChosen = sql`umkm_id = any(array(select id from umkm where slug = ${list(chosen)}))`;
  return sql`(select coalesce(jsonb_agg(jsonb_build_object('slug', u.slug, 'name', u.name, 'count', c.count)
      order by c.count desc, u.name), '[]')
    from (select umkm_id, count(*) as count from ${relation} group by umkm_id
      order by ${chosen.length > 0 ? sql`(${isChosen}) desc,` : sql``} count(*) desc, umkm_id limit ${most}) c
    join umkm u on u.id = c.umkm_id)`;
}
