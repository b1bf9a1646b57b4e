import { beforeAll, describe, expect, it } from "vitest";
import { openSearchClient, type SearchClient } from "#search/client.server.ts";
import { openSearchEngine } from "#search/engine.server.ts";
import { ensureSearchIndex } from "#search/ensure.server.ts";
import { indexProducts } from "#search/index-products.server.ts";
import { indexStaples } from "#search/index-staples.server.ts";
import { searchProducts } from "#search/query.server.ts";
import { rebuildSearchIndex } from "#search/rebuild.server.ts";
import { testDatabase } from "../support/database.ts";
import { testSearch } from "../support/meilisearch.ts";
import { ask, fillCatalogue, PRODUCTS } from "./catalogue.ts";

const { db } = await testDatabase();
const search = await testSearch();
const find = async (text: string, client: SearchClient = search!.client) =>
  searchProducts(db, ask({ text }), openSearchEngine(client));

beforeAll(() => fillCatalogue(db));

describe.runIf(search !== undefined)("the index", () => {
  it("is not made by a single change, only by a rebuild of everything", async () => {
    await indexProducts(db, [1], search!.client);
    await indexStaples(db, search!.client);
    expect((await find("kopi")).source).toBe("postgres");
  });

  it("is built once, and again when it is empty or its settings changed", async () => {
    const { client } = search!;
    expect(await ensureSearchIndex(db, () => {}, client)).toBe("belum ada");
    expect(await ensureSearchIndex(db, () => {}, client)).toBeUndefined();
    await client.writer.index(client.index).updateStopWords(["tahu"]).waitTask({ timeout: 60_000 });
    expect(await ensureSearchIndex(db, () => {}, client)).toBe("pengaturan berubah");
    expect(await ensureSearchIndex(db, () => {}, client)).toBeUndefined();
    await client.writer.index(client.index).deleteAllDocuments().waitTask({ timeout: 60_000 });
    expect(await ensureSearchIndex(db, () => {}, client)).toBe("kosong");
  });

  it("follows price, stock, name and visibility of a product", async () => {
    const { client } = search!;
    const { id } = await db
      .selectFrom("product")
      .select("id")
      .where("public", "=", true)
      .limit(1)
      .executeTakeFirstOrThrow();
    await db.updateTable("product").set({ name: "Zamrudiah Ajaib" }).where("id", "=", id).execute();
    await db.updateTable("variant").set({ price: 777_000 }).where("product_id", "=", id).execute();
    await indexProducts(db, [id, id, 999_999], client);
    expect((await find("zamrudiah")).productIds).toEqual([id]);
    const dear = await searchProducts(
      db,
      ask({ text: "zamrudiah", priceMin: 777_000, priceMax: 777_000 }),
      openSearchEngine(client),
    );
    expect(dear).toMatchObject({ source: "meilisearch", productIds: [id] });
    await db.updateTable("product").set({ status: "draft" }).where("id", "=", id).execute();
    await indexProducts(db, [id], client);
    expect((await find("zamrudiah")).productIds).toEqual([]);
  });

  it("ends at the newest state when changes come in a rush", async () => {
    const { client } = search!;
    const [{ id }] = (await db
      .selectFrom("product")
      .select("id")
      .where("public", "=", true)
      .offset(3)
      .limit(1)
      .execute()) as [{ id: number }];
    const jobs: Promise<void>[] = [];
    for (let turn = 1; turn <= 20; turn++) {
      await db
        .updateTable("product")
        .set({ name: `Balapanku ${"abcdefghijklmnopqrst"[turn - 1]}qx` })
        .where("id", "=", id)
        .execute();
      jobs.push(indexProducts(db, [id], client));
    }
    await Promise.all(jobs);
    const document = await client.writer.index(client.index).getDocument(`p${id}`, { fields: ["name"] });
    expect(document.name).toBe("balapanku tqx");
  });

  it("takes out staples that are no more, and follows their names", async () => {
    const { client } = search!;
    await db.updateTable("staple").set({ name: "Wijilampung Murni" }).where("key", "=", "bihun").execute();
    await indexStaples(db, client);
    expect((await find("wijilampung")).stapleIds).toHaveLength(1);
  });

  it("is swapped without an empty moment", async () => {
    const { client } = search!;
    let isOver = false;
    const totals: number[] = [];
    const watch = async () => {
      while (!isOver) {
        const { estimatedTotalHits } = await client.writer
          .index(client.index)
          .search("", { filter: "kind = product", limit: 0 });
        totals.push(estimatedTotalHits ?? 0);
      }
    };
    const watching = watch();
    const progress: number[] = [];
    const count = await rebuildSearchIndex(db, ({ done }) => progress.push(done), client);
    isOver = true;
    await watching;
    expect(count).toBe(PRODUCTS - 1);
    expect(progress).toEqual([0, PRODUCTS - 1]);
    expect(Math.min(...totals)).toBeGreaterThanOrEqual(1_000);
    expect((await client.writer.getRawIndexes()).results.map(({ uid }) => uid)).toEqual([client.index]);
  });

  it("lets a job fail loudly, so that it is tried again", async () => {
    const wrong = openSearchClient({
      url: search!.server.url,
      apiKey: "bukan-kuncinya",
      index: search!.client.index,
    });
    await expect(indexProducts(db, [1], wrong)).rejects.toThrow();
    const { client } = search!;
    await client.writer.createIndex("lain", { primaryKey: "bukan_id" }).waitTask();
    await expect(indexProducts(db, [2], { ...client, index: "lain" })).rejects.toThrow(
      /documentAdditionOrUpdate|primary/i,
    );
    await client.writer.deleteIndex("lain").waitTask();
  });
});
