import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { findVillage } from "#app/domain/regions/find-village.server.ts";
import { metresBetween } from "#app/lib/distance.ts";
import { bandOf, PRICE_BANDS } from "#app/lib/price-bands.ts";
import { packShelfCountRows } from "#db/queries/shelf-counts.ts";
import { openSearchEngine } from "#search/engine.server.ts";
import { searchProducts } from "#search/query.server.ts";
import { rebuildSearchIndex } from "#search/rebuild.server.ts";
import { REACHABLE, type SearchFacets, type SearchRequest } from "#search/types.ts";
import { testDatabase } from "../support/database.ts";
import { testSearch } from "../support/meilisearch.ts";
import { ask, fillCatalogue } from "./catalogue.ts";

const { db } = await testDatabase();
const search = await testSearch();
const KEDATON = "18.71.01.1003";

type Product = {
  readonly id: number;
  readonly category_slug: string;
  readonly regency_code: string;
  readonly made_in_district_code: string;
  readonly seller: string;
  readonly price_from: number;
  readonly in_stock: boolean;
  readonly is_halal: boolean;
};
let products: Product[];
let place: NonNullable<SearchRequest["place"]>;

beforeAll(async () => {
  await fillCatalogue(db);
  await sql`analyze`.execute(db);
  if (search) await rebuildSearchIndex(db, () => {}, search.client);
  products = await db
    .selectFrom("product as p")
    .innerJoin("umkm as u", "u.id", "p.umkm_id")
    .select(["p.id", "p.category_slug", "p.regency_code", "p.made_in_district_code", "u.slug as seller"])
    .select(["p.price_from", "p.in_stock", "p.is_halal"])
    .where("p.public", "=", true)
    .execute();
  place = (await findVillage(db, KEDATON))!;
});

/** The rules of every facet once more, in the plainest words. */
const RULES: Record<keyof SearchFacets, (product: Product, request: SearchRequest) => boolean> = {
  category: (p, { category }) => category.length === 0 || category.includes(p.category_slug),
  regency: (p, { regency }) => regency.length === 0 || regency.includes(p.regency_code),
  seller: (p, { seller }) => seller.length === 0 || seller.includes(p.seller),
  priceBand: (p, { priceBand = [] }) =>
    priceBand.length === 0 || priceBand.includes(PRICE_BANDS[bandOf(p.price_from)]!.key),
  inStock: (p, { inStock }) => !inStock || p.in_stock,
  halal: (p, { halal }) => !halal || p.is_halal,
  near: (p, { near }) =>
    near === undefined ||
    (near === "district"
      ? p.made_in_district_code === place.districtCode
      : p.regency_code === place.regencyCode),
};

function passing(request: SearchRequest, without?: keyof SearchFacets): Product[] {
  return products.filter(
    (product) =>
      Object.entries(RULES).every(([facet, rule]) => facet === without || rule(product, request)) &&
      product.price_from >= (request.priceMin ?? 0) &&
      product.price_from <= (request.priceMax ?? Number.POSITIVE_INFINITY),
  );
}

function tally(found: readonly Product[], keyOf: (product: Product) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const product of found) counts[keyOf(product)] = (counts[keyOf(product)] ?? 0) + 1;
  return counts;
}

function counted(request: SearchRequest): Omit<SearchFacets, "seller"> {
  const near = passing(request, "near");
  return {
    category: tally(passing(request, "category"), (p) => p.category_slug),
    regency: tally(passing(request, "regency"), (p) => p.regency_code),
    priceBand: tally(passing(request, "priceBand"), (p) => PRICE_BANDS[bandOf(p.price_from)]!.key),
    inStock: passing(request, "inStock").filter((p) => p.in_stock).length,
    halal: passing(request, "halal").filter((p) => p.is_halal).length,
    near: {
      district: near.filter((p) => p.made_in_district_code === place.districtCode).length,
      regency: near.filter((p) => p.regency_code === place.regencyCode).length,
    },
  };
}

const CHOICES: Partial<SearchRequest>[] = [
  {},
  { category: ["keripik"] },
  { category: ["keripik", "kopi"], regency: ["18.71"] },
  { regency: ["18.71", "18.01"], inStock: true },
  { priceBand: ["10-25", "250-"] },
  { priceBand: ["25-50"], halal: true, category: ["kopi"] },
  { priceMin: 20_000, priceMax: 45_000 },
  { priceMin: 12_345, priceMax: 78_901, halal: true },
  { priceMin: 13_000, priceMax: 14_000 },
  { priceMin: 300_000 },
  { near: "district" },
  { near: "regency", category: ["kue"] },
  { near: "district", inStock: true, halal: true, priceMax: 50_000 },
  { regency: ["18.01"], near: "regency" },
  { category: ["tidak-ada"] },
];

describe.each([{ source: "meilisearch" as const }, { source: "postgres" as const }])(
  "$source",
  ({ source }) => {
    const isHere = source === "postgres" || search !== undefined;
    const find = async (request: Partial<SearchRequest>) => {
      const engine = source === "meilisearch" ? openSearchEngine(search!.client) : null;
      const result = await searchProducts(db, ask({ place, ...request }), engine);
      expect(result.source).toBe(source);
      return result;
    };

    describe.runIf(isHere)("counts every choice under all the others", () => {
      it.each(CHOICES.map((choice) => ({ choice, name: JSON.stringify(choice) })))(
        "$name",
        async ({ choice }) => {
          const asked = ask({ place, ...choice });
          const { facets, total } = await find(choice);
          const { seller: _, ...others } = facets;
          expect(others).toEqual(counted(asked));
          expect(total).toBe(Math.min(passing(asked).length, REACHABLE));
        },
      );

      it("of a seller, whose own choice does not narrow the sellers", async () => {
        const open = await find({ category: ["keripik"] });
        const expected = tally(passing(ask({ category: ["keripik"] })), (p) => p.seller);
        for (const { slug, count } of open.facets.seller) expect(count).toBe(expected[slug]);
        const few = Object.entries(expected).find(([, count]) => count === 1)![0];
        const chosen = await find({ category: ["keripik"], seller: [few] });
        expect(chosen.facets.seller.find(({ slug }) => slug === few)?.count).toBe(1);
        expect(chosen.facets.seller.length).toBe(open.facets.seller.length);
        const { seller: _, ...others } = chosen.facets;
        expect(others).toEqual(counted(ask({ place, category: ["keripik"], seller: [few] })));
      });

      it("of a search by text: choosing one finds as many as were counted", async () => {
        const { facets } = await find({ text: "pisang" });
        for (const [band, count] of Object.entries(facets.priceBand))
          expect((await find({ text: "pisang", priceBand: [band] })).total).toBe(count);
        expect((await find({ text: "pisang", halal: true })).total).toBe(facets.halal);
        expect((await find({ text: "pisang", inStock: true })).total).toBe(facets.inStock);
        expect((await find({ text: "pisang", near: "regency" })).total).toBe(facets.near!.regency);
        expect((await find({ text: "pisang", near: "district" })).total).toBe(facets.near!.district);
      });

      it("nothing of what is near without a village", async () => {
        const { facets, total } = await find({ near: "district", place: undefined });
        expect(facets.near).toBeUndefined();
        expect(total).toBe(Math.min(products.length, REACHABLE));
      });
    });

    describe.runIf(isHere)("sorts by distance from the buyer's village", () => {
      const distances = async (ids: readonly number[]) => {
        const rows = await db
          .selectFrom("product as p")
          .innerJoin("district as d", "d.code", "p.made_in_district_code")
          .select(["p.id", "d.latitude", "d.longitude"])
          .where("p.id", "in", [...ids])
          .execute();
        return ids.map((id) => metresBetween(place, rows.find((row) => row.id === id)!));
      };

      it.each([{ text: "" }, { text: "keripik" }, { text: "", category: ["kopi"], halal: true }])(
        "%o",
        async (request) => {
          const pages = await Promise.all([1, 2].map((page) => find({ ...request, sort: "terdekat", page })));
          const ids = pages.flatMap(({ productIds }) => productIds);
          expect(new Set(ids).size).toBe(ids.length);
          const metres = await distances(ids);
          // Points of two districts that are equally far within a metre or so may swap.
          for (let at = 1; at < metres.length; at++)
            expect(metres[at]! - metres[at - 1]!).toBeGreaterThan(-60);
          if (request.text === "" && !request.halal) {
            const nearest = await distances(products.map(({ id }) => id));
            expect(metres[0]).toBeCloseTo(Math.min(...nearest), 0);
          }
        },
      );

      it("as usual without a village", async () => {
        const usual = await find({ place: undefined });
        const { productIds } = await find({ sort: "terdekat", place: undefined });
        expect(productIds).toEqual(usual.productIds);
      });
    });
  },
);

describe("what PostgreSQL counts beforehand", () => {
  const kept = async () =>
    (
      await sql<{ key: string; count: number }>`
        select concat_ws(' ', category_slug, regency_code, price_step, in_stock, is_halal) as key, sum(count)::int as count
        from shelf_count group by 1 having sum(count) <> 0 order by 1`.execute(db)
    ).rows;
  const fresh = async () =>
    (
      await sql<{ key: string; count: number }>`
        select concat_ws(' ', category_slug, regency_code, price_step(price_from), in_stock, is_halal) as key,
          count(*)::int as count
        from product where public group by 1 order by 1`.execute(db)
    ).rows;

  it("follows prices, stock, certificates, kinds, and what is hidden or goes", async () => {
    await sql`update variant set price = price + 7000 where id % 3 = 0`.execute(db);
    await sql`update variant set stock = 0 where product_id % 5 = 0`.execute(db);
    await sql`update product set category_slug = 'kopi' where id % 7 = 0`.execute(db);
    await sql`update product set status = 'draft' where id % 11 = 0`.execute(db);
    await sql`update umkm set halal = null where id % 2 = 0`.execute(db);
    await sql`update umkm set halal = 'ID18110000123456' where id % 4 = 1`.execute(db);
    await sql`update umkm set status = 'suspended', suspended_reason = 'uji coba' where id % 13 = 0`.execute(
      db,
    );
    await sql`delete from product where id % 17 = 0`.execute(db);
    expect(await kept()).toEqual(await fresh());
  });

  it("stays the same when it is summed up, also by two at once and while products change", async () => {
    const change = sql`update variant set stock = 1 - least(stock, 1) where product_id % 3 = 0`;
    await Promise.all([packShelfCountRows(db, 0), change.execute(db), packShelfCountRows(db, 0)]);
    expect(await kept()).toEqual(await fresh());
    await packShelfCountRows(db, 0);
    const { rows } = await sql<{ loose: boolean; cells: boolean }>`
      select bool_or(not is_packed) as loose,
        count(*) = count(distinct (category_slug, regency_code, price_step, in_stock, is_halal)) as cells
      from shelf_count`.execute(db);
    expect(rows).toEqual([{ loose: false, cells: true }]);
    expect(await kept()).toEqual(await fresh());
  });
});
