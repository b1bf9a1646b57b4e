import { beforeAll, describe, expect, it } from "vitest";
import { findSearchCheck } from "#db/queries/search-upkeep.ts";
import { countDocuments, openSearchClient, rebuildUid } from "#search/client.server.ts";
import { compareIndex, differences } from "#search/compare.server.ts";
import { changedSettings, ensureSearchIndex } from "#search/ensure.server.ts";
import { ensureSearchKey } from "#search/ensure-key.server.ts";
import { rebuildSearchIndex } from "#search/rebuild.server.ts";
import { searchKeyOf } from "#search/search-key.ts";
import { searchSettings } from "#search/settings.ts";
import { keepSearch } from "#search/upkeep.server.ts";
import { testDatabase } from "../support/database.ts";
import { testSearch } from "../support/meilisearch.ts";
import { fillCatalogue, PRODUCTS } from "./catalogue.ts";

const { db } = await testDatabase();
const search = await testSearch();
const { client, server } = search ?? ({} as NonNullable<typeof search>);
const index = () => client.writer.index(client.index);

beforeAll(async () => {
  await fillCatalogue(db);
  if (search) await rebuildSearchIndex(db, undefined, client);
});

describe.runIf(search !== undefined)("an index that is not as PostgreSQL says", () => {
  /** Spoils it, lets the upkeep look, and tells what it found. */
  async function spoil(how: () => Promise<unknown>) {
    await how();
    // as after an outage: everything is compared
    await keepSearch(db, { ...client });
    expect(differences(await compareIndex(db, client, client.index))).toBe(0);
    expect(await countDocuments(client)).toBe(PRODUCTS);
    return (await findSearchCheck(db))!;
  }

  it("is right from the start", async () => {
    const check = await spoil(async () => {});
    expect(check).toMatchObject({ products: PRODUCTS, documents: PRODUCTS, mended_at: null });
    expect(check).toMatchObject({ missing: 0, changed: 0, extra: 0 });
  });

  it("gets back what was taken out", async () => {
    const check = await spoil(() => index().deleteDocuments(["p1", "p2", "p3", "s1"]).waitTask());
    expect(check).toMatchObject({ missing: 3, changed: 0, extra: 0, mended_at: expect.any(Date) });
  });

  it("loses what is not public, and what is nothing of ours", async () => {
    const strange = [
      { id: "p999999", kind: "product", row: 999_999, name: "hantu", sum: "x" },
      { id: "asing", name: "tanpa jenis" },
      { id: "p0", kind: "product", row: -5, name: "di bawah nol" },
      { id: "s999", kind: "staple", row: 999, name: "sembako hantu" },
    ];
    const check = await spoil(() => index().addDocuments(strange).waitTask());
    expect(check).toMatchObject({ missing: 0, changed: 0, extra: 3 });
  });

  it("is corrected where a change was missed", async () => {
    const check = await spoil(async () => {
      await db.updateTable("product").set({ sold: 77 }).where("id", "=", 5).execute();
      await db.updateTable("variant").set({ label: "Toples besar" }).where("product_id", "=", 6).execute();
      // a document of an older program: it knows nothing of sums
      await index()
        .updateDocuments([{ id: "p7", sum: null }])
        .waitTask();
    });
    expect(check).toMatchObject({ missing: 0, changed: 3, extra: 0 });
    const document = await index().search("", { filter: "row = 6", attributesToRetrieve: ["sum"] });
    expect(document.hits[0]!.sum).toMatch(/^[0-9a-f]{24}$/);
  });

  it("is built anew when much of it is wrong, and when it is empty or gone", async () => {
    const before = await client.writer.getRawIndex(client.index);
    await spoil(() => index().deleteDocuments({ filter: "row < 1250" }).waitTask());
    const after = await client.writer.getRawIndex(client.index);
    expect(after.createdAt).not.toEqual(before.createdAt);
    await spoil(() => index().deleteAllDocuments().waitTask());
    await spoil(() => client.writer.deleteIndex(client.index).waitTask());
  });

  it("is rid of what a killed rebuild left", async () => {
    await spoil(() => client.writer.createIndex(rebuildUid(client.index), { primaryKey: "id" }).waitTask());
    expect((await client.writer.getRawIndexes()).results.map(({ uid }) => uid)).toEqual([client.index]);
  });
});

describe.runIf(search !== undefined)("changed settings", () => {
  it("are all noticed, and none is seen where nothing changed", async () => {
    const asked = searchSettings();
    expect(changedSettings(asked, await index().getSettings())).toEqual([]);
    await index()
      .updateSettings({
        synonyms: { kopi: ["teh"] },
        searchCutoffMs: 900,
        typoTolerance: { disableOnNumbers: false },
        rankingRules: ["words"],
      })
      .waitTask();
    const changed = changedSettings(asked, await index().getSettings());
    expect(changed.sort()).toEqual(["rankingRules", "searchCutoffMs", "synonyms", "typoTolerance"]);
  });

  it("are changed in place where that is enough", async () => {
    await ensureSearchIndex(db, undefined, client);
    const before = await client.writer.getRawIndex(client.index);
    await index()
      .updateSettings({ synonyms: { kopi: ["teh"] }, rankingRules: ["words"], displayedAttributes: ["*"] })
      .waitTask();
    expect(await ensureSearchIndex(db, undefined, client)).toBeUndefined();
    expect(changedSettings(searchSettings(), await index().getSettings())).toEqual([]);
    expect((await client.writer.getRawIndex(client.index)).createdAt).toEqual(before.createdAt);
  });
});

describe.runIf(search !== undefined)("the key of the web process", () => {
  it("searches its index and does nothing else", async () => {
    expect(await ensureSearchKey(client)).toBe(true);
    expect(await ensureSearchKey(client)).toBe(true);
    const searchKey = searchKeyOf({ apiKey: server.apiKey, index: client.index })!;
    const web = openSearchClient({
      url: server.url,
      apiKey: searchKey,
      index: client.index,
      searchTimeout: 10_000,
    });
    expect(await countDocuments(web)).toBe(PRODUCTS);
    const own = web.writer.index(web.index);
    const refused = /invalid|not authorized|API key/i;
    await expect(own.addDocuments([{ id: "p1" }])).rejects.toThrow(refused);
    await expect(own.deleteAllDocuments()).rejects.toThrow(refused);
    await expect(own.updateSettings({ stopWords: ["a"] })).rejects.toThrow(refused);
    await expect(own.getDocuments({ limit: 1 })).rejects.toThrow(refused);
    await expect(web.writer.deleteIndex(web.index)).rejects.toThrow(refused);
    await expect(web.writer.getKeys()).rejects.toThrow(refused);
    await client.writer.createIndex("rahasia", { primaryKey: "id" }).waitTask();
    await expect(web.reader.index("rahasia").search("")).rejects.toThrow(refused);
    await client.writer.deleteIndex("rahasia").waitTask();
  });

  it("must be set by hand where the writing key makes no keys", async () => {
    const { key } = await client.writer.createKey({
      ...{ actions: ["documents.*", "indexes.*"], indexes: ["*"], expiresAt: null },
    });
    const limited = openSearchClient({ url: server.url, apiKey: key, index: client.index });
    expect(await ensureSearchKey(limited)).toBe(false);
  });
});
