import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { exportUmkm } from "#app/domain/imports/export-umkm.server.ts";
import { findAffected } from "#app/domain/reports/find-affected.server.ts";
import { NotAllowed, NotFound } from "#app/lib/errors.ts";
import { aMarket, anOfficer, type Market, REGENCY } from "#tests/factories/market.ts";
import { anApplication, TEST_NIK } from "#tests/factories/umkm.ts";
import { testDatabase } from "#tests/support/database.ts";

const { db } = await testDatabase();
let market: Market;
let province: Actor;
const LIWA = "18.04.04.1001";

const counted = async (
  name: string,
  [before, now, affected]: readonly [number | null, number | null, boolean | null],
  village?: string,
) => {
  const { id } = await anApplication(db, {
    name,
    status: "verified",
    village,
    nik: name === "Satu" ? TEST_NIK : undefined,
  });
  await sql`update umkm set income_before = ${before}, income_now = ${now}, affected = ${affected},
    counted_on = '2020-08-17', count_source = 'Dinas Koperasi' where id = ${id}`.execute(db);
};

beforeAll(async () => {
  market = await aMarket(db);
  province = await anOfficer(db, "Bu Dewi", null);
  await counted("Satu", [4_000_000, 0, true]);
  await counted("Dua dua", [6_000_000, 1_000_000, true]);
  await counted("=1+1", [1_000_000, 3_000_000, false]);
  await counted("Tak mengisi", [null, null, null]);
  await counted("Jauh", [9_000_000, 0, true], LIWA);
  await anApplication(db, { name: "Konsep", status: "draft" });
});

const textOf = async ({ bytes }: { bytes: AsyncIterable<Uint8Array> }) => {
  const parts: Uint8Array[] = [];
  for await (const piece of bytes) parts.push(piece);
  return Buffer.concat(parts);
};

describe("figures of affected businesses", () => {
  it("count only what is filled in, with its day and source", async () => {
    const [here] = await findAffected(db, market.officer, { regencyCode: REGENCY });
    expect(here).toMatchObject({
      // two sellers of the market, four of these; a draft is nobody's business yet
      umkm: 6,
      koperasi: 0,
      counted: 3,
      affected: 2,
      income_known: 3,
      without_income: 1,
      median_before: 4_000_000,
      median_now: 1_000_000,
      sum_before: 11_000_000,
      sum_now: 4_000_000,
      last_counted: "2020-08-17",
      sources: ["Dinas Koperasi"],
    });
  });

  it("of the province are its regencies' together, first in the list", async () => {
    const all = await findAffected(db, province, { regencyCode: null });
    expect(all).toHaveLength(16);
    expect(all[0]).toMatchObject({ code: "18", umkm: 7, affected: 3, without_income: 2 });
    expect(all.slice(1).reduce((sum, row) => sum + row.umkm, 0)).toBe(7);
  });

  it("are another regency's officers' business neither to read nor to take away", async () => {
    await expect(findAffected(db, market.foreignOfficer, { regencyCode: REGENCY })).rejects.toThrow(
      NotAllowed,
    );
    await expect(findAffected(db, market.foreignOfficer, { regencyCode: null })).rejects.toThrow(NotFound);
    const asked = { type: "csv", regencyCode: REGENCY } as const;
    await expect(exportUmkm(market.foreignOfficer, db, asked)).rejects.toThrow(NotAllowed);
    await expect(exportUmkm(market.siti.seller, db, asked)).rejects.toThrow(NotAllowed);
    expect(await db.selectFrom("audit_log").select("id").execute()).toEqual([]);
  });
});

describe("the spreadsheet of businesses", () => {
  it("has the mark and the semicolons that Excel here needs, masked NIK, and nothing that runs", async () => {
    const csv = (
      await textOf(await exportUmkm(market.officer, db, { type: "csv", regencyCode: undefined }))
    ).toString();
    expect(csv.startsWith("\ufeffnama_usaha;jenis;")).toBe(true);
    expect(csv.trimEnd().split("\r\n")).toHaveLength(7);
    expect(csv).toContain(`1871${"•".repeat(8)}`);
    expect(csv).not.toContain(TEST_NIK);
    expect(csv).toContain("\r\n'=1+1;");
    expect(csv).not.toContain("Jauh");
    expect(csv).not.toContain("Konsep");
  });

  it("comes as a workbook too, and each is on record with what was taken", async () => {
    const book = await textOf(await exportUmkm(province, db, { type: "xlsx", regencyCode: undefined }));
    expect(book.subarray(0, 2).toString()).toBe("PK");
    const record = await db
      .selectFrom("audit_log")
      .select(["actor_name", "detail", "regency_code"])
      .orderBy("id")
      .execute();
    expect(record).toEqual([
      { actor_name: "Bu Ratna", detail: { format: "CSV", rows: 6 }, regency_code: REGENCY },
      { actor_name: "Bu Dewi", detail: { format: "XLSX", rows: 7 }, regency_code: null },
    ]);
  });
});
