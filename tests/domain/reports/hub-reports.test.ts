import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { guest } from "#app/domain/accounts/actor.ts";
import { confirmSellerLine } from "#app/domain/orders/confirm-seller-line.server.ts";
import { deliverOrder } from "#app/domain/orders/deliver-order.server.ts";
import { handOverSellerLine } from "#app/domain/orders/hand-over-seller-line.server.ts";
import { receiveSellerLine } from "#app/domain/orders/receive-seller-line.server.ts";
import { reportSellerShortage } from "#app/domain/orders/report-seller-shortage.server.ts";
import { cashSheet } from "#app/domain/reports/cash-sheet.ts";
import { csvOf } from "#app/domain/reports/csv-of.server.ts";
import { findComingGoods } from "#app/domain/reports/find-coming-goods.server.ts";
import { findDayCash } from "#app/domain/reports/find-day-cash.server.ts";
import { findHandOverList } from "#app/domain/reports/find-hand-over-list.server.ts";
import { findPackingList } from "#app/domain/reports/find-packing-list.server.ts";
import { comingSheet, handOverSheet } from "#app/domain/reports/goods-sheets.ts";
import { packByOrder, packByProduct, packBySeller } from "#app/domain/reports/packing-list.ts";
import { packingSheet } from "#app/domain/reports/packing-sheet.ts";
import { reportDay, WINDOW_KEYS } from "#app/domain/reports/report-day.ts";
import { addMinutes, dateWib, minuteOfDayWib } from "#app/lib/clock.ts";
import { NotAllowed, NotLoggedIn } from "#app/lib/errors.ts";
import {
  aMarket,
  aProduct,
  aSeller,
  type Market,
  REGENCY,
  type TestProduct,
  type TestSeller,
} from "#tests/factories/market.ts";
import { aPlacedOrder, type Basket, type TestOrder, walk } from "#tests/factories/order.ts";
import { testDatabase } from "#tests/support/database.ts";

const { db } = await testDatabase();
let market: Market;
let chips: TestProduct;
let coffee: TestProduct;
const now = new Date();
const today = reportDay(null, now);

const rice = (quantity: number) => ({
  item: { stapleId: market.riceId, regencyCode: REGENCY },
  quantity,
});
const some = ({ variantId }: TestProduct, quantity: number) => ({ item: { variantId }, quantity });

beforeAll(async () => {
  market = await aMarket(db);
  chips = await aProduct(db, market.siti, { name: "Keripik", price: 18_000, stock: 500 });
  coffee = await aProduct(db, market.yuni, { name: "=Kopi", price: 30_000, stock: 500 });
});

/** Every order goes to Pak Budi, whatever the load. */
async function accepted(basket: Basket): Promise<TestOrder> {
  const order = await aPlacedOrder(db, basket);
  await sql`update "order" set chosen_warung_id = ${market.budi.id} where id = ${order.id}`.execute(db);
  expect((await walk(db, market, order, "accepted")).warung.name).toBe(market.budi.name);
  return order;
}

/** The day an order is promised for; late in the evening that is tomorrow. */
async function promisedDay({ id }: TestOrder) {
  const row = await db
    .selectFrom("order")
    .select("promise_until")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  return { day: reportDay(dateWib(row.promise_until), now), until: row.promise_until };
}

async function textOf({ bytes }: { bytes: AsyncIterable<Uint8Array> }): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const piece of bytes) parts.push(piece);
  return Buffer.concat(parts).toString("utf8");
}

describe("the packing list", () => {
  let first: TestOrder;
  let second: TestOrder;
  const operator = () => market.budi.operator;

  beforeAll(async () => {
    first = await accepted([some(chips, 2), some(coffee, 1), rice(5)]);
    second = await accepted([some(chips, 3), rice(2)]);
  });

  it("adds up the same lines by order, by seller and by product", async () => {
    const { day } = await promisedDay(first);
    const { warung, lines } = await findPackingList(db, operator(), { day });
    expect(warung).toBe("Warung Pak Budi");
    const byOrder = packByOrder(lines);
    expect(byOrder.map((own) => own.map(({ quantity }) => quantity).sort())).toEqual(
      expect.arrayContaining([
        [1, 2, 5],
        [2, 3],
      ]),
    );
    const bySeller = packBySeller(lines);
    expect(bySeller.map(({ seller, goods }) => [seller, goods.map(({ pieces }) => pieces)])).toEqual([
      [null, [7]],
      ["Dapur Bu Siti", [5]],
      ["Keripik Yuni", [1]],
    ]);
    const byProduct = packByProduct(lines);
    expect(byProduct.map(({ name, pieces }) => [name.replace(/ \d+$/, ""), pieces])).toEqual([
      ["=Kopi", 1],
      ["Beras Medium", 7],
      ["Keripik", 5],
    ]);
    expect(byProduct[2]!.codes).toEqual(
      expect.arrayContaining([
        { code: first.code, pieces: 2 },
        { code: second.code, pieces: 3 },
      ]),
    );
  });

  it("is for one delivery window when asked, and empty for the others", async () => {
    const { day, until } = await promisedDay(first);
    const key = String(minuteOfDayWib(addMinutes(until, -240)) / 60).padStart(2, "0");
    expect(WINDOW_KEYS).toContain(key);
    for (const window of WINDOW_KEYS) {
      const { lines } = await findPackingList(db, operator(), { day, window });
      expect(lines.length > 0, window).toBe(window === key);
    }
  });

  it("keeps what is overdue on today's list, and says so", async () => {
    const before = await promisedDay(second);
    await sql`update "order" set promise_from = promise_from - interval '3 days',
      promise_until = promise_until - interval '3 days' where id = ${second.id}`.execute(db);
    const { lines } = await findPackingList(db, operator(), { day: today });
    const overdue = lines.filter(({ code }) => code === second.code);
    expect(overdue).toHaveLength(2);
    expect(overdue.every(({ late }) => late)).toBe(true);
    await sql`update "order" set promise_from = promise_from + interval '3 days',
      promise_until = promise_until + interval '3 days' where id = ${second.id}`.execute(db);
    expect((await promisedDay(second)).until).toEqual(before.until);
  });

  it("knows what lies in the shop, and leaves out what a seller does not have", async () => {
    const { code } = first;
    await confirmSellerLine(market.siti.seller, db, { code });
    await handOverSellerLine(market.siti.seller, db, { code });
    await receiveSellerLine(operator(), db, { code, umkmId: market.siti.id });
    await sql`update seller_line set status = 'unavailable' where order_id = ${first.id} and umkm_id = ${market.yuni.id}`.execute(
      db,
    );
    const { day } = await promisedDay(first);
    const { lines } = await findPackingList(db, operator(), { day });
    const siti = packBySeller(lines).find(({ umkmId }) => umkmId === market.siti.id)!;
    expect(siti.goods[0]).toMatchObject({ pieces: 5, there: 2 });
    expect(lines.map(({ seller }) => seller)).not.toContain("Keripik Yuni");
    await sql`update seller_line set status = 'pending' where order_id = ${first.id} and umkm_id = ${market.yuni.id}`.execute(
      db,
    );
  });

  it("is the operator's own, and another warung sees nothing of it", async () => {
    const { day } = await promisedDay(first);
    expect((await findPackingList(db, market.ani.operator, { day })).lines).toEqual([]);
    await expect(findPackingList(db, market.siti.seller, { day })).rejects.toThrow(NotAllowed);
    await expect(findPackingList(db, guest, { day })).rejects.toThrow(NotLoggedIn);
  });

  it("is a spreadsheet in which nothing typed runs as a formula", async () => {
    const { day } = await promisedDay(first);
    const { lines } = await findPackingList(db, operator(), { day });
    const csv = await textOf(csvOf(packingSheet(lines, "pesanan", day)));
    expect(csv.startsWith("\ufeffkode;pembeli;")).toBe(true);
    expect(csv).toMatch(/;'=Kopi \d+;/);
    expect(csv.trimEnd().split("\r\n")).toHaveLength(lines.length + 1);
    const perSeller = packingSheet(lines, "penjual", day);
    expect(perSeller.name).toBe(`kemas-per-penjual-${day.date}`);
    expect(perSeller.rows.map((row) => row[4])).toEqual([7, 5, 1]);
    const perProduct = packingSheet(lines, "produk", day);
    expect(perProduct.rows.map((row) => [row[0], row[4]])).toEqual([
      ["Keripik Yuni", 1],
      ["Rak warung", 7],
      ["Dapur Bu Siti", 5],
    ]);
  });

  it("tells the warung what sellers bring, and each seller what to hand over to whom", async () => {
    const due = await db
      .selectFrom("seller_line")
      .select("hand_over_by")
      .where("order_id", "=", second.id)
      .executeTakeFirstOrThrow();
    const day = reportDay(dateWib(due.hand_over_by), now);
    const { sellers } = await findComingGoods(db, operator(), { day });
    const siti = sellers.find(({ umkmId }) => umkmId === market.siti.id)!;
    // two of the five came in above
    expect(siti.goods.map(({ pieces, codes }) => [pieces, codes])).toEqual([
      [3, [{ code: second.code, pieces: 3 }]],
    ]);
    expect(siti.mobile).toMatch(/^\+62/);
    expect(comingSheet(sellers, day.date).rows).toHaveLength(2);

    const all = await findHandOverList(db, market.siti.seller, { day: null });
    expect(all.warung).toHaveLength(1);
    expect(all.warung[0]).toMatchObject({ name: "Warung Pak Budi", keeper: "Warung Pak Budi" });
    expect(all.warung[0]!.goods.map(({ pieces }) => pieces)).toEqual([3]);
    expect(JSON.stringify(all)).not.toMatch(/Rina|81234567890|Pramuka/);
    expect(handOverSheet(all.warung, day.date).rows[0]!.slice(-4)).toEqual([
      "250 g",
      3,
      "Perlu dikonfirmasi",
      `${second.code} (3)`,
    ]);
    expect((await findHandOverList(db, market.siti.seller, { day })).warung).toHaveLength(1);
    const later = reportDay(dateWib(addMinutes(due.hand_over_by, 10 * 24 * 60)), now);
    expect((await findHandOverList(db, market.siti.seller, { day: later })).warung).toEqual([]);
    await expect(findHandOverList(db, operator(), { day: null })).rejects.toThrow(NotAllowed);
    await expect(findComingGoods(db, market.siti.seller, { day })).rejects.toThrow(NotAllowed);
  });
});

describe("the day's cash", () => {
  /** What the ledger has of accounts like this, for today; debit is positive. */
  async function booked(pattern: string): Promise<number> {
    const { rows } = await sql<{ amount: number }>`
      select coalesce(sum(e.amount), 0)::bigint as amount from ledger_entry e join posting p on p.id = e.posting_id
       where e.account like ${pattern} and p.at >= ${today.from} and p.at < ${today.until}`.execute(db);
    return rows[0]!.amount;
  }

  async function delivered(basket: Basket, sellers: readonly TestSeller[] = []): Promise<TestOrder> {
    const order = await aPlacedOrder(db, basket);
    await sql`update "order" set chosen_warung_id = ${market.ani.id} where id = ${order.id}`.execute(db);
    const { operator } = await walk(db, market, order, "out_for_delivery", sellers);
    await deliverOrder(operator, db, { code: order.code, pin: order.pin });
    return order;
  }

  /** Cloth from Pesawaran, whose way to the warung costs something. */
  async function farCloth(): Promise<{ ratu: TestSeller; cloth: TestProduct }> {
    const ratu = await aSeller(db, "Tapis Ratu");
    const cloth = await aProduct(db, ratu, { name: "Selendang Tapis", price: 175_000 });
    await sql`update product set made_in_district_code = '18.09.03', regency_code = '18.09' where id = ${cloth.productId}`.execute(
      db,
    );
    await sql`update umkm set village_code = (select min(code) from village where district_code = '18.09.03')
      where id = ${ratu.id}`.execute(db);
    return { ratu, cloth };
  }

  it("agrees with the ledger, order by order and in each sum", async () => {
    const { ratu, cloth } = await farCloth();
    const mixed = await delivered([some(chips, 2), some(coffee, 1), rice(5)], [market.siti, market.yuni]);
    const far = await delivered([some(cloth, 1)], [ratu]);
    const staples = await delivered([rice(3)]);
    const { moves, sums, sellers, warung } = await findDayCash(db, market.ani.operator, { day: today });
    expect(warung).toBe("Warung Bu Ani");
    expect(moves.map(({ code }) => code)).toEqual([mixed.code, far.code, staples.code]);
    for (const move of moves) {
      const { total, delivery_fee, first_leg_fee } = await db
        .selectFrom("order")
        .select(["total", "delivery_fee", "first_leg_fee"])
        .where("code", "=", move.code!)
        .executeTakeFirstOrThrow();
      expect(move).toMatchObject({
        cash: total,
        deliveryFee: delivery_fee,
        firstLeg: first_leg_fee,
        buyer: "Rina Yulianti",
        deliveredBy: "Warung Bu Ani",
        what: "Diserahkan",
        other: 0,
      });
      expect(move.goods + move.firstLeg + move.staples + move.deliveryFee).toBe(move.cash);
    }
    expect(moves[0]).toMatchObject({ goods: 66_000, staples: 67_500 });
    expect(moves[1]).toMatchObject({ goods: 175_000, staples: 0 });
    expect(moves[1]!.firstLeg).toBeGreaterThan(0);
    expect(moves[2]).toMatchObject({ goods: 0, firstLeg: 0, staples: 40_500 });

    expect(sums.cash).toBe(await booked(`warung:${market.ani.id}:kas`));
    expect(sums.staples + sums.deliveryFee).toBe(-(await booked(`warung:${market.ani.id}:pendapatan`)));
    // nobody else delivered today
    expect(sums.goods + sums.firstLeg).toBe(-(await booked("umkm:%")));
    for (const { seller, amount } of sellers) {
      const { id } = [market.siti, market.yuni, ratu].find(({ name }) => name === seller)!;
      expect(amount).toBe(-(await booked(`umkm:${id}:piutang`)));
    }
    expect(sellers.map(({ seller }) => seller).sort()).toEqual([
      "Dapur Bu Siti",
      "Keripik Yuni",
      "Tapis Ratu",
    ]);
  });

  it("follows whatever else is booked on the till", async () => {
    const before = await findDayCash(db, market.ani.operator, { day: today });
    const code = before.moves[0]!.code!;
    await db.transaction().execute(async (tx) => {
      const { id } = await tx
        .insertInto("posting")
        .columns(["key", "kind", "order_id"])
        .expression((eb) =>
          eb
            .selectFrom("order")
            .select((row) => [
              row.val(`test-refund:${code}`).as("key"),
              row.val("cash_refund").as("kind"),
              "order.id",
            ])
            .where("code", "=", code),
        )
        .returning("id")
        .executeTakeFirstOrThrow();
      await tx
        .insertInto("ledger_entry")
        .values([
          { posting_id: id, account: `warung:${market.ani.id}:kas`, amount: -18_000 },
          { posting_id: id, account: `umkm:${market.siti.id}:piutang`, amount: 18_000 },
        ])
        .execute();
    });
    const { moves, sums, sellers } = await findDayCash(db, market.ani.operator, { day: today });
    expect(moves.at(-1)).toMatchObject({
      what: "Uang dikembalikan",
      code,
      cash: -18_000,
      goods: -18_000,
      firstLeg: 0,
      deliveryFee: 0,
    });
    expect(sums.cash).toBe(before.sums.cash - 18_000);
    expect(sums.goods).toBe(before.sums.goods - 18_000);
    const of = (list: typeof sellers) => list.find(({ seller }) => seller === "Dapur Bu Siti")!.amount;
    expect(of(sellers)).toBe(of(before.sellers) - 18_000);
  });

  it("is a spreadsheet whose last row is the sum", async () => {
    const cash = await findDayCash(db, market.ani.operator, { day: today });
    const { rows, name } = cashSheet(cash, today);
    expect(name).toBe(`kas-${today.date}`);
    expect(rows).toHaveLength(cash.moves.length + 1);
    expect(rows.at(-1)![5]).toBe(cash.sums.cash);
  });

  it("is each warung's own, and each day's own", async () => {
    expect((await findDayCash(db, market.budi.operator, { day: today })).moves).toEqual([]);
    const yesterday = reportDay(dateWib(addMinutes(now, -24 * 60)), now);
    expect((await findDayCash(db, market.ani.operator, { day: yesterday })).moves).toEqual([]);
    await expect(findDayCash(db, market.officer, { day: today })).rejects.toThrow(NotAllowed);
  });
});

describe("goods that are missing", () => {
  it("are on no list while the buyer is asked, and the pieces that are there stay on it", async () => {
    const order = await accepted([some(chips, 4), rice(1)]);
    const line = await db
      .selectFrom("order_line")
      .select("id")
      .where("order_id", "=", order.id)
      .where("variant_id", "is not", null)
      .executeTakeFirstOrThrow();
    await reportSellerShortage(market.siti.seller, db, {
      code: order.code,
      lineId: line.id,
      pieces: 3,
      reason: "habis",
      stockLeft: 500,
      substitute: null,
    });
    const { day } = await promisedDay(order);
    const packing = await findPackingList(db, market.budi.operator, { day });
    const own = packing.lines.filter(({ code }) => code === order.code);
    expect(own.map(({ quantity }) => quantity)).toEqual([1, 1]);
    const { warung } = await findHandOverList(db, market.siti.seller, { day: null });
    const codes = warung.flatMap(({ goods }) => goods.flatMap((one) => one.codes));
    expect(codes).toContainEqual({ code: order.code, pieces: 1 });
  });
});
