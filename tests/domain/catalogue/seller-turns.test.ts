import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { findIntroduced } from "#app/domain/catalogue/find-introduced.server.ts";
import { giveSellerTurns } from "#app/domain/catalogue/give-seller-turns.server.ts";
import { INTRODUCED, TURNS } from "#app/domain/catalogue/seller-turns.ts";
import { addMinutes, midnightWib } from "#app/lib/clock.ts";
import { fillCatalogue } from "#tests/search/catalogue.ts";
import { testDatabase } from "../../support/database.ts";

const { db } = await testDatabase();
const FIRST = midnightWib("2026-03-01");
const dayAfter = (days: number) => addMinutes(FIRST, days * 24 * 60);
const BUSY = "18.71";

beforeAll(async () => {
  await fillCatalogue(db);
  // One regency with more sellers than have room on a day.
  await sql`update umkm set regency_code = ${BUSY} where id % 2 = 0`.execute(db);
});

type Count = { id: number; regency_code: string; turns: number; has_goods: boolean };

async function turns(): Promise<Count[]> {
  const { rows } = await sql<Count>`
    select u.id, u.regency_code, (select count(*)::int from seller_turn t where t.umkm_id = u.id) as turns,
      exists (select 1 from product p where p.umkm_id = u.id and p.public and p.in_stock) as has_goods
    from umkm u order by u.id`.execute(db);
  return rows;
}

describe("sellers take turns in being introduced", () => {
  it("each seller with goods has a turn within the days promised, and none twice as many as another", async () => {
    for (let day = 0; day < TURNS.days; day++) await giveSellerTurns(db, dayAfter(day));
    const all = await turns();
    expect(all.filter(({ has_goods }) => has_goods).length).toBeGreaterThan(200);
    for (const { has_goods, turns } of all) expect(turns > 0).toBe(has_goods);
    const busy = all.filter((seller) => seller.has_goods && seller.regency_code === BUSY);
    expect(busy.length).toBeGreaterThan(TURNS.least * 2);
    const counts = busy.map((seller) => seller.turns);
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
  });

  it("a day's turns are given once, however many workers try", async () => {
    const before = await turns();
    await Promise.all([1, 2, 3].map(() => giveSellerTurns(db, dayAfter(TURNS.days - 1))));
    expect(await turns()).toEqual(before);
  });

  it("the newest seller is next, and who has nothing to sell waits", async () => {
    const [first, second] = (await turns()).filter(
      (seller) => seller.regency_code === BUSY && seller.has_goods,
    );
    await sql`delete from seller_turn where umkm_id = ${first!.id}`.execute(db);
    await sql`delete from seller_turn where umkm_id = ${second!.id}`.execute(db);
    await sql`update variant set stock = 0 where umkm_id = ${second!.id}`.execute(db);
    const tomorrow = dayAfter(TURNS.days);
    await giveSellerTurns(db, tomorrow);
    const { rows } = await sql<{ umkm_id: number }>`
      select umkm_id from seller_turn where day = '2026-03-31' and regency_code = ${BUSY} order by place`.execute(
      db,
    );
    expect(rows[0]!.umkm_id).toBe(first!.id);
    expect(rows.map((row) => row.umkm_id)).not.toContain(second!.id);
  });
});

describe("the row of makers", () => {
  const at = dayAfter(TURNS.days);
  const shownOver = async (hours: number, where: Parameters<typeof findIntroduced>[1]) => {
    const shown = new Map<string, number>();
    for (let minute = 0; minute < hours * 60; minute += 15) {
      const makers = await findIntroduced(db, where, addMinutes(at, minute));
      expect(makers.length).toBeLessThanOrEqual(INTRODUCED);
      expect(new Set(makers.map(({ slug }) => slug)).size).toBe(makers.length);
      for (const { slug } of makers) shown.set(slug, (shown.get(slug) ?? 0) + 1);
    }
    return shown;
  };

  it("goes round all of a day evenly, and is the same for all within a quarter of an hour", async () => {
    const shown = await shownOver(24, { regencies: [BUSY], categories: [] });
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from seller_turn where day = '2026-03-31' and regency_code = ${BUSY}`.execute(
      db,
    );
    expect(shown.size).toBe(rows[0]!.count);
    expect(Math.max(...shown.values()) - Math.min(...shown.values())).toBeLessThanOrEqual(1);
    const makersAt = (minute: number) =>
      findIntroduced(db, { regencies: [], categories: [] }, addMinutes(at, minute));
    expect(await makersAt(1)).toEqual(await makersAt(14));
    expect(await makersAt(15)).not.toEqual(await makersAt(14));
  });

  it("shows what belongs on the page: makers of that kind, from that place", async () => {
    const makers = await findIntroduced(db, { regencies: [], categories: ["kopi"] }, at);
    expect(makers.length).toBeGreaterThan(0);
    for (const { product } of makers) {
      const rows = await db
        .selectFrom("product")
        .select("category_slug")
        .where("name", "=", product)
        .execute();
      expect(rows.map((row) => row.category_slug)).toContain("kopi");
    }
  });

  it("goes on with the last day's sellers when no turns were given since", async () => {
    const makers = await findIntroduced(db, { regencies: [BUSY], categories: [] }, dayAfter(TURNS.days + 5));
    expect(makers.length).toBe(INTRODUCED);
  });
});
