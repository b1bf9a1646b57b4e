import { beforeAll, expect, test } from "vitest";
import { changeStock } from "#app/domain/catalogue/change-stock.server.ts";
import { findOwnProducts } from "#app/domain/catalogue/find-own-products.server.ts";
import { hideProduct } from "#app/domain/catalogue/hide-product.server.ts";
import { showProduct } from "#app/domain/catalogue/show-product.server.ts";
import { NotAllowed, NotFound } from "#app/lib/errors.ts";
import { aMarket, aProduct, type Market } from "#tests/factories/market.ts";
import { testDatabase } from "#tests/support/database.ts";
import { indexJobs } from "#tests/support/index-jobs.ts";

const { db } = await testDatabase();
let market: Market;

beforeAll(async () => {
  market = await aMarket(db);
});

async function isPublic(productId: number): Promise<boolean> {
  const product = await db
    .selectFrom("product")
    .select("public")
    .where("id", "=", productId)
    .executeTakeFirstOrThrow();
  return product.public;
}

test("a hidden product is not public until it is shown again; each time once", async () => {
  const { productId } = await aProduct(db, market.siti);
  const { seller } = market.siti;
  await hideProduct(seller, db, { productId });
  await hideProduct(seller, db, { productId });
  expect(await isPublic(productId)).toBe(false);
  expect(await indexJobs(db, productId)).toBe(1);
  await showProduct(seller, db, { productId });
  await showProduct(seller, db, { productId });
  expect(await isPublic(productId)).toBe(true);
  expect(await indexJobs(db, productId)).toBe(2);
});

test("nobody hides or shows what is not theirs", async () => {
  const { productId } = await aProduct(db, market.siti);
  await expect(hideProduct(market.yuni.seller, db, { productId })).rejects.toThrow(NotFound);
  await expect(showProduct(market.yuni.seller, db, { productId })).rejects.toThrow(NotFound);
  await expect(hideProduct(market.budi.operator, db, { productId })).rejects.toThrow(NotAllowed);
  expect(await isPublic(productId)).toBe(true);
});

test("one's own products by name, page by page, and only those asked for", async () => {
  const { seller } = market.yuni;
  await aProduct(db, market.siti, { name: "Kopi Tetangga" });
  const made = [];
  for (let at = 0; at < 14; at++) made.push(await aProduct(db, market.yuni, { name: "Kopi Bubuk" }));
  const first = await findOwnProducts(db, seller, { q: "KOPI" });
  expect(first.products).toHaveLength(12);
  const second = await findOwnProducts(db, seller, { q: "KOPI", after: first.next! });
  expect(second.next).toBeNull();
  const seen = [...first.products, ...second.products].map((product) => product.id);
  expect(seen.toSorted((a, b) => a - b)).toEqual(made.map((product) => product.productId));

  await hideProduct(seller, db, { productId: made[0]!.productId });
  await changeStock(seller, db, { variantId: made[1]!.variantId, stock: 0, seenStock: 20 });
  const idsOf = async (state: "hidden" | "sold-out") =>
    (await findOwnProducts(db, seller, { state })).products.map((product) => product.id);
  expect(await idsOf("hidden")).toEqual([made[0]!.productId]);
  expect(await idsOf("sold-out")).toEqual([made[1]!.productId]);
  expect((await findOwnProducts(db, seller, { q: "100%_\\" })).products).toEqual([]);
  // a page that starts after somebody else's product, or nowhere, is the first
  expect((await findOwnProducts(db, seller, { after: "tidak-ada" })).products).toHaveLength(12);
});
