/** A real worker and a real Meilisearch that dies, is full, comes back, or comes back empty: the index becomes right. */
import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { changePrice } from "#app/domain/catalogue/change-price.server.ts";
import { changeStock } from "#app/domain/catalogue/change-stock.server.ts";
import { hideProduct } from "#app/domain/catalogue/hide-product.server.ts";
import { showProduct } from "#app/domain/catalogue/show-product.server.ts";
import { freePort } from "#db/embedded.server.ts";
import { findWaitingIndexJobs } from "#db/queries/search-upkeep.ts";
import { openSearchClient } from "#search/client.server.ts";
import { compareIndex, differences } from "#search/compare.server.ts";
import { type EmbeddedSearch, hasMeilisearch, startEmbeddedMeilisearch } from "#search/embedded.server.ts";
import { searchKeyOf } from "#search/search-key.ts";
import { aMarket, aProduct, type Market, type TestProduct } from "../factories/market.ts";
import { testDatabase } from "../support/database.ts";
import { Process } from "../support/process.ts";
import { type SearchProxy, searchProxy } from "../support/search-proxy.ts";

const { db, url: databaseUrl } = await testDatabase();
const folder = await mkdtemp(join(inject("dataDir"), "outage-"));
const port = await freePort();
const target = `http://127.0.0.1:${port}`;
const proxy: SearchProxy = await searchProxy(target);

let meilisearch: EmbeddedSearch;
let worker: Process;
let market: Market;
let goods: TestProduct[];
let price = 20_000;

const hasOne = hasMeilisearch(folder);
const client = () => openSearchClient({ url: target, apiKey: meilisearch.apiKey, index: "katalog" });

beforeAll(async () => {
  if (!hasOne) return;
  market = await aMarket(db);
  goods = [];
  for (let made = 0; made < 12; made++) goods.push(await aProduct(db, market.siti));
  meilisearch = (await startEmbeddedMeilisearch(folder, port))!;
  worker = new Process("app/worker.ts", {
    DATABASE_URL: databaseUrl,
    MEILISEARCH_URL: proxy.url,
    MEILISEARCH_API_KEY: meilisearch.apiKey,
    LOG_LEVEL: "error",
  });
  await worker.start();
});
afterAll(async () => {
  await worker?.end("SIGKILL");
  await meilisearch?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Whether the index is as PostgreSQL says, with nothing left to do. */
async function isRight(): Promise<boolean> {
  const found = await compareIndex(db, client(), "katalog").catch(() => undefined);
  return found !== undefined && differences(found) === 0 && (await findWaitingIndexJobs(db)).waiting === 0;
}

/** Every one of the goods gets a new price; one is sold out, one hidden. */
async function changeAll(): Promise<void> {
  price += 1_000;
  for (const { variantId } of goods) await changePrice(market.siti.seller, db, { variantId, price });
  const [first, second] = goods as [TestProduct, TestProduct];
  const { stock } = await db
    .selectFrom("variant")
    .select("stock")
    .where("id", "=", first.variantId)
    .executeTakeFirstOrThrow();
  const change = { variantId: first.variantId, stock: stock === 0 ? 20 : 0, seenStock: stock };
  await changeStock(market.siti.seller, db, change);
  const isShown = await db
    .selectFrom("product")
    .select("public")
    .where("id", "=", second.productId)
    .executeTakeFirstOrThrow();
  const turn = isShown.public ? hideProduct : showProduct;
  await turn(market.siti.seller, db, { productId: second.productId });
}

/** The jobs have failed as often as they may: an outage of days. */
async function exhaustJobs(): Promise<number> {
  const failed = async () => {
    const { rows } = await sql<{ ids: number[] | null }>`
      select array_agg(id) as ids from graphile_worker.jobs
       where task_identifier = 'index-products' and attempts > 0 and locked_at is null`.execute(db);
    return rows[0]!.ids ?? [];
  };
  const { waiting } = await findWaitingIndexJobs(db);
  await expect.poll(async () => (await failed()).length).toBe(waiting);
  const ids = await failed();
  await sql`select graphile_worker.reschedule_jobs(${ids}::bigint[], now() + interval '6 hours', null, 25)`.execute(
    db,
  );
  return ids.length;
}

describe.runIf(hasOne)("Meilisearch", () => {
  it("gets its index from the worker, while the shop is open", async () => {
    await expect.poll(isRight).toBe(true);
  });

  it("was killed and comes back after days: what was not written is, without waiting for its next try", async () => {
    process.kill(meilisearch.pid, "SIGKILL");
    await meilisearch.ended;
    await changeAll();
    expect(await exhaustJobs()).toBeGreaterThanOrEqual(goods.length);
    meilisearch = (await startEmbeddedMeilisearch(folder, port))!;
    await expect.poll(isRight).toBe(true);
  });

  it("comes back without its files: index and search key are made anew", async () => {
    await meilisearch.stop();
    await rm(join(folder, "meilisearch", "data"), { recursive: true });
    await changeAll();
    meilisearch = (await startEmbeddedMeilisearch(folder, port))!;
    await expect.poll(isRight, { timeout: 100_000 }).toBe(true);
    const searchKey = searchKeyOf({ apiKey: meilisearch.apiKey, index: "katalog" });
    const web = openSearchClient({ url: target, searchKey, index: "katalog", searchTimeout: 10_000 });
    expect((await web.reader.index("katalog").search("keripik")).hits.length).toBeGreaterThan(0);
  });

  it("has no room left for a while: nothing is lost", async () => {
    // as Meilisearch 1.21 answers, errors/no_space_left_on_device
    const body = { message: "No space left on device", code: "no_space_left_on_device", type: "system" };
    proxy.refusal = { status: 422, body: JSON.stringify(body) };
    await changeAll();
    expect(await exhaustJobs()).toBeGreaterThanOrEqual(goods.length);
    proxy.refusal = undefined;
    await expect.poll(isRight, { timeout: 100_000 }).toBe(true);
  });

  it("has accepted a change when the worker is killed: the job is done again", async () => {
    let kill: Promise<void> | undefined;
    proxy.onAccepted = () => {
      kill ??= worker.end("SIGKILL");
      return kill;
    };
    await changeAll();
    await expect.poll(() => kill !== undefined).toBe(true);
    await kill;
    proxy.onAccepted = undefined;
    expect((await findWaitingIndexJobs(db)).waiting).toBeGreaterThan(0);
    // the task came to nothing, and nobody was there to see it
    await client().writer.index("katalog").deleteAllDocuments().waitTask();
    await worker.start();
    await expect.poll(isRight, { timeout: 100_000 }).toBe(true);
  });

  it("is slow: other jobs do not wait for it", async () => {
    proxy.delay = 20_000;
    await changeAll();
    const { rows } = await sql<{ id: number }>`
      select id from graphile_worker.add_job('refresh-market-figures')`.execute(db);
    const isDone = async () => {
      const left = await sql`select from graphile_worker.jobs where id = ${rows[0]!.id}`.execute(db);
      return left.rows.length === 0;
    };
    await expect.poll(isDone, { timeout: 15_000 }).toBe(true);
    expect((await findWaitingIndexJobs(db)).waiting).toBeGreaterThan(0);
    proxy.delay = 0;
    await expect.poll(isRight, { timeout: 100_000 }).toBe(true);
  });
});
