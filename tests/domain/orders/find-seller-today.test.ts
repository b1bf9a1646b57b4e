import { beforeAll, expect, test } from "vitest";
import { cancelOrder } from "#app/domain/orders/cancel-order.server.ts";
import { confirmSellerLine } from "#app/domain/orders/confirm-seller-line.server.ts";
import { findSellerToday } from "#app/domain/orders/find-seller-today.server.ts";
import { handOverSellerLine } from "#app/domain/orders/hand-over-seller-line.server.ts";
import { NotAllowed } from "#app/lib/errors.ts";
import { aMarket, aProduct, type Market, type TestProduct } from "#tests/factories/market.ts";
import { aPlacedOrder, walk } from "#tests/factories/order.ts";
import { testDatabase } from "#tests/support/database.ts";

const { db } = await testDatabase();
let market: Market;
let chips: TestProduct;
let coffee: TestProduct;

beforeAll(async () => {
  market = await aMarket(db);
  chips = await aProduct(db, market.siti, { stock: 500 });
  coffee = await aProduct(db, market.yuni, { name: "Kopi", stock: 500 });
});

test("a seller sees their own part from the moment a warung accepts until it is handed over", async () => {
  const { seller } = market.siti;
  const order = await aPlacedOrder(db, [
    { item: { variantId: chips.variantId }, quantity: 2 },
    { item: { variantId: coffee.variantId }, quantity: 1 },
  ]);
  expect((await findSellerToday(db, seller)).orders).toEqual([]);
  const { warung } = await walk(db, market, order, "accepted");

  const today = await findSellerToday(db, seller);
  expect(today).toMatchObject({ toConfirm: 1, toHandOver: 0, next: null });
  expect(today.orders).toHaveLength(1);
  expect(today.orders[0]).toMatchObject({ code: order.code, warung: warung.name, village: "Kedaton" });
  expect(today.orders[0]!.lines.map((line) => line.quantity)).toEqual([2]);
  expect(JSON.stringify(today)).not.toMatch(/Rina|81234567890|Pramuka|musala/);

  await confirmSellerLine(seller, db, { code: order.code });
  expect(await findSellerToday(db, seller)).toMatchObject({ toConfirm: 0, toHandOver: 1 });
  await handOverSellerLine(seller, db, { code: order.code });
  expect(await findSellerToday(db, seller)).toMatchObject({ toConfirm: 0, toHandOver: 0, orders: [] });
});

test("a cancelled order leaves the list", async () => {
  const order = await aPlacedOrder(db, [{ item: { variantId: chips.variantId }, quantity: 1 }]);
  await walk(db, market, order, "accepted");
  const { orders } = await findSellerToday(db, market.siti.seller);
  expect(orders.map((one) => one.code)).toEqual([order.code]);
  // after the last one there is nothing; after an id that is not theirs the list starts again
  const rest = await findSellerToday(db, market.siti.seller, { after: orders[0]!.id });
  expect(rest.orders).toEqual([]);
  const again = await findSellerToday(db, market.siti.seller, { after: 999_999 });
  expect(again.orders).toHaveLength(1);
  await cancelOrder(market.officer, db, {
    code: order.code,
    reason: "Diminta pembeli",
    by: { as: "officer" },
  });
  expect((await findSellerToday(db, market.siti.seller)).orders).toEqual([]);
});

test("what ran out is named; others have no such page", async () => {
  await aProduct(db, market.siti, { name: "Dodol", stock: 0 });
  const { soldOut } = await findSellerToday(db, market.siti.seller);
  expect(soldOut).toMatchObject([{ label: "250 g", total: 1 }]);
  await expect(findSellerToday(db, market.budi.operator)).rejects.toThrow(NotAllowed);
});
