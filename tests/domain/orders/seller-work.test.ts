import { expect, it } from "vitest";
import { confirmSellerLine } from "#app/domain/orders/confirm-seller-line.server.ts";
import { deliverOrder } from "#app/domain/orders/deliver-order.server.ts";
import { findSellerFigures } from "#app/domain/orders/find-seller-figures.server.ts";
import { findSellerOrders, findSellerPastOrders } from "#app/domain/orders/find-seller-orders.server.ts";
import { findSellerShortageForm } from "#app/domain/orders/find-shortage-form.server.ts";
import { handOverSellerLine } from "#app/domain/orders/hand-over-seller-line.server.ts";
import { reportSellerShortage } from "#app/domain/orders/report-seller-shortage.server.ts";
import { sweepDeadlines } from "#app/domain/orders/sweep-deadlines.server.ts";
import { NotFound } from "#app/lib/errors.ts";
import { aMarket, aProduct } from "#tests/factories/market.ts";
import { aPlacedOrder, statusOf, walk } from "#tests/factories/order.ts";
import { runOutOfAnswerTime } from "#tests/factories/shortage.ts";
import { testDatabase } from "#tests/support/database.ts";

const { db } = await testDatabase();
const market = await aMarket(db);
const { siti, yuni } = market;

const orderOf = async (price = 18_000) => {
  const { variantId } = await aProduct(db, siti, { price, stock: 20 });
  const order = await aPlacedOrder(db, [{ item: { variantId }, quantity: 2 }]);
  return { variantId, ...order };
};

it("a part of which nothing is left is past, and says so", async () => {
  const order = await orderOf();
  await walk(db, market, order, "accepted");
  const lines = await findSellerShortageForm(db, siti.seller, {
    code: order.code,
    lineId: undefined,
    q: undefined,
  });
  await reportSellerShortage(siti.seller, db, {
    code: order.code,
    lineId: lines.line!.id,
    pieces: 2,
    reason: "rusak",
    stockLeft: 0,
    substitute: null,
  });
  const { orders } = await findSellerOrders(db, siti.seller, { status: "pending" });
  expect(orders[0]?.lines[0]).toMatchObject({ quantity: 2, missing: 2 });
  await runOutOfAnswerTime(db, order.id);
  await sweepDeadlines(db);
  expect(await statusOf(db, order.id)).toBe("cancelled");
  const past = (await findSellerPastOrders(db, siti.seller)).orders[0];
  expect(past).toMatchObject({ code: order.code, status: "unavailable", amount: 0 });
  expect(past?.goods).toMatch(/^Keripik Pisang \d+ \(habis\)$/);
});

it("only their own open lines can be reported, and another seller finds nothing there", async () => {
  const order = await orderOf();
  await aProduct(db, siti, { name: "Keripik Talas" });
  await walk(db, market, order, "accepted");
  const question = { code: order.code, lineId: undefined, q: "keripik" };
  const form = await findSellerShortageForm(db, siti.seller, question);
  expect(form.substitutes.length).toBeGreaterThan(0);
  expect(form.substitutes.every(({ umkm }) => umkm === siti.name)).toBe(true);
  await expect(findSellerShortageForm(db, yuni.seller, question)).rejects.toThrow(NotFound);
  await confirmSellerLine(siti.seller, db, { code: order.code });
  await handOverSellerLine(siti.seller, db, { code: order.code });
  await expect(findSellerShortageForm(db, siti.seller, question)).rejects.toThrow(NotFound);
});

it("a seller finds their orders to confirm, to hand over and done, and no one else's", async () => {
  const order = await orderOf();
  await walk(db, market, order, "accepted");
  const codes = async (status: "pending" | "confirmed") =>
    (await findSellerOrders(db, siti.seller, { status })).orders.map(({ code }) => code);
  expect(await codes("pending")).toContain(order.code);
  await confirmSellerLine(siti.seller, db, { code: order.code });
  expect([await codes("pending"), await codes("confirmed")]).toEqual([[], [order.code]]);
  await handOverSellerLine(siti.seller, db, { code: order.code });
  expect(await codes("confirmed")).toEqual([]);
  expect((await findSellerPastOrders(db, yuni.seller)).orders).toEqual([]);
});

it("what was delivered is this week's sale, and owed", async () => {
  const before = await findSellerFigures(db, siti.seller);
  expect([before.weeks.length, before.owed]).toEqual([8, 0]);
  const order = await orderOf(15_000);
  const { operator } = await walk(db, market, order, "out_for_delivery", [siti]);
  await deliverOrder(operator, db, { code: order.code, pin: order.pin });
  const { weeks, owed } = await findSellerFigures(db, siti.seller);
  expect(owed).toBe(30_000);
  expect(weeks.at(-1)).toMatchObject({ amount: 30_000, orders: 1 });
  expect(weeks.slice(0, -1).every((week) => week.amount === 0)).toBe(true);
  expect((await findSellerFigures(db, yuni.seller)).owed).toBe(0);
});
