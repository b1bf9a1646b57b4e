import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { guest } from "#app/domain/accounts/actor.ts";
import { countSearches } from "#app/domain/searches/count-searches.server.ts";
import { findSearches } from "#app/domain/searches/find-searches.server.ts";
import { forgetSearches } from "#app/domain/searches/forget-searches.server.ts";
import { removeSynonym } from "#app/domain/searches/remove-synonym.server.ts";
import { saveSynonym } from "#app/domain/searches/save-synonym.server.ts";
import { addMinutes, dateWib, now } from "#app/lib/clock.ts";
import { BadInput, NotAllowed, NotLoggedIn } from "#app/lib/errors.ts";
import { aMarket, anOfficer, aProduct, type Market } from "#tests/factories/market.ts";
import { testDatabase } from "#tests/support/database.ts";
import { waitingJobs } from "#tests/support/waiting-jobs.ts";

const { db } = await testDatabase();
let market: Market;
let province: Actor;
const counted = (text: string, searches: number, foundNone = 0) => ({
  text,
  searches,
  foundNone,
  foundFew: 0,
  byPostgres: 0,
});

beforeAll(async () => {
  market = await aMarket(db);
  province = await anOfficer(db, "Bu Dewi", null);
  await aProduct(db, market.siti, { name: "Keripik Pisang" });
});

describe("searches", () => {
  it("are summed over days, most first, and forgotten after 90 days", async () => {
    await countSearches(db, [counted("kopi", 5), counted("wajik", 2, 2)]);
    await Promise.all([
      countSearches(db, [counted("wajik", 3, 3)]),
      countSearches(db, [counted("kopi", 1), counted("lapek", 1, 1)]),
    ]);
    const old = dateWib(addMinutes(now(), -10 * 24 * 60));
    const ancient = dateWib(addMinutes(now(), -91 * 24 * 60));
    await db
      .insertInto("search_count")
      .values([
        { day: old, text: "lapek", searches: 9, found_none: 9 },
        { day: ancient, text: "purba", searches: 9, found_none: 9 },
      ])
      .execute();
    const texts = async (days: number, onlyNone: boolean) =>
      (await findSearches(db, market.officer, { days, onlyNone })).texts.map(
        ({ text, searches, found_none }) => [text, searches, found_none],
      );
    expect(await texts(7, true)).toEqual([
      ["wajik", 5, 5],
      ["lapek", 1, 1],
    ]);
    expect(await texts(30, true)).toEqual([
      ["lapek", 10, 10],
      ["wajik", 5, 5],
    ]);
    expect((await texts(7, false))[0]).toEqual(["kopi", 6, 0]);
    await forgetSearches(db);
    const days = await db.selectFrom("search_count").select("day").where("text", "=", "purba").execute();
    expect(days).toEqual([]);
  });

  it("are for officers alone", async () => {
    await expect(findSearches(db, guest, { days: 7, onlyNone: true })).rejects.toBeInstanceOf(NotLoggedIn);
  });
});

describe("an officer's word", () => {
  it("is given, changed and taken by the province, on record, with a job for the index", async () => {
    await saveSynonym(province, db, { typed: " Barang KITA ", meant: "keripik pisang" });
    const synonyms = async () => (await findSearches(db, province, { days: 7, onlyNone: true })).synonyms;
    const [synonym] = await synonyms();
    expect(synonym!.typed).toBe("barang kita");
    // twice acts once
    await saveSynonym(province, db, { typed: "barang kita", meant: "keripik pisang" });
    const record = () =>
      db.selectFrom("audit_log").select("action").where("thing", "=", "synonym").orderBy("id").execute();
    expect(await record()).toEqual([{ action: "synonym.save" }]);
    expect(await waitingJobs(db, "index-synonyms")).toHaveLength(1);
    await removeSynonym(province, db, { typed: "barang kita" });
    await removeSynonym(province, db, { typed: "barang kita" });
    expect(await synonyms()).toEqual([]);
    expect(await record()).toEqual([{ action: "synonym.save" }, { action: "synonym.remove" }]);
  });

  it("is no matter of a regency", async () => {
    const word = { typed: "kawai", meant: "kaos" };
    await expect(saveSynonym(market.officer, db, word)).rejects.toBeInstanceOf(NotAllowed);
    await expect(removeSynonym(market.officer, db, { typed: "kawai" })).rejects.toBeInstanceOf(NotAllowed);
    expect((await findSearches(db, market.officer, { days: 7, onlyNone: true })).mayChange).toBe(false);
  });

  it.each([
    { typed: "a", meant: "kopi" },
    { typed: "12 34", meant: "kopi" },
    { typed: "satu dua tiga empat kata", meant: "kopi" },
    { typed: "kripik", meant: "keripik" },
    { typed: "xqzwv", meant: "zzzqqq" },
  ])("$typed → $meant is refused with a reason", async (word) => {
    await expect(saveSynonym(province, db, word)).rejects.toBeInstanceOf(BadInput);
  });
});
