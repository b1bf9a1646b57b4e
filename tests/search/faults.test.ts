import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "#db/embedded.server.ts";
import { createBreaker } from "#search/breaker.ts";
import { openSearchClient } from "#search/client.server.ts";
import { openSearchEngine, pingSearch, searchProducts, searchState } from "#search/query.server.ts";
import { testDatabase } from "../support/database.ts";
import { ask, fillCatalogue } from "./catalogue.ts";

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

const engineAt = (url: string, pause = 30_000, searchTimeout?: number) =>
  openSearchEngine(openSearchClient({ url, apiKey: "kunci", index: "katalog", searchTimeout }), pause);

/** Just enough of an answer for one product and no staples. */
const rightAnswer: RequestListener = (incoming, outgoing) => {
  let body = "";
  incoming.on("data", (chunk) => {
    body += chunk;
  });
  incoming.on("end", () => {
    const { queries } = JSON.parse(body) as { queries: unknown[] };
    const results = queries.map((_, index) => ({
      hits: index === 0 ? [{ row: 77, name: "kopi", seller: "x", _rankingScore: 1 }] : [],
      estimatedTotalHits: index === 0 ? 1 : 0,
      facetDistribution: {},
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
    for (let turn = 1; turn <= 3; turn++) {
      expect(searchState(engine)).toBe("meilisearch");
      expect((await searchProducts(db, ask({ text: "kopi" }), engine)).source).toBe("postgres");
    }
    expect(searchState(engine)).toBe("postgres");
    expect(await pingSearch(engine)).toBe(false);
  });

  it("is slow, one search waits 250 ms and the next ones none", async () => {
    let asked = 0;
    const url = await pretend(() => {
      asked += 1;
    });
    const engine = engineAt(url);
    const start = performance.now();
    expect((await searchProducts(db, ask({ text: "kopi" }), engine)).source).toBe("postgres");
    expect(performance.now() - start).toBeGreaterThan(200);
    for (let turn = 0; turn < 5; turn++) await searchProducts(db, ask({ text: "kopi" }), engine);
    expect(asked).toBe(1);
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
    const result = await searchProducts(db, ask({ text: "kopi" }), engine);
    expect(result).toMatchObject({ source: "meilisearch", productIds: [77] });
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
