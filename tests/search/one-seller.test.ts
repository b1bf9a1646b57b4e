import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { openSearchEngine } from "#search/engine.server.ts";
import { isOneSellers, spread } from "#search/page.ts";
import { searchProducts } from "#search/query.server.ts";
import { readQuery } from "#search/read-query.ts";
import { rebuildSearchIndex } from "#search/rebuild.server.ts";
import { testDatabase } from "../support/database.ts";
import { testSearch } from "../support/meilisearch.ts";
import { ask, fillCatalogue } from "./catalogue.ts";

const { db } = await testDatabase();
const search = await testSearch();
const MANY = 200;
let seller = 0;

/** One seller has two hundred kinds of chips, and all of them sell better than anybody else's. */
beforeAll(async () => {
  await fillCatalogue(db);
  const { rows } = await sql<{ umkm_id: number }>`
    select umkm_id from product where public and category_slug = 'keripik' order by id limit 1`.execute(db);
  seller = rows[0]!.umkm_id;
  await sql`
    with made as (
      insert into product (slug, umkm_id, name, category_slug, made_in_district_code, regency_code, status, sold)
      select 'keripik-borong-' || n, umkm_id, 'Keripik Pisang Borong ' || n, 'keripik', made_in_district_code,
        regency_code, 'published', 9000 + n
      from generate_series(1, ${MANY}) n, (select * from product where umkm_id = ${seller} order by id limit 1) p
      returning id, umkm_id)
    insert into variant (product_id, umkm_id, sku, label, price, weight_grams, stock, position)
    select id, umkm_id, 'B-' || id, '250 g', 15000, 250, 9, 1 from made`.execute(db);
  await sql`analyze`.execute(db);
  if (search) await rebuildSearchIndex(db, () => {}, search.client);
});

describe.each([{ source: "meilisearch" as const }, { source: "postgres" as const }])(
  "one seller with much on the shelf, from $source",
  ({ source }) => {
    const isHere = source === "postgres" || search !== undefined;
    const engine = source === "meilisearch" && search ? openSearchEngine(search.client) : null;
    const theirs = async (ids: readonly number[]) => {
      const rows = await db
        .selectFrom("product")
        .select("id")
        .where("umkm_id", "=", seller)
        .where("id", "in", [0, ...ids])
        .execute();
      return rows.length;
    };

    it
      .runIf(isHere)
      .each([{}, { text: "keripik" }, { category: ["keripik"] }, { category: ["keripik"], inStock: true }])(
      "does not fill the first page: %o",
      async (request) => {
        const { productIds } = await searchProducts(db, ask(request), engine);
        expect(productIds).toHaveLength(24);
        expect(await theirs(productIds)).toBeLessThanOrEqual(6);
        // with a text, how well a name fits counts before how much was sold
        if (request.text === undefined) expect(await theirs(productIds)).toBeGreaterThan(0);
      },
    );

    it.runIf(isHere)("is shown whole, page after page, each product once", async () => {
      const seen: number[] = [];
      const { total } = await searchProducts(db, ask({ category: ["keripik"] }), engine);
      for (let page = 1; page <= Math.ceil(total / 24); page++) {
        const found = await searchProducts(db, ask({ category: ["keripik"], page }), engine);
        seen.push(...found.productIds);
      }
      expect(seen).toHaveLength(total);
      expect(new Set(seen).size).toBe(total);
      expect(await theirs(seen)).toBeGreaterThanOrEqual(MANY);
    });

    it.runIf(isHere)("stands as it is when the buyer chose that seller, or another order", async () => {
      const { slug } = await db
        .selectFrom("umkm")
        .select("slug")
        .where("id", "=", seller)
        .executeTakeFirstOrThrow();
      const chosen = await searchProducts(db, ask({ seller: [slug] }), engine);
      expect(await theirs(chosen.productIds)).toBe(24);
      const bought = await searchProducts(db, ask({ sort: "terlaris" }), engine);
      expect(await theirs(bought.productIds)).toBe(24);
    });
  },
);

it("a few of each seller come first, then a few more, in their order", () => {
  const hits = [..."aaaaaabacb"].map((seller, at) => ({ seller, name: String(at) }));
  expect(
    spread(hits)
      .map(({ name }) => name)
      .join(""),
  ).toBe("0123689457");
  const few = readQuery("");
  expect(isOneSellers(hits, ask({}), few)).toBe(false);
});
