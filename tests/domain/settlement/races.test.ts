import { randomUUID } from "node:crypto";
import { afterEach, beforeAll, expect, it } from "vitest";
import { type Actor, guest } from "#app/domain/accounts/actor.ts";
import { answerComplaint } from "#app/domain/complaints/answer-complaint.server.ts";
import { confirmRemedy } from "#app/domain/complaints/confirm-remedy.server.ts";
import { account } from "#app/domain/ledger/accounts.ts";
import { completeOrder } from "#app/domain/orders/complete-order.server.ts";
import { drawBatch } from "#app/domain/settlement/draw-batch.server.ts";
import { findBatch } from "#app/domain/settlement/find-batch.server.ts";
import { recordBounced } from "#app/domain/settlement/record-bounced.server.ts";
import { recordPaid } from "#app/domain/settlement/record-paid.server.ts";
import { BadInput, StaleOrder, StaleRecord } from "#app/lib/errors.ts";
import { insertPosting } from "#db/queries/ledger.ts";
import { aComplaint, aReceivedOrder } from "#tests/factories/complaint.ts";
import {
  aMarket,
  anOfficer,
  aProduct,
  aSeller,
  type Market,
  type TestProduct,
} from "#tests/factories/market.ts";
import {
  aFinishedOrder,
  aSoldOrder,
  balanceOf,
  confirmAll,
  drawUp,
  giveAccount,
  settlementsOf,
} from "#tests/factories/settlement.ts";
import { findBreaches } from "#tests/support/always-true.ts";
import { testDatabase } from "#tests/support/database.ts";

const { db } = await testDatabase(20);
const ROUNDS = 4;
let market: Market;
let chips: TestProduct;
let dewi: Actor;
let joko: Actor;
let week = 0;
let due: string;

beforeAll(async () => {
  market = await aMarket(db);
  dewi = await anOfficer(db, "Bu Dewi", null);
  joko = await anOfficer(db, "Pak Joko", null);
  chips = await aProduct(db, market.siti, { price: 18_000, stock: 10_000 });
  due = account.sellerDue(market.siti.id);
  await giveAccount(db, market.siti);
});

afterEach(async () => expect(await findBreaches(db)).toEqual([]));

const KNOWN = [BadInput, StaleRecord, StaleOrder];

/** What came of steps taken at the same moment; whoever was late got a named error. @returns how many went through */
async function together(...steps: readonly Promise<unknown>[]): Promise<number> {
  const results = await Promise.allSettled(steps);
  for (const result of results) {
    if (result.status === "rejected")
      expect(
        KNOWN.some((known) => result.reason instanceof known),
        String(result.reason),
      ).toBe(true);
  }
  return results.filter(({ status }) => status === "fulfilled").length;
}

it("drawn up by several at once: each payee has one settlement a week, and each entry is in one", async () => {
  for (let round = 0; round < ROUNDS; round++) {
    await Promise.all([aFinishedOrder(db, market, chips), aFinishedOrder(db, market, chips)]);
    const before = (await settlementsOf(db, due)).length;
    week += 1;
    const drawn = await Promise.all([drawUp(db, week), drawUp(db, week), drawUp(db, week), drawUp(db, week)]);
    const mine = await settlementsOf(db, due);
    expect(mine).toHaveLength(before + 1);
    expect(mine.at(-1)!.earned).toBe(72_000);
    // the seller, and the warung that brought the goods
    expect(drawn.reduce((sum, one) => sum + one, 0)).toBeGreaterThanOrEqual(2);
  }
});

it("an order that ends while it is drawn up is in this week's settlement or in the next, never in both or none", async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const open = await Promise.all([aSoldOrder(db, market, chips), aSoldOrder(db, market, chips)]);
    const before = await settlementsOf(db, due);
    week += 1;
    await together(drawUp(db, week), ...open.map(({ id }) => completeOrder(db, id)), drawUp(db, week));
    week += 1;
    await drawUp(db, week);
    const drawn = (await settlementsOf(db, due)).slice(before.length);
    expect(drawn.reduce((sum, { earned }) => sum + earned, 0)).toBe(72_000);
  }
});

it("money that goes back at the cut-off lowers this week's settlement or the next one", async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const order = await aReceivedOrder(db, market, chips);
    const code = await aComplaint(db, order);
    await answerComplaint(market.siti.seller, db, { code, as: "seller", answer: "refund", text: "Maaf." });
    const before = await settlementsOf(db, due);
    week += 1;
    const give = () => confirmRemedy(guest, db, { orderCode: order.code, code, secret: order.secret });
    await together(drawUp(db, week), give(), drawUp(db, week));
    await completeOrder(db, order.id);
    week += 1;
    await drawUp(db, week);
    const drawn = (await settlementsOf(db, due)).slice(before.length);
    expect(drawn.reduce((sum, { earned }) => sum + earned, 0)).toBe(54_000 - 36_000);
  }
});

it("a loss after the last line was paid makes the next settlement negative, and the one after it smaller", async () => {
  const seller = await aSeller(db, "Dapur Rugi");
  const cakes = await aProduct(db, seller, { price: 20_000 });
  const mine = account.sellerDue(seller.id);
  const order = await aFinishedOrder(db, { ...market, siti: seller }, cakes, { quantity: 1 });
  week += 1;
  await drawUp(db, week);
  // a cardholder's bank took it back
  await db.transaction().execute((tx) =>
    insertPosting(tx, { key: `uji-sengketa:${order.code}`, kind: "dispute_lost", orderId: order.id }, [
      { account: mine, amount: 20_000 },
      { account: account.provider, amount: -20_000 },
    ]),
  );
  week += 1;
  await drawUp(db, week);
  await aFinishedOrder(db, { ...market, siti: seller }, cakes, { quantity: 3 });
  week += 1;
  await drawUp(db, week);
  expect((await settlementsOf(db, mine)).map(({ amount, status }) => [amount, status])).toEqual([
    [20_000, "drawn_up"],
    [-20_000, "carried"],
    [40_000, "drawn_up"],
  ]);
});

it("two officers draw a batch, pay it and record a bounce at once: each happens once", async () => {
  for (let round = 0; round < ROUNDS; round++) {
    await aFinishedOrder(db, market, chips);
    week += 1;
    await drawUp(db, week);
    await confirmAll(db, dewi);
    const form = randomUUID();
    const before = await balanceOf(db, account.bank);
    const drawn = await Promise.allSettled([
      drawBatch(dewi, db, { formKey: form }),
      drawBatch(dewi, db, { formKey: form }),
      drawBatch(joko, db, { formKey: randomUUID() }),
    ]);
    const codes = new Set(drawn.flatMap((one) => (one.status === "fulfilled" ? [one.value] : [])));
    expect(codes.size).toBe(1);
    const [batch] = [...codes] as [string];
    const { count, amount, payouts } = await findBatch(db, dewi, { code: batch, page: 1 });
    expect(new Set(payouts.map(({ settlement }) => settlement)).size).toBe(count);

    const settlement = payouts[0]!.settlement;
    const bounce = () => recordBounced(joko, db, { batch, settlement, reason: "rekening ditutup" });
    await together(
      recordPaid(dewi, db, { batch }),
      recordPaid(joko, db, { batch }),
      recordPaid(joko, db, { batch, settlement }),
      bounce(),
      bounce(),
    );
    await together(recordPaid(dewi, db, { batch }), bounce());
    const after = await findBatch(db, dewi, { code: batch, page: 1 });
    expect(after.sent).toBe(0);
    expect(after.payouts.find((payout) => payout.settlement === settlement)!.status).toBe("bounced");
    expect(await balanceOf(db, account.bank)).toBe(before - (amount - payouts[0]!.amount));
  }
});
