/** The search step beside the raw Meilisearch query, suggestions likewise, and PostgreSQL alone, over 60 searches. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { performance } from "node:perf_hooks";
import type { MultiSearchQuery } from "meilisearch";
import { type Db, openDatabase } from "#db/client.server.ts";
import { startEmbeddedPostgres } from "#db/embedded.server.ts";
import { migrate } from "#db/migrate.server.ts";
import { findIndexSizes } from "#db/queries/search-upkeep.ts";
import { seed } from "#db/seed/seed.ts";
import { openSearchClient, type SearchClient } from "#search/client.server.ts";
import { compareIndex, differences } from "#search/compare.server.ts";
import { type EmbeddedSearch, startEmbeddedMeilisearch } from "#search/embedded.server.ts";
import { openSearchEngine } from "#search/engine.server.ts";
import { ensureSearchIndex } from "#search/ensure.server.ts";
import { plainRequest } from "#search/evaluate.server.ts";
import { searchProducts } from "#search/query.server.ts";
import { rebuildSearchIndex } from "#search/rebuild.server.ts";
import { suggest } from "#search/suggest.server.ts";
import { readJudged } from "../search/catalogue.ts";
import type { Measured } from "./load.ts";
import { PRODUCTS, SELLERS } from "./sizes.ts";
import type { Row } from "./table.ts";

const QUERIES = 60;
/** Each query is asked this often by each side, in turn, so that a busy moment meets both alike. */
const ROUNDS = 3;
const MOST_REBUILD_SECONDS = 180;

const number = (value: number, digits = 0) =>
  value.toLocaleString("id-ID", { maximumFractionDigits: digits });
const megabytes = (bytes: number) => `${number(bytes / 1024 / 1024)} MB`;

function measuredOf(times: readonly number[]): Measured {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
  return { rate: 1_000 / at(0.5), p50: at(0.5), p99: at(0.99), failures: 0 };
}

/** One query of a request to Meilisearch. */
type Query = Omit<MultiSearchQuery, "indexUid">;
type Side = (text: string) => Promise<unknown>;

/** Milliseconds of each side for each text, the sides taking turns; the first round is not counted. */
async function takeTurns(texts: readonly string[], sides: readonly Side[]): Promise<Measured[]> {
  const times = sides.map((): number[] => []);
  for (let round = 0; round <= ROUNDS; round++) {
    for (const text of texts) {
      for (const [which, ask] of sides.entries()) {
        const began = performance.now();
        await ask(text);
        if (round > 0) times[which]!.push(performance.now() - began);
      }
    }
  }
  return times.map(measuredOf);
}

/** Sends what our client would send, and reads the answer; nothing else. */
async function raw(client: SearchClient, queries: readonly Query[]): Promise<void> {
  const { results } = await client.reader.multiSearch({
    queries: queries.map((query): MultiSearchQuery => ({ ...query, indexUid: client.index })),
  });
  if (results.length !== queries.length) throw new Error("Meilisearch tidak menjawab.");
}

/** The queries themselves, recorded from one search of ours. */
async function recorded(client: SearchClient, ask: () => Promise<unknown>): Promise<Query[]> {
  const seen: Query[][] = [];
  const { multiSearch } = client.reader;
  client.reader.multiSearch = ((given: { queries: MultiSearchQuery[] }, ...rest: []) => {
    seen.push(given.queries);
    return multiSearch.call(client.reader, given, ...rest);
  }) as typeof multiSearch;
  await ask();
  client.reader.multiSearch = multiSearch;
  // a second one is asked only when the first found nothing
  return seen.flat();
}

async function measureSpeed(db: Db, client: SearchClient): Promise<Row[]> {
  const all = readJudged("judged-queries.csv").map(({ query }) => query);
  const texts = all.filter((_, place) => place % Math.floor(all.length / QUERIES) === 0).slice(0, QUERIES);
  const starts = texts.map((text) => text.slice(0, Math.max(3, Math.ceil(text.length * 0.6))));
  const engine = openSearchEngine(client);
  const search: Side = async (text) => {
    const { source } = await searchProducts(db, plainRequest(text), engine);
    if (source !== "meilisearch") throw new Error(`Meilisearch tidak menjawab "${text}".`);
  };
  // Counting the index goes beside searches every five seconds; here it would be recorded with them.
  await search(texts[0]!);
  engine.countedAt = Number.POSITIVE_INFINITY;
  const queries = new Map<string, Query[]>();
  for (const text of texts) queries.set(text, await recorded(client, () => search(text)));
  const typed = new Map<string, Query[]>();
  for (const text of starts) typed.set(text, await recorded(client, () => suggest(db, text, engine)));

  const [bare, same, ours] = (await takeTurns(texts, [
    (text) => raw(client, [{ q: text, limit: 24 }]),
    (text) => raw(client, queries.get(text)!),
    search,
  ])) as [Measured, Measured, Measured];
  const [rawSuggest, ourSuggest] = (await takeTurns(starts, [
    (text) => raw(client, typed.get(text) ?? []),
    (text) => suggest(db, text, engine),
  ])) as [Measured, Measured];
  const [alone] = (await takeTurns(texts, [(text) => searchProducts(db, plainRequest(text), null)])) as [
    Measured,
  ];
  return [
    { name: "cari: Meilisearch, kata saja", ...bare },
    { name: "cari: Meilisearch, kueri lapak", ...same },
    { name: "cari: lapak", ...ours, limit: same.rate, aim: 1 / 1.5 },
    { name: "saran: Meilisearch, kueri lapak", ...rawSuggest },
    { name: "saran: lapak", ...ourSuggest, limit: rawSuggest.rate, aim: 1 / 1.5 },
    // its own rate as the limit: only p99 is judged
    { name: "cari: PostgreSQL saja", ...alone, limit: alone.rate, aim: 1 },
  ];
}

/** Builds the index anew, compares it, and prints what both cost and how large everything is. */
async function measureUpkeep(db: Db, client: SearchClient, server: EmbeddedSearch): Promise<void> {
  const began = performance.now();
  const products = (await rebuildSearchIndex(db, undefined, client))!;
  const seconds = (performance.now() - began) / 1_000;
  const mark = seconds > MOST_REBUILD_SECONDS ? "  ← LAMBAT" : "";
  console.log(
    `\nIndeks ${number(products)} produk disusun dalam ${number(seconds, 1)} dtk, ${number(products / seconds)}/dtk` +
      ` (tujuan ≤ ${MOST_REBUILD_SECONDS} dtk)${mark}`,
  );
  const start = performance.now();
  const found = await compareIndex(db, client, client.index);
  console.log(
    `Dibandingkan dengan PostgreSQL dalam ${number(performance.now() - start)} ms: ${differences(found)} berbeda`,
  );
  const { databaseSize } = await client.writer.getStats();
  const rss = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, "utf8"))?.[1];
  console.log(
    `Meilisearch: ${megabytes(databaseSize)} di disk, ${megabytes(Number(rss ?? 0) * 1024)} memori`,
  );
  for (const { name, bytes } of await findIndexSizes(db))
    console.log(`PostgreSQL: ${name} ${megabytes(bytes)}`);
}

/** On the large set in `.data/bench`; needs a Meilisearch. */
export async function measureSearch(): Promise<Row[]> {
  const folder = resolve(".data/bench");
  process.env.DATA_DIR = folder;
  const postgres = await startEmbeddedPostgres(folder);
  const server = await startEmbeddedMeilisearch(folder);
  if (!server) throw new Error("Di mesin ini tidak ada Meilisearch.");
  const db = openDatabase(postgres.url, 10);
  try {
    await migrate(db, postgres.url);
    await seed(db, { sellers: SELLERS, products: PRODUCTS, say: console.log });
    const client = openSearchClient({ ...server, index: "katalog", searchTimeout: 30_000 });
    await ensureSearchIndex(db, undefined, client);
    const rows = await measureSpeed(db, client);
    await measureUpkeep(db, client, server);
    return rows;
  } finally {
    await db.destroy();
    await server.stop();
    await postgres.stop();
  }
}
