import { spawn } from "node:child_process";
import { beforeAll, describe, expect, it } from "vitest";
import { changePrice } from "#app/domain/catalogue/change-price.server.ts";
import { countDocuments, rebuildUid } from "#search/client.server.ts";
import { compareIndex, differences } from "#search/compare.server.ts";
import { openSearchEngine } from "#search/engine.server.ts";
import { indexProducts } from "#search/index-products.server.ts";
import { searchProducts } from "#search/query.server.ts";
import { RebuildUnderWay, rebuildSearchIndex } from "#search/rebuild.server.ts";
import { aProduct, aSeller, type TestProduct, type TestSeller } from "../factories/market.ts";
import { testDatabase } from "../support/database.ts";
import { testSearch } from "../support/meilisearch.ts";
import { ask, fillCatalogue } from "./catalogue.ts";

const { db, url } = await testDatabase();
const search = await testSearch();
const { client, server } = search ?? ({} as NonNullable<typeof search>);

let seller: TestSeller;
let goods: TestProduct;

beforeAll(async () => {
  await fillCatalogue(db);
  seller = await aSeller(db, "Dapur Sibuk");
  goods = await aProduct(db, seller, { name: "Keripik Sibuk" });
  if (search) await rebuildSearchIndex(db, undefined, client);
});

const uids = async () => (await client.writer.getRawIndexes()).results.map((index) => index.uid);
const isRight = async () => differences(await compareIndex(db, client, client.index)) === 0;

/** Searches again and again, until it is told to stop. @returns every number of hits it saw, and who answered */
function watch() {
  const engine = openSearchEngine(client);
  let isOver = false;
  const seen = { totals: new Set<number>(), documents: new Set<number>(), sources: new Set<string>() };
  const watching = (async () => {
    while (!isOver) {
      const { total, source } = await searchProducts(db, ask({ text: "keripik" }), engine);
      seen.totals.add(total);
      seen.sources.add(source);
      seen.documents.add(await countDocuments(client));
    }
  })();
  return async () => {
    isOver = true;
    await watching;
    return seen;
  };
}

/** `npm run search:rebuild` as a process of its own. */
function rebuildProcess() {
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/search-rebuild.ts"], {
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      DATABASE_URL: url,
      MEILISEARCH_URL: server.url,
      MEILISEARCH_API_KEY: server.apiKey,
      MEILISEARCH_INDEX: client.index,
    },
  });
  let words = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (part) => {
      words += String(part);
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));
  return { child, ended, words: () => words };
}

describe.runIf(search !== undefined)("a rebuild", () => {
  it("is never seen by those who search, and loses no change that comes meanwhile", async () => {
    const stop = watch();
    let price = 30_000;
    let isOver = false;
    const changes = (async () => {
      while (!isOver) {
        price += 100;
        await changePrice(seller.seller, db, { variantId: goods.variantId, price });
        await indexProducts(db, [goods.productId], client);
      }
    })();
    await rebuildSearchIndex(db, undefined, client);
    isOver = true;
    await changes;
    const seen = await stop();
    expect([...seen.totals]).toHaveLength(1);
    expect([...seen.documents]).toHaveLength(1);
    expect([...seen.sources]).toEqual(["meilisearch"]);
    expect(await isRight()).toBe(true);
    expect(await uids()).toEqual([client.index]);
  });

  it("runs once at a time", async () => {
    const [first, second] = await Promise.allSettled([
      rebuildSearchIndex(db, undefined, client),
      rebuildSearchIndex(db, undefined, client),
    ]);
    const refused = [first, second].filter((one) => one!.status === "rejected");
    expect(refused).toHaveLength(1);
    expect((refused[0] as PromiseRejectedResult).reason).toBeInstanceOf(RebuildUnderWay);
    expect(await isRight()).toBe(true);
  });

  it("says so to whoever starts a second one from the command line, and shows how far it is", async () => {
    const whole = rebuildProcess();
    const started = async () => (await uids()).includes(rebuildUid(client.index));
    await expect.poll(started, { interval: 10 }).toBe(true);
    await expect(rebuildSearchIndex(db, undefined, client)).rejects.toThrow(RebuildUnderWay);
    expect(await whole.ended).toBe(0);
    expect(whole.words()).toMatch(/100%.*1\.281 dari 1\.281 produk/);
    expect(whole.words()).toMatch(/Indeks baru dipakai: 1\.281 produk, [\d.]+ dtk, [\d.]+\/dtk/);
  });

  it("that is killed half-way leaves the old index in use; the next one clears up", async () => {
    const stop = watch();
    const { child, ended } = rebuildProcess();
    const started = async () => (await uids()).includes(rebuildUid(client.index));
    await expect.poll(started, { interval: 10 }).toBe(true);
    child.kill("SIGKILL");
    await ended;
    expect(await uids()).toContain(client.index);
    const seen = await stop();
    expect([...seen.totals]).toHaveLength(1);
    // the lock goes with the killed process's connection, which PostgreSQL notices in a moment
    const again = () => rebuildSearchIndex(db, undefined, client).catch(() => undefined);
    await expect.poll(again, { timeout: 60_000 }).toBe(1_281);
    expect(await uids()).toEqual([client.index]);
    expect(await isRight()).toBe(true);
  });
});
