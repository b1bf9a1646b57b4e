import "#tests/support/stripe-shop.ts";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Actor, guest } from "#app/domain/accounts/actor.ts";
import { answerComplaint } from "#app/domain/complaints/answer-complaint.server.ts";
import { confirmRemedy } from "#app/domain/complaints/confirm-remedy.server.ts";
import { account } from "#app/domain/ledger/accounts.ts";
import { cancelOrder } from "#app/domain/orders/cancel-order.server.ts";
import { deliverOrder } from "#app/domain/orders/deliver-order.server.ts";
import { confirmCardPayment } from "#app/domain/payments/card/confirm-card-payment.server.ts";
import { payCardRefund } from "#app/domain/payments/card/pay-card-refund.server.ts";
import { resolveRefund } from "#app/domain/payments/card/resolve-refund.server.ts";
import { sweepCardPayments } from "#app/domain/payments/card/sweep-card-payments.server.ts";
import { NotAllowed, ProviderUnreachable, StaleRecord } from "#app/lib/errors.ts";
import { aBasket, aCardOrder, type CardOrder, cardOf, payOnPage } from "#tests/factories/card.ts";
import { aComplaint } from "#tests/factories/complaint.ts";
import { aMarket, anOfficer, aProduct, type Market, type TestProduct } from "#tests/factories/market.ts";
import { walk } from "#tests/factories/order.ts";
import { findBreaches } from "#tests/support/always-true.ts";
import { hear, runCardJobs } from "#tests/support/card-jobs.ts";
import { testDatabase } from "#tests/support/database.ts";
import { stripe } from "#tests/support/stripe-shop.ts";
import { takeJobs } from "#tests/support/waiting-jobs.ts";

const { db } = await testDatabase();
const PRICE = 18_000;
let market: Market;
let chips: TestProduct;
let dewi: Actor;

beforeAll(async () => {
  market = await aMarket(db);
  chips = await aProduct(db, market.siti, { price: PRICE, stock: 500 });
  dewi = await anOfficer(db, "Bu Dewi", null);
});
beforeEach(() => {
  stripe.mend();
  stripe.refundStatus = "succeeded";
});

/** Charged, and at its warung. */
async function aChargedOrder(until: "accepted" | "out_for_delivery" = "accepted") {
  const order = await aCardOrder(db, aBasket(chips.variantId, market.riceId));
  await payOnPage(db, order);
  await confirmCardPayment(guest, db, order);
  const { warung, operator } = await walk(db, market, order, until, [market.siti]);
  await runCardJobs(db);
  return { ...order, warung, operator };
}

/** Received, with a complaint of two bags that the seller wants to refund. */
async function aRefundDue() {
  const order = await aChargedOrder("out_for_delivery");
  await deliverOrder(order.operator, db, order);
  const lines = await db
    .selectFrom("order_line")
    .select(["id", "staple_id"])
    .where("order_id", "=", order.id)
    .execute();
  const goods = lines.find((line) => line.staple_id === null)!.id;
  const rice = lines.find((line) => line.staple_id !== null)!.id;
  const code = await aComplaint(db, { ...order, goods, rice }, { pieces: 2, wanted: "refund" });
  await answerComplaint(market.siti.seller, db, { code, as: "seller", answer: "refund", text: "" });
  return { order, code };
}

const refundOf = ({ id }: { id: number }) =>
  db.selectFrom("refund").selectAll().where("order_id", "=", id).executeTakeFirstOrThrow();

const complaintOf = (code: string) =>
  db.selectFrom("complaint").select("status").where("code", "=", code).executeTakeFirstOrThrow();

const charged = async (order: CardOrder) => stripe.charged((await cardOf(db, order)).id);

const cancel = ({ code, secret }: CardOrder) =>
  cancelOrder(guest, db, { code, reason: "uji", by: { as: "buyer", secret } });

async function balanceOf(name: string): Promise<number> {
  const { amount } = await db
    .selectFrom("ledger_entry")
    .select((eb) => eb.fn.coalesce(eb.fn.sum<number>("amount"), eb.lit(0)).as("amount"))
    .where("account", "=", name)
    .executeTakeFirstOrThrow();
  return Number(amount);
}

describe("a cancelled order that was charged", () => {
  it("gives all of it back to the card, once", async () => {
    const order = await aChargedOrder();
    expect(await charged(order)).toBe(order.total);
    await cancel(order);
    await runCardJobs(db);
    expect(await charged(order)).toBe(0);
    expect(await refundOf(order)).toMatchObject({ kind: "surplus", status: "paid_back", method: "card" });
    expect(await balanceOf(account.toReturn(order.id))).toBe(0);
    expect(await findBreaches(db)).toEqual([]);
  });

  it.each(["before", "after", "lost", "away"] as const)("once also when the answer is %s", async (how) => {
    const order = await aChargedOrder();
    await cancel(order);
    const [job] = await takeJobs(db, "pay-refund");
    stripe.goWrong(/POST .*refunds$/, how, 2);
    await expect(payCardRefund(db, job!.payload.refundId)).rejects.toBeInstanceOf(ProviderUnreachable);
    expect(await findBreaches(db)).toEqual([]);
    stripe.mend();
    await Promise.all([payCardRefund(db, job!.payload.refundId), payCardRefund(db, job!.payload.refundId)]);
    expect(await refundOf(order)).toMatchObject({ status: "paid_back" });
    expect(await charged(order)).toBe(0);
    expect(await findBreaches(db)).toEqual([]);
  });

  it("also when the job is gone: the sweep sees to it", async () => {
    const order = await aChargedOrder();
    await cancel(order);
    await takeJobs(db, "pay-refund");
    await db
      .updateTable("refund")
      .set({ created_at: new Date(Date.now() - 240_000) })
      .where("order_id", "=", order.id)
      .execute();
    await sweepCardPayments(db);
    expect(await charged(order)).toBe(0);
    expect(await findBreaches(db)).toEqual([]);
  });

  it("waits for the bank, and hears from it in the end", async () => {
    stripe.refundStatus = "pending";
    const order = await aChargedOrder();
    await cancel(order);
    await runCardJobs(db);
    const { provider_ref: ref, status } = await refundOf(order);
    expect(status).toBe("sent");
    const from = stripe.events.length;
    stripe.endRefund(ref!, "succeeded");
    for (const event of stripe.events.slice(from)) await hear(db, event);
    await runCardJobs(db);
    expect(await refundOf(order)).toMatchObject({ status: "paid_back", confirmed_by: "provider" });
    expect(await findBreaches(db)).toEqual([]);
  });

  it("whose bank sends it back is for the province's officers", async () => {
    stripe.refundStatus = "failed";
    const order = await aChargedOrder();
    await cancel(order);
    await runCardJobs(db);
    expect(await refundOf(order)).toMatchObject({
      status: "failed",
      failed_reason: "expired_or_canceled_card",
    });
    const told = await db
      .selectFrom("message")
      .select("recipient_name")
      .where("subject", "=", "Uang kembali ke kartu gagal")
      .where("body", "like", `%${order.code}%`)
      .execute();
    expect(told).toEqual([{ recipient_name: "Bu Dewi" }]);
    expect(await balanceOf(account.toReturn(order.id))).toBe(-order.total);
    expect(await findBreaches(db)).toEqual([]);
  });
});

describe("a complaint of goods that were paid by card", () => {
  it("is over when the card has its money back; nobody hands anything over", async () => {
    const { order, code } = await aRefundDue();
    const { secret, code: orderCode } = order;
    await expect(confirmRemedy(guest, db, { orderCode, code, secret })).rejects.toBeInstanceOf(StaleRecord);
    expect(await complaintOf(code)).toEqual({ status: "refund_due" });
    await runCardJobs(db);
    expect(await complaintOf(code)).toEqual({ status: "done" });
    expect(await charged(order)).toBe(order.total - 2 * PRICE);
    expect(await balanceOf(account.toReturn(order.id))).toBe(0);
    expect(await findBreaches(db)).toEqual([]);
  });

  it("stays open while the bank thinks about it", async () => {
    stripe.refundStatus = "pending";
    const { order, code } = await aRefundDue();
    await runCardJobs(db);
    expect(await complaintOf(code)).toEqual({ status: "refund_due" });
    stripe.endRefund((await refundOf(order)).provider_ref!, "succeeded");
    await payCardRefund(db, (await refundOf(order)).id);
    await runCardJobs(db);
    expect(await complaintOf(code)).toEqual({ status: "done" });
    expect(await findBreaches(db)).toEqual([]);
  });
});

describe("a refund that the bank sent back", () => {
  async function aFailed() {
    stripe.refundStatus = "failed";
    const order = await aChargedOrder();
    await cancel(order);
    await runCardJobs(db);
    stripe.refundStatus = "succeeded";
    return { order, id: (await refundOf(order)).id };
  }

  it("is tried once more by an officer of the province, and by nobody else", async () => {
    const { order, id } = await aFailed();
    const again = { id, how: { again: true } } as const;
    await expect(resolveRefund(market.officer, db, again)).rejects.toBeInstanceOf(NotAllowed);
    await resolveRefund(dewi, db, again);
    await expect(resolveRefund(dewi, db, again)).rejects.toBeInstanceOf(StaleRecord);
    await runCardJobs(db);
    expect(await refundOf(order)).toMatchObject({ status: "paid_back" });
    expect(await charged(order)).toBe(0);
    expect(await findBreaches(db)).toEqual([]);
  });

  it("or given back from the programme's own account, booked once", async () => {
    const { order, id } = await aFailed();
    const before = await balanceOf(account.bank);
    const otherwise = { id, how: { again: false, note: "BRI 1234, 25 November" } } as const;
    await resolveRefund(dewi, db, otherwise);
    await expect(resolveRefund(dewi, db, otherwise)).rejects.toBeInstanceOf(StaleRecord);
    expect((await balanceOf(account.bank)) - before).toBe(-order.total);
    expect(await balanceOf(account.toReturn(order.id))).toBe(0);
    expect(await findBreaches(db)).toEqual([]);
  });
});

it("tells the province, once, when a bank sends back what was back already", async () => {
  const order = await aChargedOrder();
  await cancel(order);
  await runCardJobs(db);
  const { provider_ref: ref } = await refundOf(order);
  const from = stripe.events.length;
  stripe.endRefund(ref!, "failed");
  for (const event of stripe.events.slice(from)) await hear(db, event);
  await runCardJobs(db);
  const told = await db.selectFrom("message").select("id").where("body", "like", `%${ref}%`).execute();
  expect(told).toHaveLength(1);
  expect(await refundOf(order)).toMatchObject({ status: "paid_back" });
  expect(await findBreaches(db)).toEqual([]);
});
