import "#tests/support/stripe-shop.ts";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { guest } from "#app/domain/accounts/actor.ts";
import { account } from "#app/domain/ledger/accounts.ts";
import { acceptOrder } from "#app/domain/orders/accept-order.server.ts";
import { cancelOrder } from "#app/domain/orders/cancel-order.server.ts";
import { deliverOrder } from "#app/domain/orders/deliver-order.server.ts";
import { routeOrder } from "#app/domain/orders/route-order.server.ts";
import { capturePayment } from "#app/domain/payments/card/capture-payment.server.ts";
import { confirmCardPayment } from "#app/domain/payments/card/confirm-card-payment.server.ts";
import { expireUnpaid } from "#app/domain/payments/card/expire-unpaid.server.ts";
import { followCardPayment } from "#app/domain/payments/card/follow-card-payment.server.ts";
import { payCashInstead } from "#app/domain/payments/card/pay-cash-instead.server.ts";
import { sweepCardPayments } from "#app/domain/payments/card/sweep-card-payments.server.ts";
import { NotFound, ProviderUnreachable } from "#app/lib/errors.ts";
import {
  aBasket,
  aCardOrder,
  askForPage,
  type CardOrder,
  cardOf,
  payOnPage,
  sessionOf,
} from "#tests/factories/card.ts";
import { aMarket, anOfficer, aProduct, type Market, type TestProduct } from "#tests/factories/market.ts";
import { askedWarung, statusOf, walk } from "#tests/factories/order.ts";
import { findBreaches } from "#tests/support/always-true.ts";
import { hear, runCardJobs } from "#tests/support/card-jobs.ts";
import { testDatabase } from "#tests/support/database.ts";
import { stripe } from "#tests/support/stripe-shop.ts";

const { db } = await testDatabase(20);
let market: Market;
let chips: TestProduct;

beforeAll(async () => {
  market = await aMarket(db);
  chips = await aProduct(db, market.siti, { price: 18_000, stock: 500 });
  await anOfficer(db, "Bu Dewi", null);
});
beforeEach(() => {
  stripe.mend();
  stripe.refundStatus = "succeeded";
});

const anOrder = () => aCardOrder(db, aBasket(chips.variantId, market.riceId));

const paymentOf = ({ id }: { id: number }) =>
  db.selectFrom("payment").selectAll().where("order_id", "=", id).executeTakeFirstOrThrow();

async function balanceOf(name: string): Promise<number> {
  const { amount } = await db
    .selectFrom("ledger_entry")
    .select((eb) => eb.fn.coalesce(eb.fn.sum<number>("amount"), eb.lit(0)).as("amount"))
    .where("account", "=", name)
    .executeTakeFirstOrThrow();
  return Number(amount);
}

/** Ledger, payment, order and what the provider says agree; and the card was charged exactly so much. */
async function expectInOrder(order: CardOrder, { charged, held = 0 }: { charged: number; held?: number }) {
  const { id } = await cardOf(db, order);
  expect({ charged: stripe.charged(id), held: stripe.held(id) }).toEqual({ charged, held });
  expect(await findBreaches(db)).toEqual([]);
}

/** Held on the card, and known here. */
async function aHeldOrder(): Promise<CardOrder> {
  const order = await anOrder();
  await payOnPage(db, order);
  await confirmCardPayment(guest, db, order);
  return order;
}

/** A warung says yes. */
async function accept(order: CardOrder) {
  const { warung, operator } = await walk(db, market, order, "accepted", [market.siti]);
  return { warung, operator };
}

const past = () => new Date(Date.now() - 60_000);
const runOutOfTime = (order: CardOrder) =>
  db.updateTable("order").set({ deadline_at: past() }).where("checkout_id", "=", order.checkoutId).execute();

describe("from the form to the warung", () => {
  it("waits for the payment, holds the card, and charges when the warung accepts", async () => {
    const order = await anOrder();
    expect(await statusOf(db, order.id)).toBe("awaiting_payment");
    await payOnPage(db, order);
    expect(await confirmCardPayment(guest, db, order)).toBe(true);
    expect(await statusOf(db, order.id)).toBe("placed");
    expect(await paymentOf(order)).toMatchObject({ status: "held", received: 0 });
    await runCardJobs(db);
    await expectInOrder(order, { charged: 0, held: order.total });

    await accept(order);
    await runCardJobs(db);
    expect(await paymentOf(order)).toMatchObject({ status: "paid", received: order.total });
    expect(await cardOf(db, order)).toMatchObject({ status: "captured", captured: order.total });
    await expectInOrder(order, { charged: order.total });
  });

  it("books the provider's fee once", async () => {
    const before = await balanceOf(account.providerFees);
    const order = await aHeldOrder();
    await accept(order);
    await runCardJobs(db);
    await followCardPayment(db, order.checkoutId);
    const { fee } = await cardOf(db, order);
    expect(fee).toBe(Math.round(order.total * 0.034 + 5_000));
    expect((await balanceOf(account.providerFees)) - before).toBe(fee);
  });

  it("is taken in cash by nobody at the door", async () => {
    const order = await aHeldOrder();
    const { warung, operator } = await walk(db, market, order, "out_for_delivery", [market.siti]);
    await runCardJobs(db);
    const cash = await balanceOf(account.warungCash(warung.id));
    await deliverOrder(operator, db, order);
    expect(await balanceOf(account.warungCash(warung.id))).toBe(cash);
    expect(await balanceOf(account.prepaid(order.id))).toBe(0);
    await expectInOrder(order, { charged: order.total });
  });

  it("is charged late when the provider was away until after the goods were handed over", async () => {
    const order = await aHeldOrder();
    const { operator } = await walk(db, market, order, "out_for_delivery", [market.siti]);
    stripe.goWrong(/./, "away", 99);
    await expect(capturePayment(db, order.checkoutId)).rejects.toBeInstanceOf(ProviderUnreachable);
    await deliverOrder(operator, db, order);
    expect(await paymentOf(order)).toMatchObject({ status: "held", cash: 0 });
    expect(await balanceOf(account.prepaid(order.id))).toBe(order.total);
    expect(await findBreaches(db)).toEqual([]);
    stripe.mend();
    await sweepCardPayments(db);
    expect(await paymentOf(order)).toMatchObject({ status: "paid" });
    expect(await balanceOf(account.prepaid(order.id))).toBe(0);
    await expectInOrder(order, { charged: order.total });
  });

  it("shows the page to nobody but its buyer", async () => {
    const order = await anOrder();
    for (const secret of [undefined, "salah"]) {
      await expect(askForPage(db, { ...order, secret: secret as string })).rejects.toBeInstanceOf(NotFound);
      await expect(confirmCardPayment(guest, db, { code: order.code, secret })).rejects.toBeInstanceOf(
        NotFound,
      );
      await expect(payCashInstead(guest, db, { code: order.code, secret })).rejects.toBeInstanceOf(NotFound);
    }
  });
});

describe("the page", () => {
  it("is the same in two tabs, and the buyer is charged once", async () => {
    const order = await anOrder();
    const pages = await Promise.all([askForPage(db, order), askForPage(db, order), askForPage(db, order)]);
    expect(new Set(pages).size).toBe(1);
    stripe.pay(sessionOf(pages[0]!));
    expect(stripe.pay(sessionOf(pages[1]!))).toBeUndefined();
    expect(await askForPage(db, order)).toBeNull();
    await accept(order);
    await runCardJobs(db);
    await expectInOrder(order, { charged: order.total });
  });

  it("comes back from the provider's page without paying, and is still there", async () => {
    const order = await anOrder();
    const page = await askForPage(db, order);
    await confirmCardPayment(guest, db, order);
    expect(await statusOf(db, order.id)).toBe("awaiting_payment");
    expect(await askForPage(db, order)).toBe(page);
  });

  it("is a new one when the last is over, and nobody can pay on both", async () => {
    const order = await anOrder();
    const first = sessionOf(await askForPage(db, order));
    stripe.letSessionExpire(first);
    const second = sessionOf(await askForPage(db, order));
    expect(second).not.toBe(first);
    expect(stripe.pay(first)).toBeUndefined();
    stripe.pay(second);
    await confirmCardPayment(guest, db, order);
    expect(await statusOf(db, order.id)).toBe("placed");
    await expectInOrder(order, { charged: 0, held: order.total });
  });

  it("gives the orders time for as long as somebody can pay", async () => {
    const order = await anOrder();
    await runOutOfTime(order);
    const page = await askForPage(db, order);
    expect(page).toBeTruthy();
    await expireUnpaid(db, order.checkoutId);
    // the deadline was moved on, but the sweep closed the page: the next is a new one
    expect(await statusOf(db, order.id)).toBe("awaiting_payment");
    expect(await askForPage(db, order)).not.toBe(page);
  });

  it.each(["away", "before", "after", "lost"] as const)(
    "survives a provider whose answer is %s",
    async (how) => {
      const order = await anOrder();
      stripe.goWrong(/POST .*sessions$/, how, 2);
      await expect(askForPage(db, order)).rejects.toBeInstanceOf(ProviderUnreachable);
      stripe.mend();
      await payOnPage(db, order);
      await confirmCardPayment(guest, db, order);
      await accept(order);
      await runCardJobs(db);
      await expectInOrder(order, { charged: order.total });
    },
  );

  it("of a declined card stays open for another", async () => {
    const order = await anOrder();
    const session = sessionOf(await askForPage(db, order));
    stripe.pay(session, "declined");
    await confirmCardPayment(guest, db, order);
    expect(await statusOf(db, order.id)).toBe("awaiting_payment");
    expect(await paymentOf(order)).toMatchObject({ status: "due" });
    await payOnPage(db, order);
    await confirmCardPayment(guest, db, order);
    await expectInOrder(order, { charged: 0, held: order.total });
  });
});

describe("what the provider tells us", () => {
  it("may come before the buyer is back, twice, and in the wrong order", async () => {
    const order = await anOrder();
    const from = stripe.events.length;
    await payOnPage(db, order);
    for (const event of stripe.events.slice(from).reverse()) {
      await hear(db, event);
      await hear(db, event);
    }
    await runCardJobs(db);
    expect(await statusOf(db, order.id)).toBe("placed");
    await confirmCardPayment(guest, db, order);
    await accept(order);
    await runCardJobs(db);
    for (const event of stripe.events.slice(from)) await hear(db, event);
    await runCardJobs(db);
    const placed = await db
      .selectFrom("order_event")
      .select("id")
      .where("order_id", "=", order.id)
      .where("kind", "in", ["placed", "card_charged"])
      .execute();
    expect(placed).toHaveLength(2);
    await expectInOrder(order, { charged: order.total });
  });

  it("is not believed: a word of a payment that was not made changes nothing", async () => {
    const order = await anOrder();
    const session = sessionOf(await askForPage(db, order));
    await hear(db, stripe.event("checkout.session.completed", { id: session, status: "complete" }));
    await runCardJobs(db);
    expect(await statusOf(db, order.id)).toBe("awaiting_payment");
    await hear(db, stripe.event("checkout.session.completed", { id: "cs_other", status: "complete" }));
    await hear(db, stripe.event("payment_method.attached", { id: "pm_1" }));
    await runCardJobs(db);
    expect(await findBreaches(db)).toEqual([]);
  });

  it("may never come: the sweep asks", async () => {
    const order = await anOrder();
    await payOnPage(db, order);
    await db
      .updateTable("card_payment")
      .set({ looked_at: new Date(Date.now() - 240_000) })
      .execute();
    await sweepCardPayments(db);
    expect(await statusOf(db, order.id)).toBe("placed");
    await expectInOrder(order, { charged: 0, held: order.total });
  });
});

describe("who does not pay", () => {
  it("gives the goods back when the time is over, and can pay on no page any more", async () => {
    const order = await anOrder();
    const session = sessionOf(await askForPage(db, order));
    await runOutOfTime(order);
    await sweepCardPayments(db);
    expect(await statusOf(db, order.id)).toBe("cancelled");
    expect(stripe.pay(session)).toBeUndefined();
    await expectInOrder(order, { charged: 0 });
  });

  it("but just has, keeps the order", async () => {
    const order = await anOrder();
    await payOnPage(db, order);
    await runOutOfTime(order);
    await sweepCardPayments(db);
    expect(await statusOf(db, order.id)).toBe("placed");
    await expectInOrder(order, { charged: 0, held: order.total });
  });

  it("keeps the goods while the provider cannot be asked, but not for ever", async () => {
    const order = await anOrder();
    await payOnPage(db, order);
    await runOutOfTime(order);
    stripe.goWrong(/./, "away", 99);
    await expect(expireUnpaid(db, order.checkoutId)).rejects.toBeInstanceOf(ProviderUnreachable);
    expect(await statusOf(db, order.id)).toBe("awaiting_payment");
    await db
      .updateTable("order")
      .set({ deadline_at: new Date(Date.now() - 61 * 60_000) })
      .where("id", "=", order.id)
      .execute();
    await expireUnpaid(db, order.checkoutId);
    expect(await statusOf(db, order.id)).toBe("cancelled");
    // the payment that nobody knew of is let go
    stripe.mend();
    await sweepCardPayments(db);
    await runCardJobs(db);
    await expectInOrder(order, { charged: 0 });
    expect(await cardOf(db, order)).toMatchObject({ status: "released" });
  });

  it("cancels, and a payment that still comes is let go at once", async () => {
    const order = await anOrder();
    const session = sessionOf(await askForPage(db, order));
    await cancelOrder(guest, db, {
      code: order.code,
      reason: "uji",
      by: { as: "buyer", secret: order.secret },
    });
    const from = stripe.events.length;
    stripe.pay(session);
    for (const event of stripe.events.slice(from)) await hear(db, event);
    await runCardJobs(db);
    expect(await cardOf(db, order)).toMatchObject({ status: "released" });
    await expectInOrder(order, { charged: 0 });
  });

  it("pays in cash instead", async () => {
    const order = await anOrder();
    const session = sessionOf(await askForPage(db, order));
    await Promise.all([payCashInstead(guest, db, order), payCashInstead(guest, db, order)]);
    expect(stripe.pay(session)).toBeUndefined();
    expect(await paymentOf(order)).toMatchObject({ method: "cash", status: "due" });
    const { warung, operator } = await walk(db, market, order, "out_for_delivery", [market.siti]);
    const cash = await balanceOf(account.warungCash(warung.id));
    await deliverOrder(operator, db, order);
    expect((await balanceOf(account.warungCash(warung.id))) - cash).toBe(order.total);
    await runCardJobs(db);
    await expectInOrder(order, { charged: 0 });
  });

  it("pays in cash instead while the provider is away; a payment on the old page is let go", async () => {
    const order = await anOrder();
    const session = sessionOf(await askForPage(db, order));
    stripe.goWrong(/./, "away", 99);
    await payCashInstead(guest, db, order);
    stripe.mend();
    stripe.pay(session);
    await runCardJobs(db);
    await runCardJobs(db);
    expect(await paymentOf(order)).toMatchObject({ method: "cash", status: "due" });
    await expectInOrder(order, { charged: 0 });
  });

  it("has paid by card after all, when both happen at once", async () => {
    const order = await anOrder();
    const session = sessionOf(await askForPage(db, order));
    stripe.pay(session);
    await Promise.all([payCashInstead(guest, db, order), confirmCardPayment(guest, db, order)]);
    expect(await paymentOf(order)).toMatchObject({ method: "card", status: "held" });
    await runCardJobs(db);
    await expectInOrder(order, { charged: 0, held: order.total });
  });
});

describe("a hold", () => {
  it("is let go when all is cancelled, however often", async () => {
    const order = await aHeldOrder();
    for (let times = 0; times < 2; times++)
      await cancelOrder(guest, db, {
        code: order.code,
        reason: "uji",
        by: { as: "buyer", secret: order.secret },
      });
    await runCardJobs(db);
    expect(await cardOf(db, order)).toMatchObject({ status: "released" });
    await expectInOrder(order, { charged: 0 });
  });

  it.each(["before", "after", "lost", "away"] as const)(
    "is charged once when the provider's answer is %s",
    async (how) => {
      const order = await aHeldOrder();
      await accept(order);
      stripe.goWrong(/capture$/, how, 2);
      await expect(capturePayment(db, order.checkoutId)).rejects.toBeInstanceOf(ProviderUnreachable);
      expect(await findBreaches(db)).toEqual([]);
      stripe.mend();
      await runCardJobs(db);
      expect(await cardOf(db, order)).toMatchObject({ status: "captured" });
      await expectInOrder(order, { charged: order.total });
    },
  );

  it("that was charged while the order was cancelled is given back", async () => {
    const order = await aHeldOrder();
    await accept(order);
    // charged, but nobody here knows
    stripe.goWrong(/capture$/, "lost", 2);
    await expect(capturePayment(db, order.checkoutId)).rejects.toBeInstanceOf(ProviderUnreachable);
    await cancelOrder(guest, db, {
      code: order.code,
      reason: "uji",
      by: { as: "buyer", secret: order.secret },
    });
    stripe.mend();
    await runCardJobs(db);
    expect(stripe.asked).toContain("POST /v1/refunds");
    await expectInOrder(order, { charged: 0 });
    expect(await balanceOf(account.prepaid(order.id))).toBe(0);
    expect(await balanceOf(account.toReturn(order.id))).toBe(0);
  });

  it("ends soon: what is accepted is charged, the rest is paid in cash and its buyer hears so", async () => {
    const order = await aHeldOrder();
    await routeOrder(db, order.id);
    const soon = new Date(Date.now() + 3_600_000);
    await db
      .updateTable("card_payment")
      .set({ hold_expires_at: soon })
      .where("checkout_id", "=", order.checkoutId)
      .execute();
    await sweepCardPayments(db);
    expect(await paymentOf(order)).toMatchObject({ method: "cash", status: "due" });
    expect(await cardOf(db, order)).toMatchObject({ status: "released" });
    const warung = (await askedWarung(db, order.id, market))!;
    await acceptOrder(warung.operator, db, order);
    await runCardJobs(db);
    const told = await db
      .selectFrom("order_event")
      .select("kind")
      .where("order_id", "=", order.id)
      .where("kind", "=", "card_lapsed")
      .execute();
    expect(told).toHaveLength(1);
    await expectInOrder(order, { charged: 0 });
  });

  it("that the bank let go is paid in cash", async () => {
    const order = await aHeldOrder();
    const { intent_id: intent } = await cardOf(db, order);
    const from = stripe.events.length;
    stripe.letHoldLapse(intent!);
    for (const event of stripe.events.slice(from)) await hear(db, event);
    await runCardJobs(db);
    expect(await paymentOf(order)).toMatchObject({ method: "cash", status: "due" });
    await accept(order);
    await runCardJobs(db);
    await expectInOrder(order, { charged: 0 });
  });

  it("that ended after the goods were handed over stays owed, and the province hears of it", async () => {
    const order = await aHeldOrder();
    const { operator } = await walk(db, market, order, "out_for_delivery", [market.siti]);
    await deliverOrder(operator, db, order);
    stripe.letHoldLapse((await cardOf(db, order)).intent_id!);
    await runCardJobs(db);
    expect(await cardOf(db, order)).toMatchObject({ status: "failed" });
    expect(await balanceOf(account.prepaid(order.id))).toBe(order.total);
    const told = await db
      .selectFrom("message")
      .select("recipient_name")
      .where("subject", "=", "Kartu tidak dapat ditagih")
      .where("body", "like", `%${order.code}%`)
      .execute();
    expect(told).toEqual([{ recipient_name: "Bu Dewi" }]);
    await expectInOrder(order, { charged: 0 });
  });
});
