import { beforeAll, expect, test } from "vitest";
import { changePrice } from "#app/domain/catalogue/change-price.server.ts";
import { BadInput, NotAllowed, NotFound } from "#app/lib/errors.ts";
import { aMarket, aProduct, type Market } from "#tests/factories/market.ts";
import { aPlacedOrder } from "#tests/factories/order.ts";
import { testDatabase } from "#tests/support/database.ts";
import { indexJobs } from "#tests/support/index-jobs.ts";

const { db } = await testDatabase();
let market: Market;

beforeAll(async () => {
  market = await aMarket(db);
});

async function priceOf(variantId: number): Promise<number> {
  const { price } = await db
    .selectFrom("variant")
    .select("price")
    .where("id", "=", variantId)
    .executeTakeFirstOrThrow();
  return price;
}

test("the new price holds from now on; an order already placed keeps its own", async () => {
  const { productId, variantId } = await aProduct(db, market.siti, { price: 18_000 });
  const order = await aPlacedOrder(db, [{ item: { variantId }, quantity: 2 }]);
  const jobs = await indexJobs(db, productId);
  await changePrice(market.siti.seller, db, { variantId, price: 19_500, seenPrice: 18_000 });
  expect(await priceOf(variantId)).toBe(19_500);
  expect(await indexJobs(db, productId)).toBe(jobs + 1);
  const { goods_total } = await db
    .selectFrom("order")
    .select("goods_total")
    .where("id", "=", order.id)
    .executeTakeFirstOrThrow();
  expect(goods_total).toBe(36_000);
});

test("only one's own price, and not over one that was changed on another phone", async () => {
  const { productId, variantId } = await aProduct(db, market.siti, { price: 18_000 });
  const change = { variantId, price: 100 };
  await expect(changePrice(market.yuni.seller, db, change)).rejects.toThrow(NotFound);
  await expect(changePrice(market.officer, db, change)).rejects.toThrow(NotAllowed);
  await expect(
    changePrice(market.siti.seller, db, { variantId, price: 20_000, seenPrice: 17_000 }),
  ).rejects.toThrow(BadInput);
  expect(await priceOf(variantId)).toBe(18_000);
  expect(await indexJobs(db, productId)).toBe(0);
});

test.each([100, 100_000_000])("Rp%d can be asked", async (price) => {
  const { variantId } = await aProduct(db, market.siti);
  await changePrice(market.siti.seller, db, { variantId, price });
  expect(await priceOf(variantId)).toBe(price);
});

test.each([99, 100_000_001, 0, -5, 1000.5])("Rp%d is refused in words", async (price) => {
  const { variantId } = await aProduct(db, market.siti, { price: 18_000 });
  const refused = await changePrice(market.siti.seller, db, { variantId, price }).catch(
    (error: unknown) => error,
  );
  expect(refused).toBeInstanceOf(BadInput);
  expect((refused as BadInput).fields.harga).toContain("Rp100 sampai Rp100.000.000");
  expect(await priceOf(variantId)).toBe(18_000);
});
