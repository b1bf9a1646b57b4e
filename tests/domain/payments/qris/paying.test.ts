import { beforeAll, describe, expect, it } from "vitest";
import { guest } from "#app/domain/accounts/actor.ts";
import { account } from "#app/domain/ledger/accounts.ts";
import { cancelOrder } from "#app/domain/orders/cancel-order.server.ts";
import { decideShortage } from "#app/domain/orders/decide-shortage.server.ts";
import { deliverOrder } from "#app/domain/orders/deliver-order.server.ts";
import { findBoard } from "#app/domain/orders/find-board.server.ts";
import { reportWarungShortage } from "#app/domain/orders/report-warung-shortage.server.ts";
import { claimQris } from "#app/domain/payments/qris/claim-qris.server.ts";
import { confirmQris } from "#app/domain/payments/qris/confirm-qris.server.ts";
import { drawOrderQris } from "#app/domain/payments/qris/draw-order-qris.server.ts";
import { findQrisPayment } from "#app/domain/payments/qris/find-qris-payment.server.ts";
import { readQris } from "#app/domain/payments/qris/read-qris.ts";
import { scanQr } from "#app/domain/payments/qris/scan-qr.server.ts";
import { BadInput, NotFound, StaleOrder } from "#app/lib/errors.ts";
import { aMarket, aProduct, type Market, REGENCY, type TestProduct } from "#tests/factories/market.ts";
import { aPlacedOrder, statusOf, walk } from "#tests/factories/order.ts";
import { withQris } from "#tests/factories/qris.ts";
import { shortageOf } from "#tests/factories/shortage.ts";
import { findBreaches } from "#tests/support/always-true.ts";
import { testDatabase } from "#tests/support/database.ts";

const { db } = await testDatabase();
let market: Market;
let chips: TestProduct;

beforeAll(async () => {
  market = await aMarket(db);
  chips = await aProduct(db, market.siti, { price: 18_000, stock: 500 });
  // the one that is asked first
  await withQris(db, market.budi);
});

/** Three bags of chips and five of rice, to be paid by QRIS, at Pak Budi's up to `until`. */
async function anOrder(until: "offered" | "accepted" | "out_for_delivery" = "accepted") {
  const order = await aPlacedOrder(
    db,
    [
      { item: { variantId: chips.variantId }, quantity: 3 },
      { item: { stapleId: market.riceId, regencyCode: REGENCY }, quantity: 5 },
    ],
    { paymentMethod: "qris" },
  );
  const { warung, operator } = await walk(db, market, order, until, [market.siti]);
  expect(warung.id).toBe(market.budi.id);
  const { total } = await db
    .selectFrom("order")
    .select("total")
    .where("id", "=", order.id)
    .executeTakeFirstOrThrow();
  const { code, secret } = order;
  return { ...order, warung, operator, total, buyer: { code, secret } };
}

type Order = Awaited<ReturnType<typeof anOrder>>;

const shown = async (order: Order) => (await findQrisPayment(db, order.id))!;
const confirm = (order: Order, amount: number, seen = 0, isMore = false) =>
  confirmQris(order.operator, db, { code: order.code, amount, seen, isMore });
const paymentOf = (order: Order) =>
  db.selectFrom("payment").selectAll().where("order_id", "=", order.id).executeTakeFirstOrThrow();
const eventsOf = async (order: Order) =>
  (
    await db
      .selectFrom("order_event")
      .select("kind")
      .where("order_id", "=", order.id)
      .where("kind", "like", "qris%")
      .orderBy("id")
      .execute()
  ).map(({ kind }) => kind);
const dueRefunds = async (order: Order) =>
  (
    await db
      .selectFrom("refund")
      .select("amount")
      .where("order_id", "=", order.id)
      .where("status", "=", "due")
      .orderBy("id")
      .execute()
  ).map(({ amount }) => amount);
async function balanceOf(name: string): Promise<number> {
  const { amount } = await db
    .selectFrom("ledger_entry")
    .select((eb) => eb.fn.coalesce(eb.fn.sum<number>("amount"), eb.lit(0)).as("amount"))
    .where("account", "=", name)
    .executeTakeFirstOrThrow();
  return Number(amount);
}

describe("what a buyer is shown", () => {
  it("is nothing before a warung has the order, then its code with the exact amount", async () => {
    const order = await anOrder("offered");
    expect((await shown(order)).code).toBeNull();
    const taken = await anOrder();
    const { code, outstanding } = await shown(taken);
    expect(outstanding).toBe(taken.total);
    expect(readQris(code!.payload)).toMatchObject({ amount: taken.total, isStatic: false, name: code!.name });
  });

  it("comes as a picture that scans to the same code, for the buyer alone", async () => {
    const order = await anOrder();
    const { png, amount } = await drawOrderQris(db, { actor: guest, ...order.buyer });
    expect(amount).toBe(order.total);
    expect(await scanQr(png, "foto")).toEqual([(await shown(order)).code!.payload]);
    await expect(drawOrderQris(db, { actor: guest, code: order.code, secret: "lain" })).rejects.toThrow(
      NotFound,
    );
  });

  it("changes with the total when something is missing", async () => {
    const order = await anOrder();
    const line = await db
      .selectFrom("order_line")
      .select("id")
      .where("order_id", "=", order.id)
      .where("staple_id", "is not", null)
      .executeTakeFirstOrThrow();
    await reportWarungShortage(order.operator, db, {
      code: order.code,
      lineId: line.id,
      pieces: 2,
      reason: "habis",
      substitute: null,
    });
    await decideShortage(guest, db, {
      code: order.code,
      shortageId: (await shortageOf(db, line.id)).id,
      decision: "dropped",
      by: { as: "buyer", secret: order.secret },
    });
    const { code, outstanding } = await shown(order);
    expect(outstanding).toBe(order.total - 2 * 13_500);
    expect(readQris(code!.payload).amount).toBe(outstanding);
  });
});

describe("the buyer says that they paid", () => {
  it("and it counts as nothing but a word to the warung, once", async () => {
    const order = await anOrder();
    await Promise.all([claimQris(guest, db, order.buyer), claimQris(guest, db, order.buyer)]);
    expect(await eventsOf(order)).toEqual(["qris_claimed"]);
    expect((await paymentOf(order)).status).toBe("due");
    expect((await shown(order)).claimed).toBe(order.total);
    const { orders } = await findBoard(db, market.budi.id);
    expect(orders.find(({ code }) => code === order.code)?.says_paid).toBe(true);
    await confirm(order, order.total);
    await claimQris(guest, db, order.buyer);
    expect(await eventsOf(order)).toEqual(["qris_claimed", "qris_received"]);
  });

  it("and nobody else says it for them", async () => {
    const order = await anOrder();
    await expect(claimQris(guest, db, { code: order.code, secret: "lain" })).rejects.toThrow(NotFound);
  });
});

describe("the operator has seen the money", () => {
  it("once, however often and by whomever it is confirmed at once", async () => {
    const order = await anOrder("out_for_delivery");
    await Promise.all([
      confirm(order, order.total),
      confirm(order, order.total),
      confirm(order, order.total),
    ]);
    expect(await paymentOf(order)).toMatchObject({ status: "paid", received: order.total });
    expect(await eventsOf(order)).toEqual(["qris_received"]);
    await deliverOrder(order.operator, db, { code: order.code, pin: order.pin });
    expect(await paymentOf(order)).toMatchObject({ cash: 0 });
    expect(await findBreaches(db)).toEqual([]);
  });

  it("of which two people saw different amounts: one counts, the other hears of it", async () => {
    const order = await anOrder();
    const both = await Promise.allSettled([confirm(order, order.total), confirm(order, order.total - 1_000)]);
    expect(both.filter(({ status }) => status === "fulfilled").length).toBe(1);
    expect(both.find((one) => one.status === "rejected")).toMatchObject({ reason: expect.any(StaleOrder) });
    expect([order.total, order.total - 1_000]).toContain((await paymentOf(order)).received);
  });

  it("in two parts: the second confirmation is another one, and what is still missing is taken in cash", async () => {
    const order = await anOrder("out_for_delivery");
    await confirm(order, 50_000);
    expect(readQris((await shown(order)).code!.payload).amount).toBe(order.total - 50_000);
    await confirm(order, 50_000);
    expect((await paymentOf(order)).received).toBe(50_000);
    await confirm(order, 20_000, 50_000);
    expect(await paymentOf(order)).toMatchObject({ received: 70_000, status: "due" });
    await deliverOrder(order.operator, db, { code: order.code, pin: order.pin });
    expect(await paymentOf(order)).toMatchObject({ status: "paid", cash: order.total - 70_000 });
    expect(await findBreaches(db)).toEqual([]);
  });

  it("and it is too much: only when they say so, and the rest goes back", async () => {
    const order = await anOrder();
    await expect(confirm(order, order.total + 5_000)).rejects.toThrow(BadInput);
    expect((await paymentOf(order)).received).toBe(0);
    await confirm(order, order.total + 5_000, 0, true);
    expect(await paymentOf(order)).toMatchObject({ status: "paid", returned: 5_000 });
    expect(await dueRefunds(order)).toEqual([5_000]);
    expect(await findBreaches(db)).toEqual([]);
  });

  it("after it was taken in cash at the door: all of it goes back", async () => {
    const order = await anOrder("out_for_delivery");
    await deliverOrder(order.operator, db, { code: order.code, pin: order.pin });
    expect(await paymentOf(order)).toMatchObject({ cash: order.total });
    await expect(confirm(order, order.total)).rejects.toThrow(BadInput);
    await confirm(order, order.total, 0, true);
    expect(await dueRefunds(order)).toEqual([order.total]);
    expect(await balanceOf(account.toReturn(order.id))).toBe(-order.total);
    expect(await findBreaches(db)).toEqual([]);
  });

  it("while the buyer cancels: paid and sent back, or cancelled and sent back, never lost", async () => {
    for (let round = 0; round < 5; round++) {
      const order = await anOrder();
      await Promise.allSettled([
        confirm(order, order.total, 0, true),
        cancelOrder(guest, db, {
          code: order.code,
          reason: "Tidak jadi",
          by: { as: "buyer", secret: order.secret },
        }),
      ]);
      expect(await statusOf(db, order.id)).toBe("cancelled");
      const { received } = await paymentOf(order);
      expect(received).toBe(order.total);
      expect((await dueRefunds(order)).reduce((sum, amount) => sum + amount, 0)).toBe(received);
      expect(await findBreaches(db)).toEqual([]);
    }
  });

  it("only for an order of their own warung that is paid by QRIS", async () => {
    const order = await anOrder();
    await expect(
      confirmQris(market.ani.operator, db, { code: order.code, amount: 1_000, seen: 0, isMore: false }),
    ).rejects.toThrow(NotFound);
    const cash = await aPlacedOrder(db, [{ item: { variantId: chips.variantId }, quantity: 1 }]);
    const { operator } = await walk(db, market, cash, "accepted");
    await expect(
      confirmQris(operator, db, { code: cash.code, amount: 1_000, seen: 0, isMore: false }),
    ).rejects.toThrow(StaleOrder);
  });
});
