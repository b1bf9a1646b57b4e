import { beforeAll, describe, expect, it } from "vitest";
import { guest } from "#app/domain/accounts/actor.ts";
import { placeOrder } from "#app/domain/checkout/place-order.server.ts";
import { acceptOrder } from "#app/domain/orders/accept-order.server.ts";
import { cancelOrder } from "#app/domain/orders/cancel-order.server.ts";
import { declineOrder } from "#app/domain/orders/decline-order.server.ts";
import { deliverOrder } from "#app/domain/orders/deliver-order.server.ts";
import { expireOffer } from "#app/domain/orders/expire-offer.server.ts";
import { remindOffer } from "#app/domain/orders/remind-offer.server.ts";
import { routeOrder } from "#app/domain/orders/route-order.server.ts";
import { SoldOut, StaleOffer } from "#app/lib/errors.ts";
import { aMarket, aProduct, aWarung, type Market } from "#tests/factories/market.ts";
import { aCart, aForm, aPlacedOrder, statusOf, walk } from "#tests/factories/order.ts";
import { testDatabase } from "#tests/support/database.ts";

const { db } = await testDatabase(40);
let market: Market;

beforeAll(async () => {
  market = await aMarket(db);
});

const settled = async <T>(tries: readonly Promise<T>[]) => {
  const results = await Promise.allSettled(tries);
  return {
    done: results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : [])),
    refused: results.flatMap((result) => (result.status === "rejected" ? [result.reason as Error] : [])),
  };
};

describe("two hundred buyers for the last fifty pieces", () => {
  it("makes fifty orders, empties the stock, and holds nothing for the others", async () => {
    const rare = await aProduct(db, market.siti, { name: "Kain Tapis", stock: 50 });
    const plenty = await aProduct(db, market.yuni, { name: "Kopi", stock: 100_000 });
    const buyers = await Promise.all(
      Array.from({ length: 200 }, async (_, at) => {
        // half of them in the other order: locks are taken in id order all the same
        const things = [
          { item: { variantId: rare.variantId }, quantity: 1 },
          { item: { variantId: plenty.variantId }, quantity: 1 },
        ];
        const token = await aCart(db, at % 2 ? things : things.reverse());
        return { token, form: await aForm(db, token) };
      }),
    );
    const { done, refused } = await settled(buyers.map((buyer) => placeOrder(guest, db, buyer)));
    expect(done).toHaveLength(50);
    expect(refused).toHaveLength(150);
    expect(refused.every((error) => error instanceof SoldOut)).toBe(true);
    const stock = await db
      .selectFrom("variant")
      .select(["id", "stock"])
      .where("id", "in", [rare.variantId, plenty.variantId])
      .orderBy("id")
      .execute();
    expect(stock.map((row) => row.stock)).toEqual([0, 100_000 - 50]);
    const counts = await db
      .selectFrom("order")
      .innerJoin("payment", "payment.order_id", "order.id")
      .select((eb) => eb.fn.countAll<number>().as("orders"))
      .executeTakeFirstOrThrow();
    expect(counts.orders).toBe(50);
    const checkouts = await db
      .selectFrom("checkout")
      .select((eb) => eb.fn.countAll<number>().as("checkouts"))
      .executeTakeFirstOrThrow();
    expect(checkouts.checkouts).toBe(50);
  });
});

describe("a form sent many times at once", () => {
  it("makes one order and answers every time with it", async () => {
    const chips = await aProduct(db, market.siti, { stock: 100 });
    const token = await aCart(db, [{ item: { variantId: chips.variantId }, quantity: 3 }]);
    const form = await aForm(db, token);
    const { done, refused } = await settled(
      Array.from({ length: 10 }, () => placeOrder(guest, db, { token, form })),
    );
    expect(refused).toEqual([]);
    expect(new Set(done.map((placed) => placed.code)).size).toBe(1);
    const { stock } = await db
      .selectFrom("variant")
      .select("stock")
      .where("id", "=", chips.variantId)
      .executeTakeFirstOrThrow();
    expect(stock).toBe(97);
  });
});

describe("accept, decline, expiry and cancellation at the same moment", () => {
  it("lets exactly one win, each time, and gives capacity and stock back at most once", async () => {
    const chips = await aProduct(db, market.siti, { stock: 1000 });
    for (let round = 0; round < 15; round++) {
      const order = await aPlacedOrder(db, [{ item: { variantId: chips.variantId }, quantity: 2 }]);
      const { operator, warung } = await walk(db, market, order, "offered");
      const offer = await db
        .updateTable("offer")
        .set({ expires_at: new Date(Date.now() - 1) })
        .where("order_id", "=", order.id)
        .returning("id")
        .executeTakeFirstOrThrow();
      const { code } = order;
      const { refused } = await settled([
        acceptOrder(operator, db, { code }),
        declineOrder(operator, db, { code, reason: "ramai" }),
        expireOffer(db, offer.id),
        // both are due at once after the worker was away
        remindOffer(db, offer.id),
        cancelOrder(guest, db, {
          code,
          reason: "berubah pikiran",
          by: { as: "buyer", secret: order.secret },
        }),
      ]);
      expect(refused.every((error) => error instanceof StaleOffer)).toBe(true);
      // an order may still be cancelled after it was accepted or returned: so it is cancelled in the end
      expect(await statusOf(db, order.id)).toBe("cancelled");
      const pending = await db
        .selectFrom("offer")
        .select("id")
        .where("order_id", "=", order.id)
        .where("status", "=", "pending")
        .execute();
      expect(pending).toEqual([]);
      const windows = await db
        .selectFrom("warung_window")
        .select("held")
        .where("warung_id", "=", warung.id)
        .execute();
      expect(windows.reduce((sum, row) => sum + row.held, 0)).toBe(0);
    }
    const { stock } = await db
      .selectFrom("variant")
      .select("stock")
      .where("id", "=", chips.variantId)
      .executeTakeFirstOrThrow();
    expect(stock).toBe(1000);
  });
});

describe("many orders for a small warung", () => {
  it("holds no more than its capacity, whoever routes", async () => {
    const small = await aWarung(db, { name: "Warung Kecil", village: "18.71.01.1003", capacity: 3 });
    await db.updateTable("warung").set({ status: "paused" }).where("id", "!=", small.id).execute();
    const chips = await aProduct(db, market.siti, { stock: 1000 });
    const orders = await Promise.all(
      Array.from({ length: 10 }, () =>
        aPlacedOrder(db, [{ item: { variantId: chips.variantId }, quantity: 1 }]),
      ),
    );
    // each twice, as two workers would after a restart
    await Promise.all([...orders, ...orders].map((order) => routeOrder(db, order.id)));
    const statuses = await Promise.all(orders.map((order) => statusOf(db, order.id)));
    expect(statuses.filter((status) => status === "offered")).toHaveLength(3);
    expect(statuses.filter((status) => status === "needs_officer")).toHaveLength(7);
    await db.updateTable("warung").set({ status: "ready" }).where("id", "!=", small.id).execute();
    await db.updateTable("warung").set({ status: "paused" }).where("id", "=", small.id).execute();
  });
});

describe("the receiver's PIN sent by two phones at once", () => {
  it("books the cash once", async () => {
    const chips = await aProduct(db, market.siti, { stock: 10 });
    const order = await aPlacedOrder(db, [{ item: { variantId: chips.variantId }, quantity: 1 }]);
    const { operator } = await walk(db, market, order, "out_for_delivery", [market.siti]);
    const code = order.code;
    const { refused } = await settled(
      Array.from({ length: 6 }, () => deliverOrder(operator, db, { code, pin: order.pin })),
    );
    expect(refused).toEqual([]);
    const entries = await db
      .selectFrom("ledger_entry")
      .innerJoin("posting", "posting.id", "ledger_entry.posting_id")
      .select("amount")
      .where("order_id", "=", order.id)
      .execute();
    expect(entries.filter((entry) => entry.amount > 0)).toHaveLength(1);
  });
});
