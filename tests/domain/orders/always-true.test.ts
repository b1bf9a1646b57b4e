/**
 * Buyers, sellers, operators, an officer and several workers do what they like with a handful of orders, in any sequence
 * and at the same moment. Whatever they do, what PRODUCT.md calls always true holds after each step.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MISSING_CHOICES, type MissingChoice } from "#app/domain/orders/missing-choices.ts";
import { aMarket, aProduct, REGENCY } from "#tests/factories/market.ts";
import { aPlacedOrder, type TestOrder } from "#tests/factories/order.ts";
import { findBreaches } from "#tests/support/always-true.ts";
import { testDatabase } from "#tests/support/database.ts";
import { attempt, orderActs } from "#tests/support/order-acts.ts";

const { db } = await testDatabase(20);
const market = await aMarket(db);
/** what stands in for missing chips: the last one is this run's, and there are two */
const substitutes: number[] = [];
const CHOICES = Object.keys(MISSING_CHOICES) as MissingChoice[];
const acts = orderActs(db, market, substitutes);

type Act = { readonly what: string; readonly to: number; readonly atOnce: boolean };

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
    { weight: 1, arbitrary: fc.constantFrom(...Object.keys(acts)) },
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
      fc.asyncProperty(aStart, fc.array(anAct, { minLength: 5, maxLength: 25 }), async (start, steps) => {
        const chips = await aProduct(db, market.siti, { stock: ORDERS * 2 });
        substitutes.push(
          (await aProduct(db, market.siti, { name: "Dodol", price: 9_000, stock: 2 })).variantId,
        );
        const basket = [
          { item: { variantId: chips.variantId }, quantity: 2 },
          { item: { stapleId: market.riceId, regencyCode: REGENCY }, quantity: 1 },
        ];
        const orders: TestOrder[] = [];
        for (let made = 0; made < ORDERS; made++) {
          orders.push(await aPlacedOrder(db, basket, { missingChoice: CHOICES[made % CHOICES.length] }));
        }
        for (const [at, done] of start.entries()) {
          for (const what of WAY.slice(0, done)) await attempt(acts, what, orders[at]!);
        }
        for (const moment of momentsOf(steps)) {
          await Promise.all(moment.map(({ what, to }) => attempt(acts, what, orders[to]!)));
          expect(await findBreaches(db)).toEqual([]);
        }
        // whoever is left over makes room for the next run
        for (const order of orders) await attempt(acts, "cancel by officer", order);
        expect(await findBreaches(db)).toEqual([]);
        await db
          .updateTable("warung")
          .set({ status: "ready", pause_reason: null, expiries_in_row: 0 })
          .execute();
      }),
      { numRuns: 25, endOnFailure: true },
    );
    // hundreds of steps, each looked at: minutes on a busy machine
  }, 400_000);
});
