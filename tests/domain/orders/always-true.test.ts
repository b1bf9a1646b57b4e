/**
 * Buyers, sellers, operators, an officer and several workers do what they like with a handful of orders, in any sequence
 * and at the same moment. Whatever they do, what PRODUCT.md calls always true holds after each step.
 */
import fc from "fast-check";
import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { guest } from "#app/domain/accounts/actor.ts";
import { acceptOrder } from "#app/domain/orders/accept-order.server.ts";
import { assignWarung } from "#app/domain/orders/assign-warung.server.ts";
import { cancelOrder } from "#app/domain/orders/cancel-order.server.ts";
import { completeOrder } from "#app/domain/orders/complete-order.server.ts";
import { confirmSellerLine } from "#app/domain/orders/confirm-seller-line.server.ts";
import { decideShortage } from "#app/domain/orders/decide-shortage.server.ts";
import { declineOrder } from "#app/domain/orders/decline-order.server.ts";
import { deliverOrder } from "#app/domain/orders/deliver-order.server.ts";
import { dispatchOrder } from "#app/domain/orders/dispatch-order.server.ts";
import { expireOffer } from "#app/domain/orders/expire-offer.server.ts";
import { expireShortage } from "#app/domain/orders/expire-shortage.server.ts";
import { gatherStaple } from "#app/domain/orders/gather-staple.server.ts";
import { handOverSellerLine } from "#app/domain/orders/hand-over-seller-line.server.ts";
import { markReady } from "#app/domain/orders/mark-ready.server.ts";
import { MISSING_CHOICES, type MissingChoice } from "#app/domain/orders/missing-choices.ts";
import { receiveSellerLine } from "#app/domain/orders/receive-seller-line.server.ts";
import { reportSellerShortage } from "#app/domain/orders/report-seller-shortage.server.ts";
import { reportWarungShortage } from "#app/domain/orders/report-warung-shortage.server.ts";
import { routeOrder } from "#app/domain/orders/route-order.server.ts";
import type { ShortageDecision } from "#app/domain/orders/settle-shortage.server.ts";
import { sweepDeadlines } from "#app/domain/orders/sweep-deadlines.server.ts";
import { takeOverOrder } from "#app/domain/orders/take-over-order.server.ts";
import { DomainError } from "#app/lib/errors.ts";
import { aMarket, aProduct, type Market, REGENCY, type TestWarung } from "#tests/factories/market.ts";
import { aPlacedOrder, type TestOrder } from "#tests/factories/order.ts";
import { findBreaches } from "#tests/support/always-true.ts";
import { testDatabase } from "#tests/support/database.ts";

const { db } = await testDatabase(20);
let market: Market;
/** what stands in for missing chips: the last one is this run's, and there are two */
const others: number[] = [];
const CHOICES = Object.keys(MISSING_CHOICES) as MissingChoice[];

beforeAll(async () => {
  market = await aMarket(db);
});

/** What an order is like now, as the person in front of it sees it. */
async function look(order: TestOrder) {
  const row = await db
    .selectFrom("order as o")
    .leftJoin("offer as f", (join) => join.onRef("f.order_id", "=", "o.id").on("f.status", "=", "pending"))
    .select(["o.warung_id", "f.id as offer_id", "f.warung_id as asked_id"])
    .where("o.id", "=", order.id)
    .executeTakeFirstOrThrow();
  const all: readonly TestWarung[] = [market.budi, market.ani, market.dedi];
  const operator = (all.find(({ id }) => id === (row.warung_id ?? row.asked_id)) ?? market.budi).operator;
  return { operator, offerId: row.offer_id };
}

const byBuyer = (order: TestOrder) => ({ as: "buyer", secret: order.secret }) as const;

/** The line of an order that is named by what it is of, and the question about it that is open. */
async function asked(order: TestOrder, kind: "variant_id" | "staple_id") {
  return db
    .selectFrom("order_line as l")
    .leftJoin("shortage as h", (join) =>
      join.onRef("h.order_line_id", "=", "l.id").on("h.decided_at", "is", null),
    )
    .select(["l.id as lineId", "h.id as shortageId"])
    .where("l.order_id", "=", order.id)
    .where(`l.${kind}`, "is not", null)
    .orderBy("l.id")
    .executeTakeFirstOrThrow();
}

/** Somebody answers the first open question of an order. */
async function answer(order: TestOrder, decision: ShortageDecision, by: "buyer" | "officer") {
  const open = await db
    .selectFrom("shortage")
    .select("id")
    .where("order_id", "=", order.id)
    .orderBy("decided_at", (at) => at.desc().nullsFirst())
    .executeTakeFirst();
  if (!open) return;
  await decideShortage(by === "buyer" ? guest : market.officer, db, {
    code: order.code,
    shortageId: open.id,
    decision,
    by: by === "buyer" ? byBuyer(order) : { as: "officer" },
  });
}

/** By name: what somebody does to an order, in good or bad time. */
const ACTS: Readonly<Record<string, (order: TestOrder) => Promise<unknown>>> = {
  route: ({ id }) => routeOrder(db, id),
  accept: async (order) => acceptOrder((await look(order)).operator, db, order),
  decline: async (order) => declineOrder((await look(order)).operator, db, { ...order, reason: "ramai" }),
  expire: async (order) => {
    const { offerId } = await look(order);
    if (offerId === null) return;
    await sql`update offer set expires_at = now() - interval '1 second' where id = ${offerId} and status = 'pending'`.execute(
      db,
    );
    await expireOffer(db, offerId);
  },
  sweep: () => sweepDeadlines(db),
  "cancel by buyer": (order) => cancelOrder(guest, db, { ...order, reason: "batal", by: byBuyer(order) }),
  "cancel by officer": (order) =>
    cancelOrder(market.officer, db, { ...order, reason: "batal", by: { as: "officer" } }),
  assign: (order) => assignWarung(market.officer, db, { ...order, warungId: market.ani.id }),
  "take over": (order) => takeOverOrder(market.officer, db, order),
  "seller misses one": async (order) =>
    reportSellerShortage(market.siti.seller, db, {
      code: order.code,
      lineId: (await asked(order, "variant_id")).lineId,
      pieces: 1,
      reason: "habis",
      stockLeft: 0,
      substitute: { variantId: others.at(-1)!, quantity: 1 },
    }),
  "warung misses all": async (order) =>
    reportWarungShortage((await look(order)).operator, db, {
      code: order.code,
      lineId: (await asked(order, "staple_id")).lineId,
      pieces: 1,
      reason: "rusak",
      substitute: { stapleId: market.eggsId, quantity: 1 },
    }),
  "warung waits for one in vain": async (order) =>
    reportWarungShortage((await look(order)).operator, db, {
      code: order.code,
      lineId: (await asked(order, "variant_id")).lineId,
      pieces: 1,
      reason: "tidak-datang",
      substitute: { variantId: others.at(-1)!, quantity: 1 },
    }),
  "take substitute": (order) => answer(order, "substituted", "buyer"),
  "do without": (order) => answer(order, "dropped", "buyer"),
  "cancel by answer": (order) => answer(order, "cancelled", "officer"),
  "leave unanswered": async (order) => {
    const { shortageId } = await asked(order, "variant_id");
    if (shortageId === null) return;
    await sql`update shortage set deadline_at = now() - interval '1 second'
      where id = ${shortageId} and decided_at is null`.execute(db);
    await expireShortage(db, shortageId);
  },
  confirm: (order) => confirmSellerLine(market.siti.seller, db, order),
  "hand over": (order) => handOverSellerLine(market.siti.seller, db, order),
  receive: async (order) =>
    receiveSellerLine((await look(order)).operator, db, { ...order, umkmId: market.siti.id }),
  gather: async (order) => {
    const { operator } = await look(order);
    const lines = await db
      .selectFrom("order_line")
      .select("id")
      .where("order_id", "=", order.id)
      .where("staple_id", "is not", null)
      .execute();
    for (const { id } of lines)
      await gatherStaple(operator, db, { code: order.code, lineId: id, gathered: true });
  },
  ready: async (order) => markReady((await look(order)).operator, db, order),
  dispatch: async (order) => dispatchOrder((await look(order)).operator, db, order),
  deliver: async (order) => deliverOrder((await look(order)).operator, db, order),
  complete: ({ id }) => completeOrder(db, id),
};

type Act = { readonly what: string; readonly to: number; readonly atOnce: boolean };

/** Named refusals are answers; anything else (a deadlock, a broken constraint) is a defect. */
async function attempt(what: string, order: TestOrder): Promise<void> {
  await ACTS[what]!(order).catch((error: unknown) => {
    if (!(error instanceof DomainError)) throw new Error(`${what} ${order.code}`, { cause: error });
  });
}

/** Acts marked `atOnce` happen in the same moment as the one before. */
function momentsOf(acts: readonly Act[]): Act[][] {
  const moments: Act[][] = [];
  for (const act of acts) {
    const last = moments.at(-1);
    if (act.atOnce && last) last.push(act);
    else moments.push([act]);
  }
  return moments;
}

/** Half of the time the order goes its ordinary way, so that late states are reached, too. */
const WAY = ["route", "accept", "confirm", "hand over", "receive", "gather", "ready", "dispatch", "deliver"];

const ORDERS = 3;
const anAct = fc.record({
  what: fc.oneof(
    { weight: 1, arbitrary: fc.constantFrom(...Object.keys(ACTS)) },
    { weight: 1, arbitrary: fc.constantFrom(...WAY) },
  ),
  to: fc.nat({ max: ORDERS - 1 }),
  atOnce: fc.boolean(),
});
/** Each order begins somewhere on its way. */
const aStart = fc.array(fc.nat({ max: WAY.length }), { minLength: ORDERS, maxLength: ORDERS });

describe("whatever people do, and at the same moment", () => {
  it("leaves stock, capacity, offers, payments and ledger in agreement", async () => {
    await fc.assert(
      fc.asyncProperty(aStart, fc.array(anAct, { minLength: 5, maxLength: 25 }), async (start, acts) => {
        const chips = await aProduct(db, market.siti, { stock: ORDERS * 2 });
        others.push((await aProduct(db, market.siti, { name: "Dodol", price: 9_000, stock: 2 })).variantId);
        const basket = [
          { item: { variantId: chips.variantId }, quantity: 2 },
          { item: { stapleId: market.riceId, regencyCode: REGENCY }, quantity: 1 },
        ];
        const orders: TestOrder[] = [];
        for (let made = 0; made < ORDERS; made++) {
          orders.push(await aPlacedOrder(db, basket, { missingChoice: CHOICES[made % CHOICES.length] }));
        }
        for (const [at, steps] of start.entries()) {
          for (const what of WAY.slice(0, steps)) await attempt(what, orders[at]!);
        }
        for (const moment of momentsOf(acts)) {
          await Promise.all(moment.map(({ what, to }) => attempt(what, orders[to]!)));
          expect(await findBreaches(db)).toEqual([]);
        }
        // whoever is left over makes room for the next run
        for (const order of orders) await attempt("cancel by officer", order);
        expect(await findBreaches(db)).toEqual([]);
        await db
          .updateTable("warung")
          .set({ status: "ready", pause_reason: null, expiries_in_row: 0 })
          .execute();
      }),
      { numRuns: 25, endOnFailure: true },
    );
  });
});
