import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { guest } from "#app/domain/accounts/actor.ts";
import { findStockHistory } from "#app/domain/catalogue/find-stock-history.server.ts";
import { assignWarung } from "#app/domain/orders/assign-warung.server.ts";
import { cancelOrder } from "#app/domain/orders/cancel-order.server.ts";
import { confirmSellerLine } from "#app/domain/orders/confirm-seller-line.server.ts";
import { decideShortage } from "#app/domain/orders/decide-shortage.server.ts";
import { deliverOrder } from "#app/domain/orders/deliver-order.server.ts";
import { dispatchOrder } from "#app/domain/orders/dispatch-order.server.ts";
import { expireShortage } from "#app/domain/orders/expire-shortage.server.ts";
import { findOfficerCase } from "#app/domain/orders/find-officer-case.server.ts";
import { findTracking } from "#app/domain/orders/find-tracking.server.ts";
import { gatherStaple } from "#app/domain/orders/gather-staple.server.ts";
import { handOverSellerLine } from "#app/domain/orders/hand-over-seller-line.server.ts";
import { markReady } from "#app/domain/orders/mark-ready.server.ts";
import type { MissingChoice } from "#app/domain/orders/missing-choices.ts";
import { receiveSellerLine } from "#app/domain/orders/receive-seller-line.server.ts";
import { reportSellerShortage } from "#app/domain/orders/report-seller-shortage.server.ts";
import { reportWarungShortage } from "#app/domain/orders/report-warung-shortage.server.ts";
import type { ShortageDecision } from "#app/domain/orders/settle-shortage.server.ts";
import { sweepDeadlines } from "#app/domain/orders/sweep-deadlines.server.ts";
import { takeOverOrder } from "#app/domain/orders/take-over-order.server.ts";
import { BadInput, NotAllowed, NotFound, StaleOrder } from "#app/lib/errors.ts";
import { aMarket, aProduct, type Market, REGENCY, type TestProduct } from "#tests/factories/market.ts";
import { aPlacedOrder, statusOf, type TestOrder, walk } from "#tests/factories/order.ts";
import {
  lineOf,
  linesOf,
  runOutOfAnswerTime,
  shortageOf,
  stockOf,
  totalsOf,
} from "#tests/factories/shortage.ts";
import { testDatabase } from "#tests/support/database.ts";

const { db } = await testDatabase();
let market: Market;
/** 18.000 of Bu Siti, and her cheaper and dearer others; one of Bu Yuni */
let chips: TestProduct;
let cheaper: TestProduct;
let dearer: TestProduct;
let yunis: TestProduct;

beforeAll(async () => {
  market = await aMarket(db);
  chips = await aProduct(db, market.siti, { price: 18_000, stock: 500 });
  cheaper = await aProduct(db, market.siti, { name: "Dodol", price: 15_000, stock: 500 });
  dearer = await aProduct(db, market.siti, { name: "Kemplang", price: 25_000, stock: 500 });
  yunis = await aProduct(db, market.yuni, { name: "Kopi Bubuk", price: 20_000, stock: 500 });
});

/** Three bags of Bu Siti's chips and five of rice, accepted by a warung. */
async function anOrder(missingChoice: MissingChoice = "drop", withYuni = false) {
  const order = await aPlacedOrder(
    db,
    [
      { item: { variantId: chips.variantId }, quantity: 3 },
      ...(withYuni ? [{ item: { variantId: yunis.variantId }, quantity: 1 }] : []),
      { item: { stapleId: market.riceId, regencyCode: REGENCY }, quantity: 5 },
    ],
    { missingChoice },
  );
  const { warung, operator } = await walk(db, market, order, "accepted");
  const line = await lineOf(db, order, chips);
  return { ...order, warung, operator, line };
}

const sellerMisses = (
  order: TestOrder & { line: { id: number } },
  pieces: number,
  substitute: { variantId: number; quantity: number } | null = null,
  stockLeft = 0,
) =>
  reportSellerShortage(market.siti.seller, db, {
    code: order.code,
    lineId: order.line.id,
    pieces,
    reason: "habis",
    stockLeft,
    substitute,
  });

const answer = async (order: TestOrder & { line: { id: number } }, decision: ShortageDecision) =>
  decideShortage(guest, db, {
    code: order.code,
    shortageId: (await shortageOf(db, order.line.id)).id,
    decision,
    by: { as: "buyer", secret: order.secret },
  });

const orderRow = (id: number) =>
  db.selectFrom("order").selectAll().where("id", "=", id).executeTakeFirstOrThrow();

async function heldBy(warungId: number): Promise<number> {
  const rows = await db
    .selectFrom("warung_window")
    .select("held")
    .where("warung_id", "=", warungId)
    .execute();
  return rows.reduce((sum, row) => sum + row.held, 0);
}

/** Whatever an earlier test said was gone is there again. */
beforeEach(async () => {
  const ids = [chips, cheaper, dearer, yunis].map((one) => one.variantId);
  await db.updateTable("variant").set({ stock: 500 }).where("id", "in", ids).execute();
  await db.updateTable("warung_staple").set({ availability: "ada" }).execute();
});

describe("a seller who misses pieces", () => {
  it("has the buyer asked, while warung and capacity stay and the others go on", async () => {
    const order = await anOrder("drop", true);
    const held = await heldBy(order.warung.id);
    await sellerMisses(order, 2, { variantId: cheaper.variantId, quantity: 2 });
    const row = await orderRow(order.id);
    expect(row).toMatchObject({ status: "awaiting_buyer", warung_id: order.warung.id });
    expect(await heldBy(order.warung.id)).toBe(held);
    const shortage = await shortageOf(db, order.line.id);
    expect(shortage).toMatchObject({
      pieces: 2,
      reported_by: "seller",
      substitute_price: 15_000,
      substitute_quantity: 2,
      decided_at: null,
    });
    expect(row.deadline_at).toEqual(shortage.deadline_at);
    expect(shortage.deadline_at.getTime()).toBeGreaterThan(Date.now());
    await confirmSellerLine(market.yuni.seller, db, { code: order.code });
    const rice = await lineOf(db, order, { stapleId: market.riceId });
    await gatherStaple(order.operator, db, { code: order.code, lineId: rice.id, gathered: true });
    await expect(markReady(order.operator, db, { code: order.code })).rejects.toThrow(BadInput);
    expect(await totalsOf(db, order.id)).toMatchObject({ goods: 3 * 18_000 + 20_000 + 5 * 13_500 });
  });

  it("asks once when the report is sent twice, and once about each line", async () => {
    const order = await anOrder();
    await sellerMisses(order, 1);
    await sellerMisses(order, 1);
    const asked = await db.selectFrom("shortage").select("id").where("order_id", "=", order.id).execute();
    expect(asked).toHaveLength(1);
  });

  it("does not sell the missing pieces again: the stock is what they say is left, and the history says why", async () => {
    const order = await anOrder();
    expect(await stockOf(db, chips.variantId)).toBe(497);
    await sellerMisses(order, 2, null, 4);
    expect(await stockOf(db, chips.variantId)).toBe(4);
    const { changes } = await findStockHistory(db, market.siti.seller, { variantId: chips.variantId });
    expect(changes[0]).toMatchObject({
      cause: "missing",
      before: 497,
      after: 4,
      order_code: order.code,
      actor_name: "Dapur Bu Siti",
    });
    await answer(order, "dropped");
    expect(await stockOf(db, chips.variantId)).toBe(4);
    // the third bag exists: cancelled now, it comes back, once
    const by = { as: "buyer", secret: order.secret } as const;
    await cancelOrder(guest, db, { code: order.code, reason: "batal", by });
    await cancelOrder(guest, db, { code: order.code, reason: "batal", by });
    expect(await stockOf(db, chips.variantId)).toBe(5);
  });

  it("raises no stock by what is left", async () => {
    const order = await anOrder();
    const before = await stockOf(db, chips.variantId);
    await sellerMisses(order, 1, null, 900_000);
    expect(await stockOf(db, chips.variantId)).toBe(before);
  });

  it("is refused for pieces that were not ordered, goods of others, and goods that were handed over", async () => {
    const order = await anOrder("drop", true);
    await expect(sellerMisses(order, 4)).rejects.toThrow(BadInput);
    await expect(sellerMisses(order, 0)).rejects.toThrow(BadInput);
    const rice = await lineOf(db, order, { stapleId: market.riceId });
    await expect(sellerMisses({ ...order, line: rice }, 1)).rejects.toThrow(NotFound);
    const coffee = await lineOf(db, order, yunis);
    await expect(sellerMisses({ ...order, line: coffee }, 1)).rejects.toThrow(NotFound);
    for (const wrong of [chips, yunis])
      await expect(sellerMisses(order, 1, { variantId: wrong.variantId, quantity: 1 })).rejects.toThrow(
        BadInput,
      );
    await confirmSellerLine(market.siti.seller, db, { code: order.code });
    await handOverSellerLine(market.siti.seller, db, { code: order.code });
    await expect(sellerMisses(order, 1)).rejects.toThrow(StaleOrder);
    expect(await statusOf(db, order.id)).toBe("accepted");
  });
});

describe("the buyer's answer", () => {
  it("drops the pieces: what is left is gathered on, and total and payment follow", async () => {
    const order = await anOrder();
    await sellerMisses(order, 2);
    await answer(order, "dropped");
    await answer(order, "dropped");
    expect(await statusOf(db, order.id)).toBe("accepted");
    expect(await lineOf(db, order, chips)).toMatchObject({ quantity: 1, dropped: 2 });
    const totals = await totalsOf(db, order.id);
    expect(totals).toMatchObject({
      goods: 18_000 + 67_500,
      summed: 18_000 + 67_500,
      total: 90_500,
      due: 90_500,
    });
    await expect(answer(order, "cancelled")).rejects.toThrow(StaleOrder);
  });

  it("takes the substitute at the price that was shown, from stock, as a line of its own", async () => {
    const order = await anOrder();
    await sellerMisses(order, 2, { variantId: dearer.variantId, quantity: 2 });
    await db.updateTable("variant").set({ price: 99_000 }).where("id", "=", dearer.variantId).execute();
    await answer(order, "substituted");
    await db.updateTable("variant").set({ price: 25_000 }).where("id", "=", dearer.variantId).execute();
    const lines = await linesOf(db, order.id);
    expect(lines.at(-1)).toMatchObject({
      variant_id: dearer.variantId,
      quantity: 2,
      substitutes: order.line.id,
    });
    expect(await stockOf(db, dearer.variantId)).toBe(498);
    const totals = await totalsOf(db, order.id);
    expect(totals).toMatchObject({
      goods: 18_000 + 50_000 + 67_500,
      total: totals.due,
      summed: totals.goods,
    });
    const seen = await findTracking(db, { actor: guest, code: order.code, secret: order.secret });
    expect(seen.lines[1]).toMatchObject({
      quantity: 2,
      substitutes: expect.stringContaining("Keripik Pisang"),
    });
  });

  it("hears that the substitute is gone, nothing changes, and chooses again", async () => {
    const rare = await aProduct(db, market.siti, { name: "Sirup", stock: 1 });
    const order = await anOrder();
    await sellerMisses(order, 1, { variantId: rare.variantId, quantity: 1 });
    await aPlacedOrder(db, [{ item: { variantId: rare.variantId }, quantity: 1 }]);
    await expect(answer(order, "substituted")).rejects.toThrow(/bad input: pilihan/);
    expect(await statusOf(db, order.id)).toBe("awaiting_buyer");
    expect(await lineOf(db, order, chips)).toMatchObject({ quantity: 3, dropped: 0 });
    await answer(order, "dropped");
    expect(await statusOf(db, order.id)).toBe("accepted");
    expect(await stockOf(db, rare.variantId)).toBe(0);
  });

  it("cancels the order: what exists comes back once, what is missing does not", async () => {
    const order = await anOrder();
    const held = await heldBy(order.warung.id);
    await sellerMisses(order, 2, null, 10);
    await answer(order, "cancelled");
    expect(await orderRow(order.id)).toMatchObject({ status: "cancelled", held_window: null });
    expect((await orderRow(order.id)).cancelled_reason).toContain("ternyata tidak ada");
    expect(await stockOf(db, chips.variantId)).toBe(11);
    expect(await heldBy(order.warung.id)).toBe(held - 1);
  });

  it("waits until the last of several questions is answered", async () => {
    const order = await anOrder("drop", true);
    await sellerMisses(order, 1);
    const rice = await lineOf(db, order, { stapleId: market.riceId });
    await reportWarungShortage(order.operator, db, {
      code: order.code,
      lineId: rice.id,
      pieces: 2,
      reason: "habis",
      substitute: { stapleId: market.eggsId, quantity: 1 },
    });
    await answer(order, "dropped");
    expect(await statusOf(db, order.id)).toBe("awaiting_buyer");
    await answer({ ...order, line: rice }, "substituted");
    expect(await statusOf(db, order.id)).toBe("accepted");
    expect(await totalsOf(db, order.id)).toMatchObject({ goods: 2 * 18_000 + 20_000 + 3 * 13_500 + 28_000 });
  });

  it("is nobody else's, and an officer of the regency may give it on the telephone", async () => {
    const [order, other] = [await anOrder(), await anOrder()];
    await sellerMisses(order, 3);
    const { id: shortageId } = await shortageOf(db, order.line.id);
    const ask = { code: order.code, shortageId, decision: "dropped" } as const;
    await expect(decideShortage(guest, db, { ...ask, by: { as: "buyer", secret: "guess" } })).rejects.toThrow(
      NotFound,
    );
    await expect(
      decideShortage(market.foreignOfficer, db, { ...ask, by: { as: "officer" } }),
    ).rejects.toThrow(NotAllowed);
    await expect(decideShortage(market.siti.seller, db, { ...ask, by: { as: "officer" } })).rejects.toThrow(
      NotAllowed,
    );
    await expect(
      decideShortage(guest, db, { ...ask, code: other.code, by: { as: "buyer", secret: other.secret } }),
    ).rejects.toThrow(NotFound);
    await decideShortage(market.officer, db, { ...ask, by: { as: "officer" } });
    expect(await statusOf(db, order.id)).toBe("accepted");
    const found = await findOfficerCase(db, market.officer, order.code);
    expect(found.history.at(-1)?.text).toContain("mencatat jawaban pembeli");
    const audit = await db
      .selectFrom("audit_log")
      .select("action")
      .where("thing_key", "=", order.code)
      .execute();
    expect(audit.map((row) => row.action)).toEqual(["order.decide-shortage"]);
  });
});

describe("no answer in time", () => {
  it.each([
    { choice: "drop", substitute: "none", status: "accepted", goods: 18_000 + 67_500 },
    { choice: "substitute", substitute: "cheaper", status: "accepted", goods: 18_000 + 30_000 + 67_500 },
    { choice: "substitute", substitute: "dearer", status: "accepted", goods: 18_000 + 67_500 },
    { choice: "substitute", substitute: "none", status: "accepted", goods: 18_000 + 67_500 },
    { choice: "drop", substitute: "cheaper", status: "accepted", goods: 18_000 + 67_500 },
    { choice: "cancel", substitute: "cheaper", status: "cancelled", goods: 18_000 + 67_500 },
  ] as const)("does what was chosen: $choice, with a substitute that is $substitute", async (row) => {
    const { variantId } = row.substitute === "dearer" ? dearer : cheaper;
    const order = await anOrder(row.choice);
    await sellerMisses(order, 2, row.substitute === "none" ? null : { variantId, quantity: 2 });
    const { id } = await shortageOf(db, order.line.id);
    await expireShortage(db, id);
    expect(await statusOf(db, order.id)).toBe("awaiting_buyer");
    await runOutOfAnswerTime(db, order.id);
    await expireShortage(db, id);
    await expireShortage(db, id);
    expect(await statusOf(db, order.id)).toBe(row.status);
    expect(await totalsOf(db, order.id)).toMatchObject({ goods: row.goods, summed: row.goods });
    expect((await shortageOf(db, order.line.id)).decided_by).toBe("deadline");
  });

  it("drops the pieces when the substitute is gone by then", async () => {
    const rare = await aProduct(db, market.siti, { name: "Manisan", price: 9_000, stock: 1 });
    const order = await anOrder("substitute");
    await sellerMisses(order, 1, { variantId: rare.variantId, quantity: 1 });
    await aPlacedOrder(db, [{ item: { variantId: rare.variantId }, quantity: 1 }]);
    await runOutOfAnswerTime(db, order.id);
    expect(await sweepDeadlines(db)).toBeGreaterThan(0);
    expect(await shortageOf(db, order.line.id)).toMatchObject({
      decision: "dropped",
      decided_by: "deadline",
    });
    expect(await statusOf(db, order.id)).toBe("accepted");
  });
});

describe("what is left of the order", () => {
  it("ends with a reason when nothing is", async () => {
    const order = await aPlacedOrder(db, [{ item: { variantId: chips.variantId }, quantity: 2 }]);
    const { warung } = await walk(db, market, order, "accepted");
    const held = await heldBy(warung.id);
    const line = await lineOf(db, order, chips);
    await sellerMisses({ ...order, line }, 2);
    await answer({ ...order, line }, "dropped");
    expect(await orderRow(order.id)).toMatchObject({
      status: "cancelled",
      cancelled_reason: "Semua barang ternyata habis",
      goods_total: 0,
    });
    expect(await heldBy(warung.id)).toBe(held - 1);
    expect(await stockOf(db, chips.variantId)).toBe(0);
  });

  it("goes on without the seller, whose way to the warung costs nothing then", async () => {
    const order = await anOrder("drop", true);
    await db
      .updateTable("seller_line")
      .set({ first_leg_fee: 7_000 })
      .where("order_id", "=", order.id)
      .execute();
    await db
      .updateTable("order")
      .set((eb) => ({ first_leg_fee: 14_000, total: eb("total", "+", 14_000) }))
      .where("id", "=", order.id)
      .execute();
    await sellerMisses(order, 3);
    await answer(order, "dropped");
    const part = await db
      .selectFrom("seller_line")
      .select("status")
      .where("order_id", "=", order.id)
      .where("umkm_id", "=", market.siti.id)
      .executeTakeFirstOrThrow();
    expect(part.status).toBe("unavailable");
    const totals = await totalsOf(db, order.id);
    expect(totals).toMatchObject({ legs: 7_000, goods: 20_000 + 67_500, total: 99_500, due: 99_500 });
  });

  it("is delivered and booked as the buyer last saw it, and what was dropped is nobody's sale", async () => {
    const order = await anOrder("drop", true);
    const { code, operator } = order;
    const soldBefore = await db
      .selectFrom("product")
      .select("sold")
      .where("id", "=", chips.productId)
      .executeTakeFirstOrThrow();
    await sellerMisses(order, 2, { variantId: cheaper.variantId, quantity: 1 });
    await answer(order, "substituted");
    const seen = await findTracking(db, { actor: guest, code, secret: order.secret });
    for (const { seller, id } of [market.siti, market.yuni]) {
      await confirmSellerLine(seller, db, { code });
      await handOverSellerLine(seller, db, { code });
      await receiveSellerLine(operator, db, { code, umkmId: id });
    }
    const rice = await lineOf(db, order, { stapleId: market.riceId });
    await reportWarungShortage(operator, db, {
      code,
      lineId: rice.id,
      pieces: 5,
      reason: "rusak",
      substitute: null,
    });
    await answer({ ...order, line: rice }, "dropped");
    await markReady(operator, db, { code });
    await dispatchOrder(operator, db, { code });
    await deliverOrder(operator, db, { code, pin: order.pin });
    expect(seen.goods_total).toBe(18_000 + 15_000 + 20_000 + 67_500);
    const entries = await db
      .selectFrom("ledger_entry")
      .innerJoin("posting", "posting.id", "ledger_entry.posting_id")
      .select(["account", "amount"])
      .where("order_id", "=", order.id)
      .orderBy("amount", "desc")
      .execute();
    expect(entries).toEqual([
      { account: `warung:${order.warung.id}:kas`, amount: seen.total - 67_500 },
      { account: `warung:${order.warung.id}:pendapatan`, amount: -5_000 },
      { account: `umkm:${market.yuni.id}:piutang`, amount: -20_000 },
      { account: `umkm:${market.siti.id}:piutang`, amount: -33_000 },
    ]);
    expect(await totalsOf(db, order.id)).toMatchObject({
      total: seen.total - 67_500,
      due: seen.total - 67_500,
    });
    const sold = await db
      .selectFrom("product")
      .select("sold")
      .where("id", "=", chips.productId)
      .executeTakeFirstOrThrow();
    expect(sold.sold).toBe(soldBefore.sold + 1);
  });
});

describe("a warung that misses something", () => {
  it("marks the staple for the orders to come, and may name another seller's goods that come in time", async () => {
    const order = await anOrder();
    const rice = await lineOf(db, order, { stapleId: market.riceId });
    const report = { code: order.code, lineId: rice.id, pieces: 5, reason: "habis" } as const;
    await reportWarungShortage(order.operator, db, {
      ...report,
      substitute: { variantId: cheaper.variantId, quantity: 1 },
    });
    const shelf = await db
      .selectFrom("warung_staple")
      .select("availability")
      .where("warung_id", "=", order.warung.id)
      .where("staple_id", "=", market.riceId)
      .executeTakeFirstOrThrow();
    expect(shelf.availability).toBe("habis");
    await confirmSellerLine(market.siti.seller, db, { code: order.code });
    await answer({ ...order, line: rice }, "substituted");
    const part = await db
      .selectFrom("seller_line")
      .select(["status", "first_leg_fee"])
      .where("order_id", "=", order.id)
      .executeTakeFirstOrThrow();
    // she was not asked before: she confirms it
    expect(part).toEqual({ status: "pending", first_leg_fee: 0 });
  });

  it.each([
    ["dropped", 500],
    ["cancelled", 500],
  ] as const)("gives back once what only did not come, when it is %s", async (decision, stock) => {
    const order = await anOrder();
    await confirmSellerLine(market.siti.seller, db, { code: order.code });
    await reportWarungShortage(order.operator, db, {
      code: order.code,
      lineId: order.line.id,
      pieces: 2,
      reason: "tidak-datang",
      substitute: null,
    });
    expect(await stockOf(db, chips.variantId)).toBe(497);
    await answer(order, decision);
    expect(await stockOf(db, chips.variantId)).toBe(decision === "dropped" ? 499 : 500);
    const by = { as: "buyer", secret: order.secret } as const;
    await cancelOrder(guest, db, { code: order.code, reason: "batal", by });
    expect(await stockOf(db, chips.variantId)).toBe(stock);
  });

  it("is another's order's stranger", async () => {
    const order = await anOrder();
    const other = [market.budi, market.ani, market.dedi].find(({ id }) => id !== order.warung.id)!;
    await expect(
      reportWarungShortage(other.operator, db, {
        code: order.code,
        lineId: order.line.id,
        pieces: 1,
        reason: "rusak",
        substitute: null,
      }),
    ).rejects.toThrow(NotFound);
  });

  it("loses its question when an officer takes the order over; the seller's stays and follows to the next warung", async () => {
    const order = await anOrder();
    const rice = await lineOf(db, order, { stapleId: market.riceId });
    await sellerMisses(order, 1);
    await reportWarungShortage(order.operator, db, {
      code: order.code,
      lineId: rice.id,
      pieces: 5,
      reason: "rusak",
      substitute: null,
    });
    await takeOverOrder(market.officer, db, { code: order.code });
    expect((await shortageOf(db, rice.id)).decision).toBe("withdrawn");
    expect((await shortageOf(db, order.line.id)).decision).toBeNull();
    await assignWarung(market.officer, db, { code: order.code, warungId: market.ani.id });
    const { deadline_at } = await shortageOf(db, order.line.id);
    expect(await orderRow(order.id)).toMatchObject({ status: "awaiting_buyer", deadline_at });
    await answer(order, "dropped");
    expect(await statusOf(db, order.id)).toBe("accepted");
    expect(await lineOf(db, order, { stapleId: market.riceId })).toMatchObject({ quantity: 5, dropped: 0 });
  });

  it("may be answered while the order is with the officer", async () => {
    const order = await anOrder();
    await sellerMisses(order, 1);
    await takeOverOrder(market.officer, db, { code: order.code });
    await answer(order, "dropped");
    expect(await statusOf(db, order.id)).toBe("needs_officer");
    await assignWarung(market.officer, db, { code: order.code, warungId: market.ani.id });
    expect(await statusOf(db, order.id)).toBe("accepted");
  });
});
