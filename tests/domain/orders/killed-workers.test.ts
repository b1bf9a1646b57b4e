/**
 * As always-true.test.ts, but the program's own part is done by two real workers, killed without a word and started
 * again in between. No order is lost, and what is always true holds at every moment.
 */
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { aMarket, aProduct, REGENCY } from "#tests/factories/market.ts";
import { aPlacedOrder, type TestOrder } from "#tests/factories/order.ts";
import { findBreaches } from "#tests/support/always-true.ts";
import { testDatabase } from "#tests/support/database.ts";
import { attempt, orderActs } from "#tests/support/order-acts.ts";
import { Process } from "#tests/support/process.ts";

/** How long a warung has to answer here. */
const OFFER_MINUTES = 1 / 60;
const ORDERS = 4;
const PATIENCE = { timeout: 90_000, interval: 200 };

const { db, url } = await testDatabase(20);
const market = await aMarket(db);
const substitutes: number[] = [];
const acts = orderActs(db, market, substitutes);
const environment = { DATABASE_URL: url, OFFER_MINUTES: String(OFFER_MINUTES), LOG_LEVEL: "error" };
const workers = [new Process("app/worker.ts", environment), new Process("app/worker.ts", environment)];

beforeAll(() => Promise.all(workers.map((worker) => worker.start())));
afterAll(() => Promise.all(workers.map((worker) => worker.end("SIGKILL"))));

/** What the program does by itself is left to the workers. */
const BY_WORKERS = ["route", "expire", "sweep", "leave unanswered", "complete"];
const BY_PEOPLE = Object.keys(acts).filter((what) => !BY_WORKERS.includes(what));
const WAY = ["accept", "confirm", "hand over", "receive", "gather", "ready", "dispatch", "deliver"];

const anAct = fc.record({
  what: fc.oneof(fc.constantFrom(...BY_PEOPLE), fc.constantFrom(...WAY)),
  to: fc.nat({ max: ORDERS - 1 }),
});
const aMoment = fc.record({
  acts: fc.array(anAct, { minLength: 1, maxLength: 6 }),
  /** which worker dies while they act, if any */
  dies: fc.option(fc.nat({ max: 1 }), { freq: 2 }),
});

async function restart(worker: Process): Promise<void> {
  await worker.end("SIGKILL");
  await worker.start();
}

/** Orders that nobody but the program can move on, and whose time has come. */
async function waiting(): Promise<number> {
  const rows = await db
    .selectFrom("order")
    .select("code")
    .where("status", "in", ["placed", "offered"])
    .execute();
  return rows.length;
}

it("loses no order and breaks nothing, whichever worker is killed while people act", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aMoment, { minLength: 3, maxLength: 6 }), async (moments) => {
      const chips = await aProduct(db, market.siti, { stock: ORDERS * 2 });
      substitutes.push(
        (await aProduct(db, market.siti, { name: "Dodol", price: 9_000, stock: 2 })).variantId,
      );
      const orders: TestOrder[] = [];
      for (let made = 0; made < ORDERS; made++) {
        orders.push(
          await aPlacedOrder(db, [
            { item: { variantId: chips.variantId }, quantity: 2 },
            { item: { stapleId: market.riceId, regencyCode: REGENCY }, quantity: 1 },
          ]),
        );
      }
      for (const { acts: steps, dies } of moments) {
        const death = dies === null ? undefined : restart(workers[dies]!);
        for (const { what, to } of steps) await attempt(acts, what, orders[to]!);
        expect(await findBreaches(db)).toEqual([]);
        await death;
      }
      // unanswered offers run out by themselves: each order ends with people, or is over
      await expect.poll(waiting, PATIENCE).toBe(0);
      for (const order of orders) await attempt(acts, "cancel by officer", order);
      expect(await findBreaches(db)).toEqual([]);
      await db
        .updateTable("warung")
        .set({ status: "ready", pause_reason: null, expiries_in_row: 0 })
        .execute();
    }),
    { numRuns: 4, endOnFailure: true },
  );
}, 600_000);
