/** Whatever is sold, given back, settled, paid and sent back, in whatever order: every balance is explained. */
import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { guest } from "#app/domain/accounts/actor.ts";
import { answerComplaint } from "#app/domain/complaints/answer-complaint.server.ts";
import { confirmRemedy } from "#app/domain/complaints/confirm-remedy.server.ts";
import { account } from "#app/domain/ledger/accounts.ts";
import { completeOrder } from "#app/domain/orders/complete-order.server.ts";
import { drawBatch } from "#app/domain/settlement/draw-batch.server.ts";
import { findPayeeMoney } from "#app/domain/settlement/find-payee-money.server.ts";
import { recordBounced } from "#app/domain/settlement/record-bounced.server.ts";
import { recordPaid } from "#app/domain/settlement/record-paid.server.ts";
import { DomainError } from "#app/lib/errors.ts";
import { insertPosting } from "#db/queries/ledger.ts";
import { aComplaint, aReceivedOrder, type Received } from "#tests/factories/complaint.ts";
import { aMarket, anOfficer, aProduct } from "#tests/factories/market.ts";
import { balanceOf, confirmAll, drawUp, giveAccount } from "#tests/factories/settlement.ts";
import { findBreaches } from "#tests/support/always-true.ts";
import { testDatabase } from "#tests/support/database.ts";

const { db } = await testDatabase();
const market = await aMarket(db);
const dewi = await anOfficer(db, "Bu Dewi", null);
const chips = await aProduct(db, market.siti, { price: 4_000, stock: 100_000 });
await giveAccount(db, market.siti);
for (const warung of [market.budi, market.ani, market.dedi]) await giveAccount(db, warung);

const orders: Received[] = [];
let week = 0;
let handedIn = 0;

/** The last order that is delivered and not over. */
async function openOrder(): Promise<Received | undefined> {
  const row = await db
    .selectFrom("order")
    .select("id")
    .where("status", "=", "delivered")
    .orderBy("id", "desc")
    .executeTakeFirst();
  return orders.find(({ id }) => id === row?.id);
}

/** A transfer in this state, the oldest first. */
async function payoutIn(status: string): Promise<{ batch: string; settlement: string } | undefined> {
  return db
    .selectFrom("payout as x")
    .innerJoin("payout_batch as b", "b.id", "x.batch_id")
    .innerJoin("settlement as s", "s.id", "x.settlement_id")
    .select(["b.code as batch", "s.code as settlement"])
    .where("x.status", "=", status)
    .orderBy("x.id")
    .executeTakeFirst();
}

const acts: Readonly<Record<string, () => Promise<unknown>>> = {
  sell: async () => orders.push(await aReceivedOrder(db, market, chips)),
  "give back": async () => {
    const order = await openOrder();
    if (!order) return;
    const code = await aComplaint(db, order);
    await answerComplaint(market.siti.seller, db, { code, as: "seller", answer: "refund", text: "Maaf." });
    await confirmRemedy(guest, db, { orderCode: order.code, code, secret: order.secret });
  },
  "promise back": async () => {
    const order = await openOrder();
    if (!order) return;
    const code = await aComplaint(db, order, { lineId: order.rice, pieces: 1 });
    await answerComplaint(order.warung.operator, db, {
      code,
      as: "operator",
      answer: "refund",
      text: "Maaf.",
    });
  },
  end: async () => {
    const order = await openOrder();
    if (order) await completeOrder(db, order.id);
  },
  "hand in": async () => {
    const till = account.warungCash(market.budi.id);
    const held = await balanceOf(db, till);
    if (held <= 0) return;
    await db.transaction().execute((tx) =>
      insertPosting(tx, { key: `uji-setor:${handedIn++}`, kind: "hand_in" }, [
        { account: account.officeCash("18.71"), amount: held },
        { account: till, amount: -held },
      ]),
    );
  },
  "draw up": () => drawUp(db, ++week),
  "draw up again": () => drawUp(db, week || 1),
  batch: async () => {
    await confirmAll(db, dewi);
    await drawBatch(dewi, db, { formKey: randomUUID() });
  },
  pay: async () => {
    const sent = await payoutIn("sent");
    if (sent) await recordPaid(dewi, db, sent);
  },
  "pay all": async () => {
    const sent = await payoutIn("sent");
    if (sent) await recordPaid(dewi, db, { batch: sent.batch });
  },
  bounce: async () => {
    const out = (await payoutIn("sent")) ?? (await payoutIn("paid"));
    if (out) await recordBounced(dewi, db, { ...out, reason: "rekening ditutup" });
  },
};

/** Likely enough to get somewhere, odd enough to get lost. */
const anAct = fc.oneof(
  { arbitrary: fc.constantFrom("sell", "end", "draw up", "batch", "pay"), weight: 3 },
  { arbitrary: fc.constantFrom(...Object.keys(acts)), weight: 2 },
);

it("leaves balances explained and nothing paid twice", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anAct, { minLength: 8, maxLength: 16 }), async (history) => {
      for (const what of history) {
        await acts[what]!().catch((error: unknown) => {
          if (!(error instanceof DomainError)) throw error;
        });
        expect(await findBreaches(db)).toEqual([]);
      }
      for (const [actor, as] of [
        [market.siti.seller, "seller"],
        [market.budi.operator, "operator"],
        [market.ani.operator, "operator"],
      ] as const) {
        const { balance, not_due, due, drawn, carried } = (await findPayeeMoney(db, actor, { as })).money;
        expect(not_due + due + drawn + carried).toBe(balance);
      }
    }),
    { numRuns: 10, endOnFailure: true },
  );
}, 300_000);
