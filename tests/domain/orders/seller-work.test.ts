import { expect, it } from "vitest";
import { confirmSellerLine } from "#app/domain/orders/confirm-seller-line.server.ts";
import { deliverOrder } from "#app/domain/orders/deliver-order.server.ts";
import { findSellerFigures } from "#app/domain/orders/find-seller-figures.server.ts";
import { findSellerOrders, findSellerPastOrders } from "#app/domain/orders/find-seller-orders.server.ts";
import { handOverSellerLine } from "#app/domain/orders/hand-over-seller-line.server.ts";
import { markSellerLineUnavailable } from "#app/domain/orders/mark-seller-line-unavailable.server.ts";
import { NotFound, StaleOrder } from "#app/lib/errors.ts";
import { aMarket, aProduct } from "#tests/factories/market.ts";
import { aPlacedOrder, statusOf, walk } from "#tests/factories/order.ts";
import { testDatabase } from "#tests/support/database.ts";

const { db } = await testDatabase();
const market = await aMarket(db);
const { siti, yuni } = market;

const orderOf = async (price = 18_000) => {
  const { variantId } = await aProduct(db, siti, { price, stock: 20 });
  const order = await aPlacedOrder(db, [{ item: { variantId }, quantity: 2 }]);
  return { variantId, ...order };
};

it("an order whose goods are missing waits for an officer, its warung is free again, and the stock stays", async () => {
  const order = await orderOf();
  await walk(db, market, order, "accepted");
  await expect(
    markSellerLineUnavailable(yuni.seller, db, { code: order.code, reason: "habis" }),
  ).rejects.toThrow(StaleOrder);
  await markSellerLineUnavailable(siti.seller, db, { code: order.code, reason: "habis" });
  const row = await db
    .selectFrom("order")
    .select(["status", "warung_id", "held_window", "needs_officer_reason", "next_action", "deadline_at"])
    .where("id", "=", order.id)
    .executeTakeFirstOrThrow();
  expect(row).toMatchObject({ status: "needs_officer", warung_id: null, held_window: null });
  expect(row.needs_officer_reason).toContain("penjual tidak punya barangnya");
  expect([row.next_action !== null, row.deadline_at !== null]).toEqual([true, true]);
  const { stock } = await db
    .selectFrom("variant")
    .select("stock")
    .where("id", "=", order.variantId)
    .executeTakeFirstOrThrow();
  expect(stock).toBe(18);
  expect((await findSellerPastOrders(db, siti.seller)).orders[0]).toMatchObject({
    code: order.code,
    status: "unavailable",
  });
  await expect(
    markSellerLineUnavailable(siti.seller, db, { code: order.code, reason: "habis" }),
  ).rejects.toThrow(NotFound);
});

it("goods that were handed over cannot go missing, nor those of an order nobody accepted", async () => {
  const order = await orderOf();
  await expect(
    markSellerLineUnavailable(siti.seller, db, { code: order.code, reason: "rusak" }),
  ).rejects.toThrow(NotFound);
  await walk(db, market, order, "accepted");
  await confirmSellerLine(siti.seller, db, { code: order.code });
  await handOverSellerLine(siti.seller, db, { code: order.code });
  await expect(
    markSellerLineUnavailable(siti.seller, db, { code: order.code, reason: "rusak" }),
  ).rejects.toThrow(StaleOrder);
  expect(await statusOf(db, order.id)).toBe("accepted");
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
