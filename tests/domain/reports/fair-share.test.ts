import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { acceptOrder } from "#app/domain/orders/accept-order.server.ts";
import { assignWarung } from "#app/domain/orders/assign-warung.server.ts";
import { cancelOrder } from "#app/domain/orders/cancel-order.server.ts";
import { declineOrder } from "#app/domain/orders/decline-order.server.ts";
import { expireOffer } from "#app/domain/orders/expire-offer.server.ts";
import type { Judged } from "#app/domain/orders/rank-warung.ts";
import { routeOrder } from "#app/domain/orders/route-order.server.ts";
import { countReasons, explainChoice } from "#app/domain/reports/explain-choice.ts";
import { type ShopMonth, shareOrders, sortShops } from "#app/domain/reports/fair-share.ts";
import { findFairShare } from "#app/domain/reports/find-fair-share.server.ts";
import { findWarungChoices } from "#app/domain/reports/find-warung-choices.server.ts";
import { reportMonth } from "#app/domain/reports/report-day.ts";
import { shareSheet } from "#app/domain/reports/share-sheet.ts";
import { pauseForToday } from "#app/domain/warung/pause-for-today.server.ts";
import { resumeOwnWarung } from "#app/domain/warung/resume-own-warung.server.ts";
import { NotAllowed, NotFound } from "#app/lib/errors.ts";
import { aMarket, anOfficer, type Market, REGENCY } from "#tests/factories/market.ts";
import { aPlacedOrder, askedWarung, type TestOrder, walk } from "#tests/factories/order.ts";
import { testDatabase } from "#tests/support/database.ts";

const { db } = await testDatabase();
const month = reportMonth(null, new Date());
let market: Market;

beforeAll(async () => {
  market = await aMarket(db);
});

const someRice = () =>
  aPlacedOrder(db, [{ item: { stapleId: market.riceId, regencyCode: REGENCY }, quantity: 1 }]);

const asked = (order: TestOrder) => askedWarung(db, order.id, market);

async function runOut(order: TestOrder): Promise<void> {
  const { id } = await db
    .updateTable("offer")
    .set({ expires_at: new Date(Date.now() - 1000) })
    .where("order_id", "=", order.id)
    .where("status", "=", "pending")
    .returning("id")
    .executeTakeFirstOrThrow();
  await expireOffer(db, id);
}

async function shopOf(name: string) {
  const { shops } = await findFairShare(db, market.officer, { regencyCode: undefined, month });
  return shops.find((shop) => shop.name === name)!;
}

async function slugOf(id: number): Promise<string> {
  const row = await db.selectFrom("warung").select("slug").where("id", "=", id).executeTakeFirstOrThrow();
  return row.slug;
}

describe("how a month's orders were shared", () => {
  it("counts what each warung was asked, how it answered, and what came of it", async () => {
    // Pak Budi is in the village: he is asked first
    const kept = await someRice();
    await walk(db, market, kept, "accepted");
    const cancelled = await someRice();
    await walk(db, market, cancelled, "accepted");
    await cancelOrder(market.officer, db, {
      code: cancelled.code,
      reason: "Diminta pembeli",
      by: { as: "officer" },
    });
    const late = await someRice();
    await walk(db, market, late, "accepted");
    await sql`update "order" set promise_from = promise_from - interval '9 days',
      promise_until = promise_until - interval '9 days' where id = ${late.id}`.execute(db);

    const passedOn = await someRice();
    await routeOrder(db, passedOn.id);
    expect((await asked(passedOn))?.name).toBe(market.budi.name);
    await declineOrder(market.budi.operator, db, { code: passedOn.code, reason: "ramai" });
    await routeOrder(db, passedOn.id);
    const second = (await asked(passedOn))!;
    expect(second.name).not.toBe(market.budi.name);
    await runOut(passedOn);
    await routeOrder(db, passedOn.id);
    await runOut(passedOn);
    await routeOrder(db, passedOn.id);
    await assignWarung(market.officer, db, { code: passedOn.code, warungId: market.budi.id });

    expect(await shopOf(market.budi.name)).toMatchObject({
      offers: 4,
      accepted: 3,
      declined: 1,
      expired: 0,
      assigned: 1,
      toOfficer: 1,
      orders: 4,
      cancelled: 1,
      late: 1,
      acceptance: 0.75,
      share: 1,
      standstill: null,
    });
    expect(await shopOf(second.name)).toMatchObject({
      offers: 1,
      accepted: 0,
      expired: 1,
      toOfficer: 1,
      orders: 0,
      acceptance: 0,
      share: 0,
      medianMinutes: null,
    });
    const found = await findFairShare(db, market.officer, { regencyCode: REGENCY, month });
    expect(found.equalShare).toBeCloseTo(1 / 3);
    expect(found.gini).toBeCloseTo(2 / 3);
  });

  it("measures the answer from when its time ran, not from a night before it", async () => {
    const order = await someRice();
    await routeOrder(db, order.id);
    const warung = (await asked(order))!;
    const before = (await shopOf(warung.name)).accepted;
    // offered at night: half of the fifteen minutes was over 3 minutes from now
    await sql`update offer set offered_at = now() - interval '8 hours', remind_at = now() + interval '3 minutes',
      expires_at = now() + interval '10 minutes 30 seconds' where order_id = ${order.id}`.execute(db);
    await acceptOrder(warung.operator, db, { code: order.code });
    const shop = await shopOf(warung.name);
    expect(shop.accepted).toBe(before + 1);
    // the others were accepted at once
    expect(shop.medianMinutes).toBeLessThanOrEqual(4.6);
  });

  it("tells for how long a warung was paused, and why it stands still now", async () => {
    await sql`update warung set status = 'paused', pause_reason = '3 tawaran berturut-turut tidak dijawab'
      where id = ${market.dedi.id}`.execute(db);
    await sql`update warung_pause set starts_at = greatest(now() - interval '36 hours', ${month.from}::timestamptz)
      where warung_id = ${market.dedi.id}`.execute(db);
    const since = Math.max(Date.now() - 36 * 3_600_000, month.from.getTime());
    const days = Math.round((Date.now() - since) / 8_640_000) / 10;
    const paused = await shopOf(market.dedi.name);
    expect(paused.standstill).toBe("jeda: 3 tawaran berturut-turut tidak dijawab");
    expect(paused.pausedDays).toBeCloseTo(days, 1);
    await resumeOwnWarung(market.dedi.operator, db);
    expect(await shopOf(market.dedi.name)).toMatchObject({ standstill: null, pausedDays: paused.pausedDays });
    const rows = await sql<{ open: boolean }>`select ends_at is null as open from warung_pause
      where warung_id = ${market.dedi.id}`.execute(db);
    expect(rows.rows).toEqual([{ open: false }]);

    await pauseForToday(market.dedi.operator, db);
    expect((await shopOf(market.dedi.name)).standstill).toMatch(/^tutup dulu sampai /);
    await resumeOwnWarung(market.dedi.operator, db);
    expect((await shopOf(market.dedi.name)).standstill).toBeNull();
  });

  it("is a regency's own; the province chooses", async () => {
    await expect(findFairShare(db, market.foreignOfficer, { regencyCode: REGENCY, month })).rejects.toThrow(
      NotAllowed,
    );
    const own = await findFairShare(db, market.foreignOfficer, { regencyCode: undefined, month });
    expect(own.regency.code).toBe("18.09");
    expect(own.regencies).toHaveLength(1);
    expect(own.shops).toEqual([]);
    const province = await anOfficer(db, "Bu Dewi", null);
    const chosen = await findFairShare(db, province, { regencyCode: REGENCY, month });
    expect(chosen.shops).toHaveLength(3);
    expect(chosen.regencies).toHaveLength(15);
    await expect(findFairShare(db, province, { regencyCode: "18.99", month })).rejects.toThrow(NotFound);
    await expect(findFairShare(db, market.siti.seller, { regencyCode: REGENCY, month })).rejects.toThrow(
      NotAllowed,
    );
  });
});

const shop = (name: string, figures: Partial<ShopMonth> = {}): ShopMonth => ({
  slug: name.toLowerCase(),
  name,
  place: "Kedaton",
  status: "ready",
  standstill: null,
  wasReady: true,
  offers: 0,
  accepted: 0,
  declined: 0,
  expired: 0,
  assigned: 0,
  toOfficer: 0,
  medianMinutes: null,
  orders: 0,
  late: 0,
  cancelled: 0,
  pausedDays: 0,
  ...figures,
});

describe("shares", () => {
  it("leave out who could not take orders yet, and divide nothing by nothing", () => {
    const none = shareOrders([shop("A"), shop("B", { wasReady: false })]);
    expect(none).toMatchObject({ orders: 0, equalShare: 1, gini: null });
    expect(none.shops.map(({ share, acceptance }) => [share, acceptance])).toEqual([
      [0, null],
      [0, null],
    ]);
    expect(shareOrders([])).toMatchObject({ equalShare: 0, gini: null });
  });

  it("sort both ways, and what has no value stands last either way", () => {
    const { shops } = shareOrders([
      shop("A", { medianMinutes: 4, orders: 1 }),
      shop("B", { orders: 3 }),
      shop("C", { medianMinutes: 2, orders: 3 }),
    ]);
    const names = (by: "menit" | "pesanan" | "nama", rising: boolean) =>
      sortShops(shops, by, rising)
        .map(({ name }) => name)
        .join("");
    expect(names("menit", true)).toBe("CAB");
    expect(names("menit", false)).toBe("ACB");
    expect(names("pesanan", false)).toBe("BCA");
    expect(names("nama", true)).toBe("ABC");
    expect(names("nama", false)).toBe("CBA");
  });

  it("are a spreadsheet with decimal commas", () => {
    const found = shareOrders([
      shop("A", { orders: 1, accepted: 2, declined: 1, medianMinutes: 2.5 }),
      shop("B"),
    ]);
    const { rows, name } = shareSheet(found.shops, found, { month: "2026-11", regency: "18.71" });
    expect(name).toBe("bagian-warung-18.71-2026-11");
    expect(rows[0]!.slice(4, 13)).toEqual([1, "100,0", "50,0", 0, 2, 1, 0, "66,7", "2,5"]);
  });
});

const judged = (warungId: number, facts: Partial<Judged> = {}): Judged => ({
  warungId,
  name: `Warung ${warungId}`,
  mobile: "+6281272000001",
  rank: warungId,
  filteredBy: null,
  distanceM: 1_000,
  sameVillage: false,
  sameDistrict: false,
  staplesOut: [],
  staplesFew: 0,
  heldToday: 4,
  capacityToday: 40,
  ordersThisMonth: 10,
  chosen: false,
  sibling: false,
  ...facts,
});

const why = (asked: Partial<Judged> | null, mine: Partial<Judged> | null, more = {}) =>
  explainChoice({
    mine: mine && judged(2, mine),
    asked: asked && judged(1, asked),
    askedIsMine: false,
    byOfficer: false,
    hasStaples: true,
    outcome: "accepted",
    declinedReason: null,
    ...more,
  });

describe("why a warung was not chosen", () => {
  it.each([
    ["pembeli memilih warung lain", { chosen: true }, {}],
    ["warung lain mengantar pesanan lain dari belanja yang sama", { sibling: true }, {}],
    ["letak warung ini belum diukur", {}, { distanceM: null }],
    ["sembako yang dipesan tinggal sedikit di rak", {}, { staplesFew: 2 }],
    ["warung lain satu desa/kelurahan dengan pembeli", { sameVillage: true }, { distanceM: 10 }],
    [
      "warung lain mendapat lebih sedikit pesanan bulan itu",
      { distanceM: 3_000, overShare: -20 },
      { overShare: 20 },
    ],
    ["warung lain lebih dekat", {}, { distanceM: 2_000 }],
    ["warung lain lebih lengang hari itu", { ordersThisMonth: 90 }, { heldToday: 12 }],
    ["warung lain mendapat lebih sedikit pesanan bulan itu", {}, { ordersThisMonth: 11 }],
    ["sama dalam segala hal; warung lain lebih dulu terdaftar", {}, {}],
    ["tempat terakhir pada jam antar itu baru saja terisi", { rank: 3 }, {}],
    ["Beras Medium habis", {}, { rank: null, filteredBy: "staple_out", staplesOut: ["Beras Medium"] }],
    ["tidak melayani desa pembeli", {}, { rank: null, filteredBy: "not_serving" }],
  ] as const)("%s", (reason, asked, mine) => {
    expect(why(asked, mine)).toMatchObject({ chosen: false, reason });
  });

  it("also when nobody was asked, an officer decided, or it was not looked at", () => {
    expect(why(null, {}).reason).toBe("pesanan diserahkan ke petugas sebelum gilirannya");
    expect(why({ chosen: true }, {}, { byOfficer: true }).reason).toBe("petugas menugaskan warung lain");
    expect(why({}, null).reason).toBe("desa pembeli belum masuk wilayah layanannya waktu itu");
  });

  it("and why it was: asked by the rules, or by an officer", () => {
    expect(why({}, { sameVillage: true }, { askedIsMine: true })).toEqual({
      chosen: true,
      reason: "ditawari, diterima",
      detail: "satu desa/kelurahan dengan pembeli, semua sembako ada, 4 pesanan hari itu",
    });
    const declined = { askedIsMine: true, outcome: "declined", declinedReason: "Warung sedang ramai" };
    expect(why({}, {}, declined).reason).toBe("ditawari, ditolak: Warung sedang ramai");
    expect(why({}, {}, { askedIsMine: true, byOfficer: true }).reason).toBe("ditugaskan petugas");
  });

  it("is counted, the most frequent first", () => {
    expect(
      countReasons([why({}, { distanceM: 9_000 }), why(null, {}), why({}, { distanceM: 5_000 })]),
    ).toEqual([
      { reason: "warung lain lebih dekat", chosen: false, times: 2 },
      { reason: "pesanan diserahkan ke petugas sebelum gilirannya", chosen: false, times: 1 },
    ]);
  });
});

describe("the choices of one warung", () => {
  it("are told for every look at its villages, with the sums of the reasons", async () => {
    const slug = await slugOf(market.ani.id);
    await sql`update warung_staple set availability = 'habis' where warung_id = ${market.ani.id}
      and staple_id = ${market.riceId}`.execute(db);
    const order = await someRice();
    await walk(db, market, order, "accepted");
    const found = await findWarungChoices(db, market.officer, { slug });
    expect(found.orders[0]).toMatchObject({
      code: order.code,
      village: "Kedaton",
      chosen: false,
      reason: "Beras Medium habis",
      asked: market.budi.name,
    });
    expect(found.reasons.reduce((sum, { times }) => sum + times, 0)).toBe(found.looked);
    expect(found.reasons).toContainEqual({
      reason: "warung lain satu desa/kelurahan dengan pembeli",
      chosen: false,
      times: 5,
    });
    expect(found).toMatchObject({ complete: true, next: null });
    const older = await findWarungChoices(db, market.officer, { slug, after: found.orders[0]!.id });
    expect(older.orders).toHaveLength(found.orders.length - 1);
    expect(older.looked).toBe(found.looked);
  });

  it("say when an officer gave it the order, which is no choice of the buyer's", async () => {
    const found = await findWarungChoices(db, market.officer, { slug: await slugOf(market.budi.id) });
    expect(found.reasons).toContainEqual({ reason: "ditugaskan petugas", chosen: true, times: 1 });
  });

  it("are for the officers of its regency alone", async () => {
    const slug = await slugOf(market.budi.id);
    await expect(findWarungChoices(db, market.foreignOfficer, { slug })).rejects.toThrow(NotAllowed);
    await expect(findWarungChoices(db, market.budi.operator, { slug })).rejects.toThrow(NotAllowed);
    await expect(findWarungChoices(db, market.officer, { slug: "tidak-ada" })).rejects.toThrow(NotFound);
  });
});
