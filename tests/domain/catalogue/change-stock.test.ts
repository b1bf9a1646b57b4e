import { beforeAll, expect, test } from "vitest";
import { guest } from "#app/domain/accounts/actor.ts";
import { changeStock } from "#app/domain/catalogue/change-stock.server.ts";
import { placeOrder } from "#app/domain/checkout/place-order.server.ts";
import { BadInput, NotAllowed, NotFound, NotLoggedIn, SoldOut } from "#app/lib/errors.ts";
import { aMarket, aProduct, type Market } from "#tests/factories/market.ts";
import { aCart, aForm, aPlacedOrder } from "#tests/factories/order.ts";
import { testDatabase } from "#tests/support/database.ts";
import { indexJobs } from "#tests/support/index-jobs.ts";

const { db } = await testDatabase();
let market: Market;

beforeAll(async () => {
  market = await aMarket(db);
});

async function stockOf(variantId: number): Promise<number> {
  const { stock } = await db
    .selectFrom("variant")
    .select("stock")
    .where("id", "=", variantId)
    .executeTakeFirstOrThrow();
  return stock;
}

test("the stock becomes what the seller says, and the search is told in the same transaction", async () => {
  const { productId, variantId } = await aProduct(db, market.siti, { stock: 20 });
  await changeStock(market.siti.seller, db, { variantId, stock: 35, seenStock: 20 });
  expect(await stockOf(variantId)).toBe(35);
  expect(await indexJobs(db, productId)).toBe(1);
  // the same form sent twice
  await changeStock(market.siti.seller, db, { variantId, stock: 35, seenStock: 20 });
  expect(await indexJobs(db, productId)).toBe(1);
});

test("marked sold out, the product is out of stock in the shop", async () => {
  const { productId, variantId } = await aProduct(db, market.siti, { stock: 3 });
  await changeStock(market.siti.seller, db, { variantId, stock: 0, seenStock: 3 });
  const product = await db
    .selectFrom("product")
    .select("in_stock")
    .where("id", "=", productId)
    .executeTakeFirstOrThrow();
  expect(product.in_stock).toBe(false);
});

test("only one's own stock", async () => {
  const { productId, variantId } = await aProduct(db, market.siti, { stock: 20 });
  const change = { variantId, stock: 1, seenStock: 20 };
  await expect(changeStock(market.yuni.seller, db, change)).rejects.toThrow(NotFound);
  await expect(changeStock(market.budi.operator, db, change)).rejects.toThrow(NotAllowed);
  await expect(changeStock(guest, db, change)).rejects.toThrow(NotLoggedIn);
  expect(await stockOf(variantId)).toBe(20);
  expect(await indexJobs(db, productId)).toBe(0);
});

test("an order that came in meanwhile is not overwritten, and the seller hears the new number", async () => {
  const { productId, variantId } = await aProduct(db, market.siti, { stock: 20 });
  await aPlacedOrder(db, [{ item: { variantId }, quantity: 3 }]);
  const jobs = await indexJobs(db, productId);
  const refused = await changeStock(market.siti.seller, db, { variantId, stock: 25, seenStock: 20 }).catch(
    (error: unknown) => error,
  );
  expect(refused).toBeInstanceOf(BadInput);
  expect((refused as BadInput).fields.stok).toContain("stok tinggal 17");
  expect(await stockOf(variantId)).toBe(17);
  expect(await indexJobs(db, productId)).toBe(jobs);
  await changeStock(market.siti.seller, db, { variantId, stock: 22, seenStock: 17 });
  expect(await stockOf(variantId)).toBe(22);
});

test("orders and the seller at the same moment: no piece appears or vanishes", async () => {
  const { variantId } = await aProduct(db, market.siti, { stock: 10 });
  const buyers = await Promise.all(
    Array.from({ length: 12 }, async () => {
      const token = await aCart(db, [{ item: { variantId }, quantity: 1 }]);
      return { token, form: await aForm(db, token) };
    }),
  );
  let added = 0;
  const placed: boolean[] = [];
  await Promise.all([
    ...buyers.map((buyer) =>
      placeOrder(guest, db, buyer).then(
        () => placed.push(true),
        (error: unknown) => {
          if (!(error instanceof SoldOut)) throw error;
        },
      ),
    ),
    ...Array.from({ length: 5 }, async () => {
      const seenStock = await stockOf(variantId);
      try {
        await changeStock(market.siti.seller, db, { variantId, stock: seenStock + 100, seenStock });
        added += 100;
      } catch (error) {
        if (!(error instanceof BadInput)) throw error;
      }
    }),
  ]);
  // two that saw the same number both wanted the same one: the second changed nothing
  const stock = await stockOf(variantId);
  expect((stock + placed.length - 10) % 100).toBe(0);
  expect(stock + placed.length - 10).toBeLessThanOrEqual(added);
});

test.each([-1, 1_000_001, 2.5, Number.NaN])("a stock of %d is refused in words", async (stock) => {
  const { variantId } = await aProduct(db, market.siti, { stock: 20 });
  const refused = await changeStock(market.siti.seller, db, { variantId, stock, seenStock: 20 }).catch(
    (error: unknown) => error,
  );
  expect(refused).toBeInstanceOf(BadInput);
  expect((refused as BadInput).fields.stok).toContain("Stok harus 0 sampai 1.000.000");
  expect(await stockOf(variantId)).toBe(20);
});
