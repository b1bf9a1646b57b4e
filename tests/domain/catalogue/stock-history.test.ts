import { expect, it } from "vitest";
import { changeStock } from "#app/domain/catalogue/change-stock.server.ts";
import { findStockHistory } from "#app/domain/catalogue/find-stock-history.server.ts";
import { cancelOrder } from "#app/domain/orders/cancel-order.server.ts";
import { NotFound } from "#app/lib/errors.ts";
import { aMarket, aProduct } from "#tests/factories/market.ts";
import { aPlacedOrder } from "#tests/factories/order.ts";
import { testDatabase } from "#tests/support/database.ts";

const { db } = await testDatabase();
const market = await aMarket(db);
const { siti, yuni, officer } = market;

it("names what changed a stock: the seller's own hand, an order and its return", async () => {
  const { variantId } = await aProduct(db, siti, { stock: 20 });
  await changeStock(siti.seller, db, { variantId, stock: 30, seenStock: 20 });
  await changeStock(siti.seller, db, { variantId, stock: 30, seenStock: 30 });
  const { code } = await aPlacedOrder(db, [{ item: { variantId }, quantity: 3 }]);
  await cancelOrder(officer, db, { code, reason: "uji", by: { as: "officer" } });
  const { changes, stock } = await findStockHistory(db, siti.seller, { variantId });
  expect(stock).toBe(30);
  expect(
    changes.map(({ cause, before, after, actor_name, order_code }) => [
      cause,
      before,
      after,
      actor_name ?? order_code,
    ]),
  ).toEqual([
    ["given_back", 27, 30, code],
    ["ordered", 30, 27, code],
    ["set", 20, 30, "Dapur Bu Siti"],
  ]);
});

it("is read by its own seller alone", async () => {
  const { variantId } = await aProduct(db, siti);
  await expect(findStockHistory(db, yuni.seller, { variantId })).rejects.toThrow(NotFound);
});
