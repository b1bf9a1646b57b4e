import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "#db/embedded.server.ts";
import { createBreaker } from "#search/breaker.ts";
import { openSearchClient } from "#search/client.server.ts";
import { openSearchEngine, pingSearch, searchState } from "#search/engine.server.ts";
import { searchProducts } from "#search/query.server.ts";
import { testDatabase } from "../support/database.ts";
import { ask, fillCatalogue, PRODUCTS } from "./catalogue.ts";

const { db } = await testDatabase();
beforeAll(() => fillCatalogue(db));

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function pretend(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const engineAt = (url: string, pause = 30_000, searchTimeout?: number, lateAfter?: number) =>
  openSearchEngine(
    openSearchClient({ url, apiKey: "kunci", index: "katalog", searchTimeout, lateAfter }),
    pause,
  );

/** Just enough of an answer for one product and no staples. */
const rightAnswer = (
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  products = PRODUCTS,
  found = [{ row: 77, name: "kopi", seller: "x", _rankingScore: 1 }],
) => {
  let body = "";
  incoming.on("data", (chunk) => {
    body += chunk;
  });
  incoming.on("end", () => {
    const { queries } = JSON.parse(body) as { queries: unknown[] };
    const results = queries.map((_, index) => ({
      hits: index === 0 ? found : [],
      estimatedTotalHits: index === 0 ? found.length : 0,
      facetDistribution: { kind: { product: products, staple: 40 } },
    }));
    outgoing.setHeader("content-type", "application/json").end(JSON.stringify({ results }));
  });
};

describe("when Meilisearch", () => {
  it.each<[string, RequestListener]>([
    ["says 500", (_, outgoing) => void outgoing.writeHead(500).end("{}")],
    ["speaks HTML", (_, outgoing) => void outgoing.end("<html>")],
    ["answers something else", (_, outgoing) => void outgoing.end('{"results":[]}')],
    ["answers null", (_, outgoing) => void outgoing.end("null")],
    ["has no index", (_, outgoing) => void outgoing.writeHead(404).end('{"code":"index_not_found"}')],
    ["hangs up", (incoming) => void incoming.socket.destroy()],
  ])("%s, PostgreSQL answers", async (_, listener) => {
    const engine = engineAt(await pretend(listener));
    const result = await searchProducts(db, ask({ text: "kopi" }), engine);
    expect(result.source).toBe("postgres");
    expect(result.productIds.length).toBeGreaterThan(0);
  });

  it("is gone, PostgreSQL answers, and after three failures it is not asked again for a while", async () => {
    const engine = engineAt(`http://127.0.0.1:${await freePort()}`);
    expect(searchState(engine)).toBe("meilisearch");
    for (let turn = 1; turn <= 3; turn++) {
      expect((await searchProducts(db, ask({ text: "kopi" }), engine)).source).toBe("postgres");
    }
    expect(searchState(engine)).toBe("postgres");
    expect(await pingSearch(db, engine)).toBe("down");
  });

  it("is slow, PostgreSQL answers before its time is up, and no other search waits for it", async () => {
    let searches = 0;
    const url = await pretend((incoming) => {
      let body = "";
      incoming.on("data", (chunk) => {
        body += chunk;
      });
      // counting the index, beside the searches, is not waited for either
      incoming.on("end", () => {
        if (body.includes("kopi")) searches += 1;
      });
    });
    // far more time than the test takes: whoever waited for it would be seen
    const engine = engineAt(url, 30_000, 60_000, 50);
    for (let turn = 0; turn < 6; turn++) {
      expect((await searchProducts(db, ask({ text: "kopi" }), engine)).source).toBe("postgres");
    }
    expect(searches).toBe(1);
    expect(searchState(engine)).toBe("meilisearch");
  });

  it("is silent until its time is up, it is not asked again for a while", async () => {
    const engine = engineAt(await pretend(() => {}));
    expect((await searchProducts(db, ask({ text: "kopi" }), engine)).source).toBe("postgres");
    await expect.poll(() => searchState(engine), { timeout: 20_000 }).toBe("postgres");
    expect(engine.breaker.allows()).toBe(false);
  });

  it("lost most of its documents, PostgreSQL answers", async () => {
    const url = await pretend((incoming, outgoing) => rightAnswer(incoming, outgoing, 1));
    const engine = engineAt(url, 30_000, 10_000);
    const find = async () => (await searchProducts(db, ask({ text: "kopi" }), engine)).source;
    await expect.poll(find, { timeout: 20_000 }).toBe("postgres");
    expect(await pingSearch(db, engine)).toBe("incomplete");
  });

  it("finds nothing, it is believed only when it holds what there is", async () => {
    let products = 0;
    const nothing: RequestListener = (incoming, outgoing) => rightAnswer(incoming, outgoing, products, []);
    const url = await pretend(nothing);
    const engine = () => engineAt(url, 30_000, 10_000);
    const doubted = await searchProducts(db, ask({ text: "kopi" }), engine());
    expect(doubted.source).toBe("postgres");
    expect(doubted.productIds.length).toBeGreaterThan(0);
    products = PRODUCTS;
    const believed = await searchProducts(db, ask({ text: "kopi" }), engine());
    expect(believed).toMatchObject({ source: "meilisearch", productIds: [] });
  });

  it("comes back, it is used again by itself", async () => {
    let isBroken = true;
    const url = await pretend((incoming, outgoing) => {
      if (isBroken) outgoing.writeHead(500).end("{}");
      else rightAnswer(incoming, outgoing);
    });
    const pause = 2_000;
    const engine = engineAt(url, pause, 10_000);
    for (let turn = 0; turn < 4; turn++) await searchProducts(db, ask({ text: "kopi" }), engine);
    expect(searchState(engine)).toBe("postgres");
    isBroken = false;
    await sleep(pause + 100);
    // the look at it goes beside a search, which PostgreSQL answers
    const find = () => searchProducts(db, ask({ text: "kopi" }), engine);
    expect((await find()).source).toBe("postgres");
    await expect.poll(find, { timeout: 20_000 }).toMatchObject({ source: "meilisearch", productIds: [77] });
    expect(searchState(engine)).toBe("meilisearch");
  });
});

describe("the breaker", () => {
  it("lets one search at a time try after the pause", () => {
    let time = 0;
    const breaker = createBreaker({ failures: 3, pause: 100, now: () => time });
    breaker.failed("timeout");
    expect(breaker.allows()).toBe(false);
    time = 100;
    expect([breaker.allows(), breaker.allows()]).toEqual([true, false]);
    breaker.failed("error");
    time = 199;
    expect(breaker.allows()).toBe(false);
    time = 200;
    expect(breaker.allows()).toBe(true);
    breaker.succeeded();
    expect([breaker.isOpen(), breaker.allows(), breaker.allows()]).toEqual([false, true, true]);
  });

  it("forgives failures with a success between them", () => {
    const breaker = createBreaker({ failures: 3, pause: 100 });
    for (let turn = 0; turn < 5; turn++) {
      breaker.failed("error");
      breaker.failed("error");
      breaker.succeeded();
    }
    expect(breaker.isOpen()).toBe(false);
  });
});
