import { beforeAll, describe, expect, it } from "vitest";
import { upsertSynonym } from "#db/queries/searches.ts";
import { openSearchEngine, type SearchEngine } from "#search/engine.server.ts";
import { ensureSearchIndex } from "#search/ensure.server.ts";
import { indexSynonyms } from "#search/index-synonyms.server.ts";
import { keepOwnSynonyms } from "#search/own-synonyms.server.ts";
import { searchProducts } from "#search/query.server.ts";
import { rebuildSearchIndex } from "#search/rebuild.server.ts";
import { testDatabase } from "../support/database.ts";
import { testSearch } from "../support/meilisearch.ts";
import { ask, fillCatalogue } from "./catalogue.ts";

const { db } = await testDatabase();
const search = await testSearch();
const say = (typed: string, meant: string) =>
  db.transaction().execute((tx) => upsertSynonym(tx, { typed, meant }));
const found = async (text: string, engine: SearchEngine | null) =>
  (await searchProducts(db, ask({ text }), engine)).hits.length;

beforeAll(async () => {
  await fillCatalogue(db);
  if (search) await rebuildSearchIndex(db, () => {}, search.client);
});

describe("words that officers add", () => {
  it("find in PostgreSQL what they mean, as soon as a change is heard of", async () => {
    let tell = () => {};
    const changes = {
      subscribe: (_topic: string, listener: () => void) => {
        tell = listener;
        return () => {};
      },
    };
    await keepOwnSynonyms(db, changes);
    expect(await found("zorgi", null)).toBe(0);
    await say("zorgi", "keripik pisang");
    await keepOwnSynonyms(db, changes);
    expect(await found("zorgi", null)).toBe(0);
    tell();
    await keepOwnSynonyms(db, changes);
    expect(await found("zorgi", null)).toBeGreaterThan(5);
  });

  it.runIf(search)("reach Meilisearch without indexing anew, survive a rebuild, and cause none", async () => {
    const { client } = search!;
    const engine = openSearchEngine(client);
    await say("tokolo mbako", "lada hitam");
    expect(await ensureSearchIndex(db, () => {}, client)).toBeUndefined();
    expect(await found("tokolo mbako", engine)).toBeGreaterThan(5);
    await say("wezkop", "kopi luwak");
    const before = await client.writer.index(client.index).getStats();
    await indexSynonyms(db, client);
    const after = await client.writer.index(client.index).getStats();
    expect(after.numberOfDocuments).toBe(before.numberOfDocuments);
    for (const typed of ["tokolo mbako", "wezkop", "zorgi"])
      expect(await found(typed, engine), typed).toBeGreaterThan(5);
    expect(await ensureSearchIndex(db, () => {}, client)).toBeUndefined();
    await rebuildSearchIndex(db, () => {}, client);
    expect(await ensureSearchIndex(db, () => {}, client)).toBeUndefined();
    expect(await found("wezkop", engine)).toBeGreaterThan(5);
    const { synonyms } = await client.writer.index(client.index).getSettings();
    expect(synonyms?.wezkop).toContain("kopi luwak");
  });
});
