import { beforeAll, describe, expect, it } from "vitest";
import { guest } from "#app/domain/accounts/actor.ts";
import { cancelOrder } from "#app/domain/orders/cancel-order.server.ts";
import { decideShortage } from "#app/domain/orders/decide-shortage.server.ts";
import { expireShortage } from "#app/domain/orders/expire-shortage.server.ts";
import { reportSellerShortage } from "#app/domain/orders/report-seller-shortage.server.ts";
import { reportWarungShortage } from "#app/domain/orders/report-warung-shortage.server.ts";
import { takeOverOrder } from "#app/domain/orders/take-over-order.server.ts";
import { BadInput, NotFound, StaleOrder } from "#app/lib/errors.ts";
import { aMarket, aProduct, type Market, REGENCY } from "#tests/factories/market.ts";
import { aPlacedOrder, statusOf, walk } from "#tests/factories/order.ts";
import {
  lineOf,
  linesOf,
  runOutOfAnswerTime,
  shortageOf,
  stockOf,
  totalsOf,
} from "#tests/factories/shortage.ts";
import { testDatabase } from "#tests/support/database.ts";

const { db } = await testDatabase(40);
let market: Market;

beforeAll(async () => {
  market = await aMarket(db);
});

async function anAskedOrder(stock = { missing: 100, substitute: 100 }) {
  const missing = await aProduct(db, market.siti, { price: 18_000, stock: stock.missing });
  const other = await aProduct(db, market.siti, { name: "Dodol", price: 15_000, stock: stock.substitute });
  const order = await aPlacedOrder(
    db,
    [
      { item: { variantId: missing.variantId }, quantity: 3 },
      { item: { stapleId: market.riceId, regencyCode: REGENCY }, quantity: 1 },
    ],
    { missingChoice: "substitute" },
  );
  const { warung, operator } = await walk(db, market, order, "accepted");
  const line = await lineOf(db, order, missing);
  const rice = await lineOf(db, order, { stapleId: market.riceId });
  await reportSellerShortage(market.siti.seller, db, {
    code: order.code,
    lineId: line.id,
    pieces: 2,
    reason: "habis",
    stockLeft: 7,
    substitute: { variantId: other.variantId, quantity: 2 },
  });
  const { id: shortageId } = await shortageOf(db, line.id);
  return { ...order, warung, operator, missing, other, line, rice, shortageId };
}

async function refusals(tries: readonly Promise<unknown>[]): Promise<Error[]> {
  const results = await Promise.allSettled(tries);
  return results.flatMap((result) => (result.status === "rejected" ? [result.reason as Error] : []));
}

const held = async () =>
  (await db.selectFrom("warung_window").select("held").execute()).reduce((sum, row) => sum + row.held, 0);

describe("the answer, the deadline, a cancellation, a take-over and a second report at the same moment", () => {
  it("leave one decision, totals that agree, and every piece of stock in one place", async () => {
    for (let round = 0; round < 12; round++) {
      const order = await anAskedOrder();
      const { code, shortageId } = order;
      const buyer = { as: "buyer", secret: order.secret } as const;
      await runOutOfAnswerTime(db, order.id);
      const acts = [
        () => decideShortage(guest, db, { code, shortageId, decision: "substituted", by: buyer }),
        () => decideShortage(guest, db, { code, shortageId, decision: "dropped", by: buyer }),
        () =>
          decideShortage(market.officer, db, {
            code,
            shortageId,
            decision: "cancelled",
            by: { as: "officer" },
          }),
        () => expireShortage(db, shortageId),
        () => cancelOrder(guest, db, { code, reason: "berubah pikiran", by: buyer }),
        () => takeOverOrder(market.officer, db, { code }),
        () =>
          reportWarungShortage(order.operator, db, {
            code,
            lineId: order.rice.id,
            pieces: 1,
            reason: "rusak",
            substitute: null,
          }),
      ];
      // without the two that end everything the others get their turn, too
      const chosen = round % 2 ? acts : acts.filter((_, at) => at !== 2 && at !== 4);
      const start = round % chosen.length;
      const refused = await refusals([...chosen.slice(start), ...chosen.slice(0, start)].map((act) => act()));
      expect(
        refused.filter(
          (error) => !(error instanceof StaleOrder || error instanceof NotFound || error instanceof BadInput),
        ),
      ).toEqual([]);

      const decided = await shortageOf(db, order.line.id);
      expect(decided.decision).not.toBeNull();
      const lines = await linesOf(db, order.id);
      const counted = (variantId: number) =>
        lines.filter((line) => line.variant_id === variantId).reduce((sum, line) => sum + line.quantity, 0);
      const totals = await totalsOf(db, order.id);
      expect([totals.summed, totals.total]).toEqual([totals.goods, totals.goods + 5_000]);
      expect(totals.due).toBe(totals.total);
      expect(counted(order.missing.variantId)).toBe(1);
      const status = await statusOf(db, order.id);
      const open = await db
        .selectFrom("shortage")
        .select("id")
        .where("order_id", "=", order.id)
        .where("decided_at", "is", null)
        .execute();
      if (status === "cancelled") {
        // the one bag that exists is back, beside the seven she has; nobody has the substitute
        expect(await stockOf(db, order.missing.variantId)).toBe(8);
        expect(await stockOf(db, order.other.variantId)).toBe(100);
        expect(open).toEqual([]);
      } else {
        expect(await stockOf(db, order.missing.variantId)).toBe(7);
        expect(await stockOf(db, order.other.variantId)).toBe(100 - counted(order.other.variantId));
        expect(counted(order.other.variantId)).toBe(decided.decision === "substituted" ? 2 : 0);
        if (status !== "needs_officer") expect(status).toBe(open.length > 0 ? "awaiting_buyer" : "accepted");
        await cancelOrder(market.officer, db, { code, reason: "selesai diuji", by: { as: "officer" } });
        expect(await stockOf(db, order.missing.variantId)).toBe(8);
        expect(await stockOf(db, order.other.variantId)).toBe(100);
      }
      expect(await held()).toBe(0);
    }
  });
});

describe("one last substitute for many orders", () => {
  it("goes to one of them, and the stock never falls below zero", async () => {
    const last = await aProduct(db, market.siti, { name: "Sirup", price: 10_000, stock: 1 });
    const orders = await Promise.all(
      Array.from({ length: 6 }, async () => {
        const missing = await aProduct(db, market.siti, { price: 18_000, stock: 5 });
        const order = await aPlacedOrder(db, [{ item: { variantId: missing.variantId }, quantity: 2 }]);
        return { ...order, missing };
      }),
    );
    for (const order of orders) {
      await walk(db, market, order, "accepted");
      await reportSellerShortage(market.siti.seller, db, {
        code: order.code,
        lineId: (await lineOf(db, order, order.missing)).id,
        pieces: 1,
        reason: "rusak",
        stockLeft: 0,
        substitute: { variantId: last.variantId, quantity: 1 },
      });
    }
    const refused = await refusals(
      orders.map(async (order) =>
        decideShortage(guest, db, {
          code: order.code,
          shortageId: (await shortageOf(db, (await lineOf(db, order, order.missing)).id)).id,
          decision: "substituted",
          by: { as: "buyer", secret: order.secret },
        }),
      ),
    );
    expect(refused).toHaveLength(5);
    expect(refused.every((error) => error instanceof BadInput)).toBe(true);
    expect(await stockOf(db, last.variantId)).toBe(0);
    const statuses = await Promise.all(orders.map((order) => statusOf(db, order.id)));
    expect(statuses.filter((status) => status === "accepted")).toHaveLength(1);
    expect(statuses.filter((status) => status === "awaiting_buyer")).toHaveLength(5);
  });
});

describe("the same report by two phones at once", () => {
  it("asks once", async () => {
    const missing = await aProduct(db, market.siti, { stock: 5 });
    const order = await aPlacedOrder(db, [{ item: { variantId: missing.variantId }, quantity: 2 }]);
    await walk(db, market, order, "accepted");
    const line = await lineOf(db, order, missing);
    const refused = await refusals(
      Array.from({ length: 6 }, () =>
        reportSellerShortage(market.siti.seller, db, {
          code: order.code,
          lineId: line.id,
          pieces: 1,
          reason: "habis",
          stockLeft: 0,
          substitute: null,
        }),
      ),
    );
    expect(refused).toEqual([]);
    const asked = await db.selectFrom("shortage").select("id").where("order_id", "=", order.id).execute();
    expect(asked).toHaveLength(1);
  });
});
