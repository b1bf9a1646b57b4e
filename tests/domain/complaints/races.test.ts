import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { guest } from "#app/domain/accounts/actor.ts";
import { agreeAnswer } from "#app/domain/complaints/agree-answer.server.ts";
import { answerComplaint } from "#app/domain/complaints/answer-complaint.server.ts";
import { attestRefund } from "#app/domain/complaints/attest-refund.server.ts";
import { confirmRemedy } from "#app/domain/complaints/confirm-remedy.server.ts";
import { disputeAnswer } from "#app/domain/complaints/dispute-answer.server.ts";
import { expireComplaint } from "#app/domain/complaints/expire-complaint.server.ts";
import { findBuyerComplaint } from "#app/domain/complaints/find-buyer-complaint.server.ts";
import { handOverRemedy } from "#app/domain/complaints/hand-over-remedy.server.ts";
import { sweepComplaints } from "#app/domain/complaints/sweep-complaints.server.ts";
import { withdrawComplaint } from "#app/domain/complaints/withdraw-complaint.server.ts";
import { completeOrder } from "#app/domain/orders/complete-order.server.ts";
import { BadInput, StaleOrder, StaleRecord } from "#app/lib/errors.ts";
import { aComplaint, aReceivedOrder, type Received, runOutOfTime } from "#tests/factories/complaint.ts";
import { aMarket, aProduct, type Market, type TestProduct } from "#tests/factories/market.ts";
import { statusOf } from "#tests/factories/order.ts";
import { findBreaches } from "#tests/support/always-true.ts";
import { testDatabase } from "#tests/support/database.ts";

const { db } = await testDatabase(20);
let market: Market;
let chips: TestProduct;
const ROUNDS = 5;

beforeAll(async () => {
  market = await aMarket(db);
  chips = await aProduct(db, market.siti, { price: 18_000, stock: 1_000 });
});

afterEach(async () => expect(await findBreaches(db)).toEqual([]));

const asBuyer = (order: Received, code: string) => ({ orderCode: order.code, code, secret: order.secret });
const answer = (code: string, what: "refund" | "exchange" | "refused") =>
  answerComplaint(market.siti.seller, db, { code, as: "seller", answer: what, text: "Begitu." });

async function complaintOf(code: string) {
  return db.selectFrom("complaint").selectAll().where("code", "=", code).executeTakeFirstOrThrow();
}

async function eventsOf(code: string): Promise<string[]> {
  const rows = await db
    .selectFrom("complaint_event as e")
    .innerJoin("complaint as c", "c.id", "e.complaint_id")
    .select("e.kind")
    .where("c.code", "=", code)
    .orderBy("e.id")
    .execute();
  return rows.map((row) => row.kind);
}

/** What came of steps taken at the same moment; whoever was late got a named error. */
async function together(...steps: readonly Promise<unknown>[]) {
  const results = await Promise.allSettled(steps);
  for (const result of results) {
    if (result.status === "rejected")
      expect([StaleRecord, StaleOrder, BadInput].some((known) => result.reason instanceof known)).toBe(true);
  }
  return results.filter(({ status }) => status === "fulfilled").length;
}

async function stockOf(variantId: number): Promise<number> {
  const row = await db
    .selectFrom("variant")
    .select("stock")
    .where("id", "=", variantId)
    .executeTakeFirstOrThrow();
  return row.stock;
}

describe("at the same moment", () => {
  it("the seller's answer and the end of their time: one of the two holds", async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const order = await aReceivedOrder(db, market, chips);
      const code = await aComplaint(db, order);
      const id = await runOutOfTime(db, code);
      await together(answer(code, "refused"), expireComplaint(db, id), sweepComplaints(db));
      const events = await eventsOf(code);
      const { status } = await complaintOf(code);
      expect([
        ["answered", "complaint_answered"],
        ["disputed", "complaint_disputed"],
      ]).toContainEqual([status, events[1]]);
      expect(events).toHaveLength(2);
    }
  });

  it("two answers: the first holds, and stock is taken once at most", async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const before = await stockOf(chips.variantId);
      const order = await aReceivedOrder(db, market, chips);
      const code = await aComplaint(db, order, { wanted: "exchange" });
      const done = await together(answer(code, "exchange"), answer(code, "exchange"), answer(code, "refund"));
      expect(done).toBe(1);
      const { status } = await complaintOf(code);
      expect(await stockOf(chips.variantId)).toBe(before - 3 - (status === "exchange_due" ? 2 : 0));
    }
  });

  it("agreeing, disputing, taking back and silence: one of them", async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const order = await aReceivedOrder(db, market, chips);
      const code = await aComplaint(db, order, { wanted: "exchange" });
      await answer(code, "refund");
      const id = await runOutOfTime(db, code);
      await together(
        agreeAnswer(guest, db, asBuyer(order, code)),
        disputeAnswer(guest, db, { ...asBuyer(order, code), text: "Tidak mau." }),
        expireComplaint(db, id),
      );
      expect(await eventsOf(code)).toHaveLength(3);
      await together(
        withdrawComplaint(guest, db, asBuyer(order, code)),
        withdrawComplaint(guest, db, asBuyer(order, code)),
      );
      expect((await eventsOf(code)).filter((kind) => kind === "complaint_withdrawn").length).toBeLessThan(2);
    }
  });

  it("money is handed back once, whoever says so first, and every posting sums to zero", async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const order = await aReceivedOrder(db, market, chips);
      const code = await aComplaint(db, order);
      await answer(code, "refund");
      const { pin } = await findBuyerComplaint(db, { actor: guest, ...asBuyer(order, code) });
      const give = () => handOverRemedy(order.warung.operator, db, { code, pin: pin!, goodsReturned: true });
      await together(
        give(),
        give(),
        confirmRemedy(guest, db, asBuyer(order, code)),
        attestRefund(market.officer, db, { code, reason: "Dilihat sendiri" }),
      );
      const entries = await db
        .selectFrom("ledger_entry as e")
        .innerJoin("posting as p", "p.id", "e.posting_id")
        .select("e.amount")
        .where("p.order_id", "=", order.id)
        .where("p.kind", "=", "refund_paid")
        .execute();
      expect(entries.map((entry) => entry.amount).sort((a, b) => a - b)).toEqual([-36_000, 36_000]);
      expect((await eventsOf(code)).filter((kind) => kind === "complaint_refunded")).toHaveLength(1);
    }
  });

  it("complaining and the order's end: either it is complained of, or it is over", async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const order = await aReceivedOrder(db, market, chips);
      const done = await together(aComplaint(db, order), completeOrder(db, order.id));
      const { length: complaints } = await db
        .selectFrom("complaint")
        .select("id")
        .where("order_id", "=", order.id)
        .execute();
      expect([
        ["delivered", 1, 2],
        ["completed", 0, 1],
      ]).toContainEqual([await statusOf(db, order.id), complaints, done]);
    }
  });

  it("two forms for one line: one complaint", async () => {
    const order = await aReceivedOrder(db, market, chips);
    expect(await together(aComplaint(db, order), aComplaint(db, order), aComplaint(db, order))).toBe(1);
  });
});
