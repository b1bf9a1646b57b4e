import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { findSuggestions } from "#app/domain/catalogue/find-suggestions.server.ts";
import { openSearchClient } from "#search/client.server.ts";
import { openSearchEngine } from "#search/engine.server.ts";
import { rebuildSearchIndex } from "#search/rebuild.server.ts";
import { suggest } from "#search/suggest.server.ts";
import { testDatabase } from "../support/database.ts";
import { testSearch } from "../support/meilisearch.ts";
import { fillCatalogue } from "./catalogue.ts";

const { db } = await testDatabase();
const search = await testSearch();

beforeAll(async () => {
  await fillCatalogue(db);
  await sql`analyze`.execute(db);
  if (search) await rebuildSearchIndex(db, () => {}, search.client);
});

const products = (ids: readonly number[]) =>
  db
    .selectFrom("product")
    .select(["name", "umkm_id"])
    .where("id", "in", [0, ...ids])
    .execute();

describe.each([{ source: "meilisearch" as const }, { source: "postgres" as const }])(
  "suggestions from $source",
  ({ source }) => {
    const isHere = source === "postgres" || search !== undefined;
    const suggested = async (text: string) => {
      const engine = source === "meilisearch" ? openSearchEngine(search!.client) : null;
      const found = await suggest(db, text, engine);
      expect(found.source).toBe(source);
      return found;
    };

    describe.runIf(isHere)("of what was typed so far", () => {
      it.each(["ker", "keripik pis", "kripik pis", "Keripik  Pisang "])("%s", async (text) => {
        const { productIds } = await suggested(text);
        const found = await products(productIds);
        expect(found.length).toBeGreaterThan(1);
        for (const { name } of found) expect(name.toLowerCase()).toContain("ker");
        expect(new Set(found.map((product) => product.umkm_id)).size).toBeGreaterThanOrEqual(
          found.length - 1,
        );
      });

      it("two letters are enough", async () => {
        expect((await suggested("ko")).productIds.length).toBeGreaterThan(1);
      });

      it("staples, too", async () => {
        const { stapleIds } = await suggested("bera");
        const rows = await db
          .selectFrom("staple")
          .select("name")
          .where("id", "in", [0, ...stapleIds])
          .execute();
        expect(rows.length).toBeGreaterThan(0);
        for (const { name } of rows) expect(name).toMatch(/^Bera/);
      });

      it("sellers by any word of their name", async () => {
        const { slug, name } = await db
          .selectFrom("umkm as u")
          .select(["u.slug", "u.name"])
          .where("u.name", "like", "% Bu %")
          .where("u.status", "=", "verified")
          .where((eb) =>
            eb.exists(
              eb
                .selectFrom("product as p")
                .select("p.id")
                .whereRef("p.umkm_id", "=", "u.id")
                .where("public", "=", true),
            ),
          )
          .orderBy("u.id")
          .executeTakeFirstOrThrow();
        expect((await suggested(name)).sellers).toContain(slug);
        const lastWord = name.split(" ").at(-1)!;
        const { sellers } = await suggested(lastWord.slice(0, 5));
        const rows = await db.selectFrom("umkm").select("name").where("slug", "in", sellers).execute();
        expect(rows.length).toBeGreaterThan(0);
        for (const row of rows) expect(row.name.toLowerCase()).toContain(lastWord.slice(0, 5).toLowerCase());
      });

      it.each([
        "",
        " ",
        "😀",
        "'; drop table",
        '"kopi" & | !',
        "a:* & b",
        "\0ko\0",
        "%_%",
        "x".repeat(5_000),
        "½ k",
      ])("bears %j", async (text) => {
        const { productIds } = await suggest(
          db,
          text,
          source === "postgres" ? null : openSearchEngine(search!.client),
        );
        expect(productIds.length).toBeLessThanOrEqual(4);
      });
    });
  },
);

it("PostgreSQL suggests when Meilisearch is not there", async () => {
  const dead = openSearchEngine(
    openSearchClient({ url: "http://127.0.0.1:9", index: "x", searchTimeout: 500 }),
  );
  const found = await suggest(db, "keripik", dead);
  expect(found.source).toBe("postgres");
  expect(found.productIds.length).toBeGreaterThan(1);
});

describe("the lines under the search field", () => {
  const linesFor = async (text: string) => (await findSuggestions(db, text)).items;

  it("lead to kinds, groups, staples, products and sellers", async () => {
    const items = [...(await linesFor("bera")), ...(await linesFor("cami")), ...(await linesFor("keri"))];
    expect(items.find(({ label }) => label === "Camilan")?.to).toBe("/produk?kategori=camilan");
    expect(items.find(({ label }) => label === "Keripik")?.to).toBe("/produk?kategori=keripik");
    expect(items.find(({ kind }) => kind === "staple")?.to).toMatch(/^\/produk\?q=Beras/);
    expect(items.find(({ kind }) => kind === "product")?.to).toMatch(/^\/produk\/[a-z0-9-]+$/);
    expect((await linesFor("dapur")).find(({ kind }) => kind === "seller")?.to).toMatch(
      /^\/umkm\/[a-z0-9-]+$/,
    );
  });

  it("are eleven at most, none twice, and none for a single letter", async () => {
    for (const text of ["ke", "kopi", "dapur bu"]) {
      const items = await linesFor(text);
      expect(items.length).toBeLessThanOrEqual(11);
      expect(new Set(items.map(({ to }) => to)).size).toBe(items.length);
    }
    expect(await linesFor("k")).toEqual([]);
    expect(await linesFor("  ")).toEqual([]);
  });
});
