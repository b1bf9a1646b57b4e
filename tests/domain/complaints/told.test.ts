import { beforeAll, expect, it } from "vitest";
import { guest } from "#app/domain/accounts/actor.ts";
import { answerComplaint } from "#app/domain/complaints/answer-complaint.server.ts";
import { confirmRemedy } from "#app/domain/complaints/confirm-remedy.server.ts";
import { decideComplaint } from "#app/domain/complaints/decide-complaint.server.ts";
import { disputeAnswer } from "#app/domain/complaints/dispute-answer.server.ts";
import { tellOrderEvent } from "#app/domain/orders/telling/tell-order-event.server.ts";
import { aComplaint, aReceivedOrder, type Received } from "#tests/factories/complaint.ts";
import { aMarket, aProduct, type Market, type TestProduct } from "#tests/factories/market.ts";
import { testDatabase } from "#tests/support/database.ts";
import { takeJobs } from "#tests/support/waiting-jobs.ts";

const { db } = await testDatabase();
let market: Market;
let chips: TestProduct;

beforeAll(async () => {
  market = await aMarket(db);
  chips = await aProduct(db, market.siti, { price: 18_000, stock: 500 });
});

/** What was written since the last time, as `whom: what`; each step is told twice, and written once. */
async function told(order: Received): Promise<string[]> {
  const messages = () =>
    db
      .selectFrom("message")
      .select(["recipient_name", "subject", "body"])
      .where("subject", "like", `%${order.code}`)
      .orderBy("id")
      .execute();
  const before = (await messages()).length;
  for (const { payload } of await takeJobs(db, "tell-order-event")) {
    await tellOrderEvent(db, payload.eventId);
    await tellOrderEvent(db, payload.eventId);
  }
  const written = (await messages()).slice(before);
  // what a buyer wrote stays with the complaint
  expect(JSON.stringify(written)).not.toContain("remuk");
  return written.map((one) => `${one.recipient_name}: ${one.subject.replace(` ${order.code}`, "")}`).sort();
}

it("a complaint is told at each step to those who have something to do or to know", async () => {
  const order = await aReceivedOrder(db, market, chips);
  await told(order);
  const code = await aComplaint(db, order);
  expect(await told(order)).toEqual([
    "Dapur Bu Siti: Jawab keluhan: pesanan",
    "Warung Pak Budi: Ada keluhan: pesanan",
  ]);
  await answerComplaint(market.siti.seller, db, { code, as: "seller", answer: "refused", text: "Tidak." });
  expect(await told(order)).toEqual(["Rina Yulianti: Keluhan dijawab: pesanan"]);
  const asked = { orderCode: order.code, code, secret: order.secret };
  await disputeAnswer(guest, db, { ...asked, text: "Sudah remuk waktu dibuka." });
  expect(await told(order)).toEqual(["Bu Ratna: Keluhan perlu keputusan: pesanan"]);
  const decision = { code, decision: "refund", reason: "Foto jelas.", borneBy: "seller" } as const;
  await decideComplaint(market.officer, db, decision);
  expect(await told(order)).toEqual([
    "Dapur Bu Siti: Keluhan diputuskan: pesanan",
    "Rina Yulianti: Keluhan diputuskan: pesanan",
    "Warung Pak Budi: Keluhan yang perlu diselesaikan: pesanan",
  ]);
  await confirmRemedy(guest, db, asked);
  expect(await told(order)).toEqual(["Dapur Bu Siti: Uang kembali: pesanan"]);
});
