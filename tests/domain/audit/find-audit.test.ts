import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { explainAudit } from "#app/domain/audit/explain-audit.ts";
import { type AuditQuestion, findAudit } from "#app/domain/audit/find-audit.server.ts";
import { type Audited, recordAudit } from "#app/domain/audit/record-audit.server.ts";
import { dateWib } from "#app/lib/clock.ts";
import { NotAllowed, SecondFactorNeeded } from "#app/lib/errors.ts";
import { aMarket, anOfficer, type Market } from "#tests/factories/market.ts";
import { testDatabase } from "#tests/support/database.ts";

const { db } = await testDatabase();
let market: Market;
let province: Actor;

const ANYTHING: AuditQuestion = {
  words: "",
  action: undefined,
  officerId: undefined,
  thing: undefined,
  from: undefined,
  until: undefined,
  after: undefined,
};

const record = (actor: Actor, changes: Partial<Audited> = {}) =>
  db.transaction().execute((tx) =>
    recordAudit(tx, actor, {
      action: "umkm.return",
      thing: "umkm",
      key: "keripik-yuni",
      name: "Keripik Yuni",
      regencyCode: "18.71",
      ...changes,
    }),
  );

const namesSeenBy = async (actor: Actor, question: Partial<AuditQuestion> = {}) =>
  (await findAudit(db, actor, { ...ANYTHING, ...question })).entries.map((entry) => entry.thing_name);

beforeAll(async () => {
  market = await aMarket(db);
  province = await anOfficer(db, "Bu Dewi", null);
  await record(market.officer, { detail: { reason: "Foto KTP buram" } });
  await record(market.foreignOfficer, { name: "Kopi Liwa", key: "kopi-liwa", regencyCode: "18.09" });
  await record(province, { name: "Gula Aren", action: "umkm.spot-check" });
  await record(market.officer, { name: "Seluruh provinsi", regencyCode: null, action: "export.read" });
});

describe("the officers' record", () => {
  it("shows a regency its own matters and its officers' own doings, and the province everything", async () => {
    expect(await namesSeenBy(market.officer)).toEqual(["Seluruh provinsi", "Gula Aren", "Keripik Yuni"]);
    expect(await namesSeenBy(market.foreignOfficer)).toEqual(["Kopi Liwa"]);
    expect(await namesSeenBy(province)).toHaveLength(4);
  });

  it("is closed to everyone else", async () => {
    await expect(findAudit(db, market.siti.seller, ANYTHING)).rejects.toThrow(NotAllowed);
    const halfway = { ...market.officer, secondFactor: false } as Actor;
    await expect(findAudit(db, halfway, ANYTHING)).rejects.toThrow(SecondFactorNeeded);
  });

  it("is searched by words in any order, whatever their case or accents, and not by wildcards", async () => {
    expect(await namesSeenBy(province, { words: "BURAM ktp" })).toEqual(["Keripik Yuni"]);
    expect(await namesSeenBy(province, { words: "ratna mengembalikan" })).toEqual(["Keripik Yuni"]);
    expect(await namesSeenBy(province, { words: "100%_" })).toEqual([]);
  });

  it("is narrowed by action, officer, thing and days (WIB)", async () => {
    const today = dateWib(new Date());
    const { accountId } = market.foreignOfficer as Extract<Actor, { kind: "person" }>;
    expect(await namesSeenBy(province, { action: "umkm.spot-check" })).toEqual(["Gula Aren"]);
    expect(await namesSeenBy(province, { officerId: accountId })).toEqual(["Kopi Liwa"]);
    expect(await namesSeenBy(province, { thing: "order" })).toEqual([]);
    expect(await namesSeenBy(province, { from: today, until: today })).toHaveLength(4);
    expect(await namesSeenBy(province, { until: "2020-01-01" })).toEqual([]);
  });

  it("goes on from page to page without losing or repeating a row", async () => {
    for (let made = 0; made < 65; made++)
      await record(market.foreignOfficer, { name: `Usaha ${made}`, regencyCode: "18.09" });
    const seen: string[] = [];
    for (let after: number | null | undefined; after !== null; ) {
      const page = await findAudit(db, market.foreignOfficer, { ...ANYTHING, after });
      seen.push(...page.entries.map((entry) => entry.thing_name));
      after = page.next;
    }
    expect(seen).toHaveLength(66);
    expect(new Set(seen).size).toBe(66);
  });

  it("cannot be changed or deleted", async () => {
    await expect(sql`update audit_log set actor_name = 'x'`.execute(db)).rejects.toThrow();
    await expect(sql`delete from audit_log`.execute(db)).rejects.toThrow();
  });
});

it("tells a detail in words: before and after, the reason, and prices", () => {
  expect(explainAudit({ before: "Menunggu", after: "Dikembalikan", reason: "KTP buram" })).toEqual([
    "Menunggu → Dikembalikan",
    "Alasan: KTP buram",
  ]);
  expect(
    explainAudit({
      prices: [
        { name: "Beras", before: 13_000, after: 13_500 },
        { name: "Telur", before: null, after: 28_000 },
      ],
    }),
  ).toEqual(["Harga: Beras Rp13.000 → Rp13.500, Telur belum ada → Rp28.000"]);
});
