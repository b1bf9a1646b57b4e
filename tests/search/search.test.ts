import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { productKinds, stapleKinds } from "#db/seed/sheets/read-data.ts";
import { openSearchEngine, type SearchEngine } from "#search/engine.server.ts";
import { judgeSearch, meanScore, plainRequest } from "#search/evaluate.server.ts";
import { searchProducts } from "#search/query.server.ts";
import { rebuildSearchIndex } from "#search/rebuild.server.ts";
import { REACHABLE, type SearchRequest } from "#search/types.ts";
import { testDatabase } from "../support/database.ts";
import { testSearch } from "../support/meilisearch.ts";
import { ask, fillCatalogue, PRODUCTS, readJudged } from "./catalogue.ts";

const { db } = await testDatabase();
const search = await testSearch();

beforeAll(async () => {
  await fillCatalogue(db);
  await sql`analyze`.execute(db);
  if (search) await rebuildSearchIndex(db, () => {}, search.client);
});

type Shown = {
  id: number;
  name: string;
  category_slug: string;
  regency_code: string;
  price_from: number;
  sold: number;
};

async function shown(ids: readonly number[]): Promise<Shown[]> {
  const rows = await db
    .selectFrom("product")
    .select(["id", "name", "category_slug", "regency_code", "price_from", "sold"])
    .where("id", "in", [0, ...ids])
    .execute();
  return ids.map((id) => rows.find((row) => row.id === id)!);
}

describe.each([{ source: "meilisearch" as const }, { source: "postgres" as const }])(
  "$source",
  ({ source }) => {
    const isHere = source === "postgres" || search !== undefined;
    const engine = (): SearchEngine | null =>
      source === "meilisearch" ? openSearchEngine(search!.client) : null;
    const find = async (request: Partial<SearchRequest>) => {
      const result = await searchProducts(db, ask(request), engine());
      expect(result.source).toBe(source);
      return result;
    };

    describe.runIf(isHere)("finds what people mean", () => {
      it("is judged by every kind of the sample and by everything that is sold", () => {
        const judged = readJudged("judged-queries.csv");
        const kinds = new Set(judged.map(({ kind }) => kind));
        expect(readJudged("sample-queries.csv").filter(({ kind }) => !kinds.has(kind))).toEqual([]);
        const judgedKeys = new Set(judged.flatMap(({ relevant }) => relevant));
        const sold = [...productKinds(), ...stapleKinds()].map(({ key }) => key);
        expect(sold.filter((key) => !judgedKeys.has(key))).toEqual([]);
        expect([...judgedKeys].filter((key) => !sold.includes(key))).toEqual([]);
      });

      it.each(["sample-queries.csv", "judged-queries.csv"])(
        "in the words of %s",
        async (file) => {
          const judgements = await judgeSearch(db, readJudged(file), engine());
          const { recall, mrr } = meanScore(judgements.map(({ score }) => score));
          const least = source === "meilisearch" ? { recall: 0.95, mrr: 0.9 } : { recall: 0.9, mrr: 0.85 };
          expect(recall).toBeGreaterThanOrEqual(least.recall);
          expect(mrr).toBeGreaterThanOrEqual(least.mrr);
        },
        900_000,
      );

      it("nothing for what nobody sells here, rather than what is spelt alike", async () => {
        const wrong: string[] = [];
        for (const text of ["payung", "laptop", "mobil bekas", "sepatu", "semen", "kipas angin", "xyzzyqq"]) {
          if ((await find({ text })).hits.length > 0) wrong.push(text);
        }
        expect(wrong).toEqual([]);
      });

      it.each(["tahu", "oleh oleh", "aneka rasa"])("%s, though a word list calls it empty", async (text) => {
        expect((await find({ text })).hits.length).toBeGreaterThan(0);
      });

      it("in quotation marks just what was typed", async () => {
        expect((await find({ text: '"keripk pisng"' })).hits).toEqual([]);
        const exact = await shown((await find({ text: '"keripik pisang"' })).productIds);
        expect(exact.length).toBeGreaterThan(10);
        expect(exact.every(({ name }) => /keripik pisang/i.test(name))).toBe(true);
        expect((await find({ text: '"punti"' })).hits).toEqual([]);
      });

      it("a size that is there before the same in other sizes", async () => {
        const { stapleIds, hits } = await find({ text: "minyak 1 liter" });
        const { id } = await db
          .selectFrom("staple")
          .select("id")
          .where("key", "=", "minyakita")
          .executeTakeFirstOrThrow();
        expect(hits[0]).toEqual({ kind: "staple", id });
        expect(stapleIds.length).toBeGreaterThan(1);
      });

      it("banana chips behind two slips of the finger", async () => {
        const [first] = await shown((await find({ text: "kripik pisng" })).productIds);
        expect(first!.name.toLowerCase()).toContain("keripik pisang");
      });

      it("staples and products by one text, in one order", async () => {
        const { hits, stapleIds, productIds } = await find({ text: "beras" });
        expect(stapleIds.length).toBeGreaterThan(0);
        expect(
          hits
            .filter((hit) => hit.kind === "staple")
            .map((hit) => hit.id)
            .sort(),
        ).toEqual([...stapleIds].sort());
        expect(hits.filter((hit) => hit.kind === "product").map((hit) => hit.id)).toEqual(productIds);
        expect(hits[0]!.kind).toBe("staple");
      });

      it("several kinds and sellers on the first page", async () => {
        const first = await shown((await find({ text: "keripik", perPage: 12 })).productIds);
        expect(
          new Set(first.map((product) => product.name.split(" ").slice(0, 2).join(" "))).size,
        ).toBeGreaterThan(3);
      });
    });

    describe.runIf(isHere)("filters, counts and sorts", () => {
      it("counts right, and a facet's choices do not narrow its own counts", async () => {
        const open = await find({ text: "kopi" });
        const chosen = await find({ text: "kopi", category: ["kopi"] });
        expect(chosen.facets.category).toEqual(open.facets.category);
        expect(chosen.total).toBe(open.facets.category.kopi);
        const byRegency = Object.values(chosen.facets.regency).reduce((sum, count) => sum + count, 0);
        expect(byRegency).toBe(chosen.total);
        expect((await shown(chosen.productIds)).every((product) => product.category_slug === "kopi")).toBe(
          true,
        );
      });

      it("takes several choices of one facet as either, of two facets as both", async () => {
        // Few enough that PostgreSQL, which looks at a thousand, counts them all.
        const { facets } = await find({ text: "pisang" });
        const [one, two] = Object.keys(facets.category).sort();
        const both = await find({ text: "pisang", category: [one!, two!] });
        expect(both.total).toBe(facets.category[one!]! + facets.category[two!]!);
        const [regency] = Object.keys(both.facets.regency);
        const narrow = await find({ text: "pisang", category: [one!, two!], regency: [regency!] });
        expect(narrow.total).toBe(both.facets.regency[regency!]);
        const inPlace = (await shown(narrow.productIds)).every((product) => product.regency_code === regency);
        expect(inPlace).toBe(true);
      });

      it("finds a seller's products and names the sellers it counts", async () => {
        const { facets } = await find({ text: "tapis" });
        const [seller] = facets.seller;
        expect(facets.seller.length).toBeLessThanOrEqual(20);
        expect(seller!.name).not.toBe("");
        expect((await find({ text: "tapis", seller: [seller!.slug] })).total).toBe(seller!.count);
      });

      it("keeps prices between two bounds", async () => {
        const found = await shown((await find({ priceMin: 20_000, priceMax: 25_000 })).productIds);
        expect(found.length).toBeGreaterThan(0);
        expect(found.every(({ price_from }) => price_from >= 20_000 && price_from <= 25_000)).toBe(true);
      });

      it("leaves out what is sold out, when asked", async () => {
        const all = await find({ text: "kemplang" });
        const left = await find({ text: "kemplang", inStock: true });
        const { count } = await db
          .selectFrom("product")
          .select((eb) => eb.fn.countAll<number>().as("count"))
          .where("id", "in", [...all.productIds, 0])
          .where("in_stock", "=", false)
          .executeTakeFirstOrThrow();
        expect(left.total).toBeLessThan(all.total + (Number(count) === 0 ? 1 : 0));
      });

      it.each([
        ["termurah", (a: Shown, b: Shown) => a.price_from <= b.price_from],
        ["termahal", (a: Shown, b: Shown) => a.price_from >= b.price_from],
        ["terbaru", (a: Shown, b: Shown) => a.id > b.id],
        ["terlaris", (a: Shown, b: Shown) => a.sold >= b.sold],
      ] as const)("sorts %s, with and without a text", async (sort, isRight) => {
        for (const text of ["", "keripik"]) {
          const found = await shown((await find({ sort, text })).productIds);
          expect(found.length).toBe(24);
          expect(found.slice(1).every((product, index) => isRight(found[index]!, product))).toBe(true);
        }
      });
    });

    describe.runIf(isHere)("pages", () => {
      it("shows each product once, also past the mixed first hits", async () => {
        const seen = new Set<number>();
        const { total } = await find({ text: "keripik" });
        for (let page = 1; page <= Math.ceil(total / 24); page++) {
          for (const id of (await find({ text: "keripik", page })).productIds) seen.add(id);
        }
        expect(seen.size).toBe(total);
      });

      it("is empty past the end, with the right total", async () => {
        const { total } = await find({ text: "tapis" });
        const beyond = await find({ text: "tapis", page: 500 });
        expect(beyond.productIds).toEqual([]);
        expect(beyond.total).toBe(total);
      });

      it("reaches a thousand hits at most", async () => {
        expect((await find({})).total).toBe(Math.min(PRODUCTS, REACHABLE));
      });

      it("shows staples on the first page of a plain search only", async () => {
        const stapleIds = async (request: Partial<SearchRequest>) =>
          (await find({ text: "gula", ...request })).stapleIds;
        expect((await stapleIds({})).length).toBeGreaterThan(0);
        expect(await stapleIds({ page: 2 })).toEqual([]);
        expect(await stapleIds({ category: ["gula-madu"] })).toEqual([]);
        expect((await find({})).stapleIds).toEqual([]);
      });
    });

    describe.runIf(isHere)("bears any text", () => {
      it.each(
        [
          "",
          "   ",
          "😀🔥",
          "قهوة لامبونج",
          "咖啡",
          "'; DROP TABLE product; --",
          '"kopi" & | ! ( ) : * <-> \\',
          "a:* & b",
          "\0kopi\0",
          "%_%",
          "kopi".repeat(1_250),
          "ke ri pik ".repeat(500),
          "-",
          "½ kg",
          "yang dan di",
          'kategori = "x" OR kind = staple',
          "\u202e\u0301\ud800",
        ].map((text) => ({ text, name: JSON.stringify(text.slice(0, 30)) })),
      )("$name", async ({ text }) => {
        const result = await find({ text, category: ['"] OR kind = "staple'], seller: ["\0", "x'y"] });
        expect(result.productIds).toEqual([]);
        await find({ text });
        await find({ text, sort: "termurah", page: -3, perPage: 1e9, priceMin: -1, priceMax: Number.NaN });
      });
    });

    it.runIf(isHere)("answers PostgreSQL's page of nothing-asked from the most bought", async () => {
      expect((await searchProducts(db, plainRequest(""), engine())).productIds).toHaveLength(24);
    });
  },
);
