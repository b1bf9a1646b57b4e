import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Actor, guest } from "#app/domain/accounts/actor.ts";
import { addToCart } from "#app/domain/cart/add-to-cart.server.ts";
import { cartHolder } from "#app/domain/cart/cart-holder.server.ts";
import { changeCartLine } from "#app/domain/cart/change-cart-line.server.ts";
import { findCart } from "#app/domain/cart/find-cart.server.ts";
import { mergeCarts } from "#app/domain/cart/merge-carts.server.ts";
import { findQuote } from "#app/domain/checkout/find-quote.server.ts";
import { placeOrder } from "#app/domain/checkout/place-order.server.ts";
import { BadInput, NotFound, NotServed, QuoteChanged, TooManyTries } from "#app/lib/errors.ts";
import {
  aMarket,
  aProduct,
  KEDATON,
  type Market,
  REGENCY,
  type TestProduct,
} from "#tests/factories/market.ts";
import { aCart, aForm } from "#tests/factories/order.ts";
import { testDatabase } from "#tests/support/database.ts";

const { db } = await testDatabase();
let market: Market;
let chips: TestProduct;

beforeAll(async () => {
  market = await aMarket(db);
});
beforeEach(async () => {
  chips = await aProduct(db, market.siti, { price: 18_000, stock: 20 });
});

const two = () => [{ item: { variantId: chips.variantId }, quantity: 2 }];
const linesOf = async (token: string) => (await findCart(db, cartHolder(guest, token), REGENCY)).lines;
const stockOf = async () =>
  (await db.selectFrom("variant").select("stock").where("id", "=", chips.variantId).executeTakeFirstOrThrow())
    .stock;

describe("the cart", () => {
  it("adds up pieces of the same thing and tells what it costs today", async () => {
    const token = await aCart(db, [
      ...two(),
      ...two(),
      { item: { stapleId: market.riceId, regencyCode: REGENCY }, quantity: 5 },
    ]);
    const cart = await findCart(db, cartHolder(guest, token), REGENCY);
    expect(cart.pieces).toBe(9);
    expect(cart.goodsTotal).toBe(4 * 18_000 + 5 * 13_500);
  });

  it("takes no more than there is, and nothing that is not for sale", async () => {
    const token = await aCart(db, two());
    const add = (quantity: number, variantId = chips.variantId) =>
      addToCart(guest, db, { token, item: { variantId }, quantity });
    await expect(add(19)).rejects.toMatchObject({ lines: [{ left: 20 }] });
    await expect(add(1, 999_999)).rejects.toThrow(NotFound);
    expect((await linesOf(token))[0]?.quantity).toBe(2);
    await db.updateTable("product").set({ status: "draft" }).where("id", "=", chips.productId).execute();
    await expect(add(1)).rejects.toThrow(NotFound);
    expect((await linesOf(token))[0]?.trouble).toBeTruthy();
  });

  it("is changed by its owner alone", async () => {
    const token = await aCart(db, two());
    const [line] = await linesOf(token);
    const stranger = await aCart(db, two());
    await changeCartLine(guest, db, { token: stranger, lineId: line!.id, quantity: 0 });
    expect(await linesOf(token)).toHaveLength(1);
    expect(await changeCartLine(guest, db, { token, lineId: line!.id, quantity: 0 })).toBe(0);
  });

  it("joins the account's cart at log-in, the larger amount staying", async () => {
    const actor = market.budi.operator as Extract<Actor, { kind: "person" }>;
    await addToCart(actor, db, { token: undefined, item: { variantId: chips.variantId }, quantity: 5 });
    const token = await aCart(db, [
      ...two(),
      { item: { stapleId: market.riceId, regencyCode: REGENCY }, quantity: 1 },
    ]);
    expect(await mergeCarts(db, { token, accountId: actor.accountId })).toBe(6);
    expect(await linesOf(token)).toEqual([]);
  });
});

describe("placing an order", () => {
  it("refuses when the price changed since it was shown, and takes the new one when that was seen", async () => {
    const token = await aCart(db, two());
    const form = await aForm(db, token);
    await db.updateTable("variant").set({ price: 20_000 }).where("id", "=", chips.variantId).execute();
    await expect(placeOrder(guest, db, { token, form })).rejects.toThrow(QuoteChanged);
    expect(await stockOf()).toBe(20);
    expect((await linesOf(token))[0]).toMatchObject({ price: 20_000, priceBefore: 18_000 });
    await placeOrder(guest, db, { token, form: await aForm(db, token) });
    expect(await stockOf()).toBe(18);
  });

  it("refuses when something sold out meanwhile, naming it, and takes nothing of the rest", async () => {
    const coffee = await aProduct(db, market.yuni, { name: "Kopi", stock: 5 });
    const token = await aCart(db, [...two(), { item: { variantId: coffee.variantId }, quantity: 5 }]);
    const form = await aForm(db, token);
    await db.updateTable("variant").set({ stock: 4 }).where("id", "=", coffee.variantId).execute();
    await expect(placeOrder(guest, db, { token, form })).rejects.toMatchObject({
      name: "SoldOut",
      lines: [{ left: 4 }],
    });
    expect(await stockOf()).toBe(20);
    expect(await linesOf(token)).toHaveLength(2);
  });

  it("refuses a village that nobody serves, an empty cart, and somebody else's form", async () => {
    const token = await aCart(db, two());
    const far = "18.71.01.1004";
    const form = await aForm(db, token, { villageCode: far });
    await expect(placeOrder(guest, db, { token, form })).rejects.toThrow(NotServed);
    const near = await aForm(db, token);
    await placeOrder(guest, db, { token, form: near });
    await expect(placeOrder(guest, db, { token, form: await aForm(db, token) })).rejects.toThrow(BadInput);
    const stranger = await aCart(db, two());
    await expect(placeOrder(guest, db, { token: stranger, form: near })).rejects.toThrow(BadInput);
  });

  it("asks for less when a staple is out everywhere", async () => {
    await db
      .updateTable("warung_staple")
      .set({ availability: "habis" })
      .where("staple_id", "=", market.eggsId)
      .execute();
    const token = await aCart(db, [{ item: { stapleId: market.eggsId, regencyCode: REGENCY }, quantity: 1 }]);
    const quote = await findQuote(db, { holder: cartHolder(guest, token), villageCode: KEDATON });
    expect(quote.obstacle).toContain("Telur Ayam");
  });
});

describe("too many orders", () => {
  it("are stopped per number, and another number goes on", async () => {
    const token = await aCart(db, two());
    const order = async (mobile: string) =>
      placeOrder(guest, db, {
        token,
        form: await aForm(db, token, { mobile, seal: "seen long ago" }),
        address: "10.9.9.9",
      });
    for (let tries = 0; tries < 30; tries++)
      await expect(order("+6281299990001")).rejects.toThrow(QuoteChanged);
    await expect(order("+6281299990001")).rejects.toThrow(TooManyTries);
    await expect(order("+6281299990002")).rejects.toThrow(QuoteChanged);
  });
});
