import { beforeAll, describe, expect, it } from "vitest";
import { guest } from "#app/domain/accounts/actor.ts";
import { account } from "#app/domain/ledger/accounts.ts";
import { receivePayment } from "#app/domain/ledger/receive-payment.server.ts";
import { cancelOrder } from "#app/domain/orders/cancel-order.server.ts";
import { decideShortage } from "#app/domain/orders/decide-shortage.server.ts";
import { deliverOrder } from "#app/domain/orders/deliver-order.server.ts";
import { reportSellerShortage } from "#app/domain/orders/report-seller-shortage.server.ts";
import { BadInput } from "#app/lib/errors.ts";
import { aMarket, aProduct, type Market, REGENCY, type TestProduct } from "#tests/factories/market.ts";
import { aPlacedOrder, statusOf, walk } from "#tests/factories/order.ts";
import { lineOf, shortageOf } from "#tests/factories/shortage.ts";
import { findBreaches } from "#tests/support/always-true.ts";
import { testDatabase } from "#tests/support/database.ts";

const { db } = await testDatabase();
let market: Market;
let chips: TestProduct;

beforeAll(async () => {
  market = await aMarket(db);
  chips = await aProduct(db, market.siti, { price: 18_000, stock: 500 });
  await db
    .updateTable("warung")
    .set({ qris_payload: "0".repeat(60), qris_name: "WARUNG UJI" })
    .where("id", "in", [market.budi.id, market.ani.id])
    .execute();
});

/** Three bags of chips and five of rice, to be paid by QRIS, at its warung up to `until`. */
async function anOrder(until: "accepted" | "out_for_delivery" = "accepted") {
  const order = await aPlacedOrder(
    db,
    [
      { item: { variantId: chips.variantId }, quantity: 3 },
      { item: { stapleId: market.riceId, regencyCode: REGENCY }, quantity: 5 },
    ],
    { paymentMethod: "qris" },
  );
  const { warung, operator } = await walk(db, market, order, until, [market.siti]);
  return { ...order, warung, operator };
}

type Order = Awaited<ReturnType<typeof anOrder>>;

const paymentOf = (order: { id: number }) =>
  db.selectFrom("payment").selectAll().where("order_id", "=", order.id).executeTakeFirstOrThrow();

const refundsOf = (order: { id: number }) =>
  db
    .selectFrom("refund")
    .select(["kind", "method", "amount", "status", "warung_id"])
    .where("order_id", "=", order.id)
    .execute();

async function balanceOf(name: string): Promise<number> {
  const { amount } = await db
    .selectFrom("ledger_entry")
    .select((eb) => eb.fn.coalesce(eb.fn.sum<number>("amount"), eb.lit(0)).as("amount"))
    .where("account", "=", name)
    .executeTakeFirstOrThrow();
  return Number(amount);
}

const pay = (order: Order, amount: number, key = `uji:${order.code}`) =>
  db.transaction().execute((tx) =>
    receivePayment(tx, {
      key,
      orderId: order.id,
      amount,
      from: { method: "qris", warungId: order.warung.id },
      confirmedBy: "operator",
    }),
  );

describe("an order that is paid before it is handed over", () => {
  it("goes only to warung that take the way of paying", async () => {
    const order = await anOrder();
    expect([market.budi.id, market.ani.id]).toContain(order.warung.id);
    await db.updateTable("warung").set({ qris_payload: null, qris_name: null }).execute();
    const basket = [{ item: { variantId: chips.variantId }, quantity: 1 }];
    await expect(aPlacedOrder(db, basket, { paymentMethod: "qris" })).rejects.toThrow(BadInput);
    await expect(aPlacedOrder(db, basket, { paymentMethod: "card" })).rejects.toThrow(BadInput);
    await db
      .updateTable("warung")
      .set({ qris_payload: "0".repeat(60), qris_name: "WARUNG UJI" })
      .where("id", "in", [market.budi.id, market.ani.id])
      .execute();
    expect(await findBreaches(db)).toEqual([]);
  });

  it("counts as paid with all of it, is booked once, and asks for no cash", async () => {
    const order = await anOrder("out_for_delivery");
    const { amount } = await paymentOf(order);
    const cash = await balanceOf(account.warungCash(order.warung.id));
    expect(await Promise.all([pay(order, amount), pay(order, amount)])).toEqual(
      expect.arrayContaining([true, false]),
    );
    expect(await paymentOf(order)).toMatchObject({ status: "paid", received: amount });
    expect(await balanceOf(account.prepaid(order.id))).toBe(-amount);
    await deliverOrder(order.operator, db, { code: order.code, pin: order.pin });
    expect(await paymentOf(order)).toMatchObject({ status: "paid", cash: 0 });
    expect(await balanceOf(account.prepaid(order.id))).toBe(0);
    expect(await balanceOf(account.warungCash(order.warung.id))).toBe(cash);
    expect(await findBreaches(db)).toEqual([]);
  });

  it("takes in cash what was paid too little, and owes back what was paid too much", async () => {
    const short = await anOrder("out_for_delivery");
    const { amount } = await paymentOf(short);
    await pay(short, amount - 10_000);
    expect(await paymentOf(short)).toMatchObject({ status: "due", received: amount - 10_000 });
    await deliverOrder(short.operator, db, { code: short.code, pin: short.pin });
    expect(await paymentOf(short)).toMatchObject({ status: "paid", cash: 10_000 });

    const over = await anOrder("out_for_delivery");
    await pay(over, amount + 2_500);
    expect(await refundsOf(over)).toEqual([
      { kind: "surplus", method: "qris", amount: 2_500, status: "due", warung_id: over.warung.id },
    ]);
    expect(await balanceOf(account.toReturn(over.id))).toBe(-2_500);
    await deliverOrder(over.operator, db, { code: over.code, pin: over.pin });
    expect(await findBreaches(db)).toEqual([]);
  });

  it("owes back what turns out to be missing, and all of it when it is cancelled", async () => {
    const order = await anOrder();
    const { amount } = await paymentOf(order);
    await pay(order, amount);
    const line = await lineOf(db, order, chips);
    await reportSellerShortage(market.siti.seller, db, {
      code: order.code,
      lineId: line.id,
      pieces: 1,
      reason: "habis",
      stockLeft: 400,
      substitute: null,
    });
    await decideShortage(guest, db, {
      code: order.code,
      shortageId: (await shortageOf(db, line.id)).id,
      decision: "dropped",
      by: { as: "buyer", secret: order.secret },
    });
    expect(await refundsOf(order)).toMatchObject([{ kind: "surplus", amount: 18_000 }]);
    expect(await findBreaches(db)).toEqual([]);
    await cancelOrder(guest, db, {
      code: order.code,
      reason: "Tidak jadi",
      by: { as: "buyer", secret: order.secret },
    });
    expect(await statusOf(db, order.id)).toBe("cancelled");
    expect((await refundsOf(order)).map((refund) => refund.amount)).toEqual([18_000, amount - 18_000]);
    expect(await balanceOf(account.toReturn(order.id))).toBe(-amount);
    expect(await balanceOf(account.prepaid(order.id))).toBe(0);
    expect(await findBreaches(db)).toEqual([]);
  });

  it("goes back when the money comes after the order has ended", async () => {
    const order = await anOrder();
    await cancelOrder(guest, db, {
      code: order.code,
      reason: "Tidak jadi",
      by: { as: "buyer", secret: order.secret },
    });
    await pay(order, 40_000);
    expect(await paymentOf(order)).toMatchObject({ status: "void", received: 40_000, returned: 40_000 });
    expect(await refundsOf(order)).toMatchObject([{ kind: "surplus", amount: 40_000 }]);
    expect(await findBreaches(db)).toEqual([]);
  });
});

describe("what the day's policy leaves to platform and warung", () => {
  it("comes off the sellers' goods, and not off bringing them", async () => {
    await db
      .insertInto("fee_policy")
      .values({ starts_on: "2026-02-01", commission_bp: 250, handling_bp: 100, decided_by: "Uji" })
      .execute();
    const order = await anOrder("out_for_delivery");
    await deliverOrder(order.operator, db, { code: order.code, pin: order.pin });
    const entries = await db
      .selectFrom("ledger_entry as e")
      .innerJoin("posting as p", "p.id", "e.posting_id")
      .select(["e.account", "e.amount"])
      .where("p.key", "=", `sale:${order.code}`)
      .execute();
    const of = (name: string) => entries.find((entry) => entry.account === name)?.amount;
    const row = await db.selectFrom("order").selectAll().where("id", "=", order.id).executeTakeFirstOrThrow();
    expect(of(account.commission)).toBe(-1_350);
    expect(of(account.sellerDue(market.siti.id))).toBe(-(54_000 + row.first_leg_fee - 1_350 - 540));
    expect(of(account.warungEarnings(order.warung.id))).toBe(-(5 * 13_500 + row.delivery_fee + 540));
    expect(of(account.warungCash(order.warung.id))).toBe(row.total);
    expect(await findBreaches(db)).toEqual([]);
  });
});
