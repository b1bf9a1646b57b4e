import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { findPriceHistory } from "#app/domain/catalogue/find-price-history.server.ts";
import { findPriceSheet } from "#app/domain/catalogue/find-price-sheet.server.ts";
import { findStaples } from "#app/domain/catalogue/find-staples.server.ts";
import { readPastedPrices } from "#app/domain/catalogue/read-pasted-prices.ts";
import { type SetPrices, setStaplePrices } from "#app/domain/catalogue/set-staple-prices.server.ts";
import { addMinutes, dateWib } from "#app/lib/clock.ts";
import { BadInput, NotAllowed } from "#app/lib/errors.ts";
import { aMarket, anOfficer, type Market, REGENCY } from "#tests/factories/market.ts";
import { testDatabase } from "#tests/support/database.ts";

const { db } = await testDatabase();
let market: Market;
const today = dateWib(new Date());
const dayFrom = (days: number) => dateWib(addMinutes(new Date(), days * 24 * 60));

beforeAll(async () => {
  market = await aMarket(db);
  await db.updateTable("staple").set({ ceiling_price: 14_000 }).where("key", "=", "beras-medium").execute();
});

const priceNow = async () => (await findStaples(db, [market.riceId], REGENCY))[0]!.price;
const rice = (price: number, seen: number | null) => ({ "beras-medium": { price, seen } });
const set = (actor: Actor, changes: Partial<SetPrices>) =>
  setStaplePrices(actor, db, {
    regencyCode: REGENCY,
    from: today,
    prices: {},
    reason: undefined,
    ...changes,
  });
const fieldsOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => ({}),
    (error) => (error instanceof BadInput ? error.fields : Promise.reject(error)),
  );

describe("staple prices", () => {
  it("hold from the day chosen, and not a day earlier", async () => {
    const before = await priceNow();
    expect(await set(market.officer, { from: dayFrom(3), prices: rice(13_900, before) })).toBe(1);
    expect(await priceNow()).toBe(before);
    const later = await findPriceSheet(db, market.officer, { regencyCode: REGENCY, date: dayFrom(3) });
    expect(later.rows.find((row) => row.key === "beras-medium")?.price).toBe(13_900);
    const sheet = await findPriceSheet(db, market.officer, { regencyCode: REGENCY, date: undefined });
    expect(sheet.rows.find((row) => row.key === "beras-medium")).toMatchObject({
      price: before,
      next_price: 13_900,
      next_from: dayFrom(3),
    });
  });

  it("that hold from today are what the buyer is asked at once; unchanged ones are not written again", async () => {
    const seen = await priceNow();
    const prices = { ...rice(13_200, seen), "telur-ayam": { price: 28_000, seen: 28_000 } };
    expect(await set(market.officer, { prices })).toBe(1);
    expect(await priceNow()).toBe(13_200);
    expect(await set(market.officer, { prices: rice(13_200, 13_200) })).toBe(0);
    const { prices: history } = await findPriceHistory(db, market.officer, {
      key: "beras-medium",
      regencyCode: REGENCY,
    });
    expect(history.find((row) => row.valid_from === today)).toMatchObject({
      price: 13_200,
      set_by: "Bu Ratna",
    });
  });

  it("cannot be changed for a day that is over, or for none", async () => {
    const prices = rice(12_000, await priceNow());
    expect(await fieldsOf(set(market.officer, { from: dayFrom(-1), prices }))).toHaveProperty("tanggal");
    expect(await fieldsOf(set(market.officer, { from: "2026-13-40", prices }))).toHaveProperty("tanggal");
    expect(await priceNow()).toBe(13_200);
  });

  it("above the official ceiling need a reason, which the record keeps", async () => {
    const prices = rice(15_000, await priceNow());
    expect(await fieldsOf(set(market.officer, { prices }))).toHaveProperty("alasan");
    expect(await priceNow()).toBe(13_200);
    await set(market.officer, { prices, reason: "Panen gagal di Lampung Tengah" });
    expect(await priceNow()).toBe(15_000);
    const { detail } = await db
      .selectFrom("audit_log")
      .select("detail")
      .orderBy("id", "desc")
      .limit(1)
      .executeTakeFirstOrThrow();
    expect(detail).toMatchObject({
      reason: "Panen gagal di Lampung Tengah",
      prices: [{ name: "Beras Medium", before: 13_200, after: 15_000 }],
    });
  });

  it("are set by the officers of that regency and of the province alone", async () => {
    const prices = rice(13_000, await priceNow());
    await expect(set(market.foreignOfficer, { prices })).rejects.toThrow(NotAllowed);
    await expect(set(market.siti.seller, { prices })).rejects.toThrow(NotAllowed);
    await expect(
      findPriceSheet(db, market.foreignOfficer, { regencyCode: REGENCY, date: undefined }),
    ).rejects.toThrow(NotAllowed);
    await expect(
      findPriceHistory(db, market.foreignOfficer, { key: "beras-medium", regencyCode: REGENCY }),
    ).rejects.toThrow(NotAllowed);
    expect(await set(await anOfficer(db, "Bu Dewi", null), { prices })).toBe(1);
  });

  it("changed by two officers at once: one is written, the other is told what stands there now", async () => {
    const seen = await priceNow();
    const tries = await Promise.allSettled(
      [12_100, 12_200, 12_300].map((price) => set(market.officer, { prices: rice(price, seen) })),
    );
    const won = tries.filter((one) => one.status === "fulfilled");
    const lost = tries.filter((one) => one.status === "rejected").map((one) => one.reason as BadInput);
    expect(won).toHaveLength(1);
    expect(lost.map((error) => Object.keys(error.fields))).toEqual([
      ["harga.beras-medium"],
      ["harga.beras-medium"],
    ]);
    expect(lost[0]?.fields["harga.beras-medium"]).toMatch(
      /baru saja diubah petugas lain menjadi Rp12\.[123]00/,
    );
  });
});

describe("prices pasted from a spreadsheet", () => {
  const staples = [
    { key: "beras-medium", name: "Beras Medium" },
    { key: "gula-pasir", name: "Gula Pasir 1 kg" },
  ];

  it("are read by name or key, with a header, dots, Rp and decimals", () => {
    const text = "Nama\tHarga\r\nBeras  medium\tRp 13.500,00\r\n\r\ngula-pasir;17500\n";
    expect(readPastedPrices(text, staples)).toEqual({
      prices: { "beras-medium": 13_500, "gula-pasir": 17_500 },
      wrong: [],
    });
  });

  it("that cannot be read are told line by line and never guessed", () => {
    const { prices, wrong } = readPastedPrices(
      "Beras Medium\t13,5\nSemen\t60.000\nGula Pasir 1 kg\t1,75E+4\nGula Pasir 1 kg\t17.500\ngula-pasir\t18.000",
      staples,
    );
    expect(prices).toEqual({ "gula-pasir": 17_500 });
    expect(wrong.map(({ line }) => line)).toEqual([1, 2, 3, 5]);
  });
});
