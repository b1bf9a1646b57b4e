/**
 * Real workers that are killed without a word at every step, while the provider answers late, wrongly or not at all.
 * What the card was charged, what was booked and what the orders say agree in the end; nobody is charged twice.
 */
import "#tests/support/stripe-shop.ts";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { guest } from "#app/domain/accounts/actor.ts";
import { acceptOrder } from "#app/domain/orders/accept-order.server.ts";
import { cancelOrder } from "#app/domain/orders/cancel-order.server.ts";
import { aBasket, aCardOrder, askForPage, type CardOrder, cardOf, sessionOf } from "#tests/factories/card.ts";
import { aMarket, aProduct, type Market, type TestProduct } from "#tests/factories/market.ts";
import { askedWarung } from "#tests/factories/order.ts";
import { findBreaches } from "#tests/support/always-true.ts";
import { hear } from "#tests/support/card-jobs.ts";
import { testDatabase } from "#tests/support/database.ts";
import { Process } from "#tests/support/process.ts";
import { stripe } from "#tests/support/stripe-shop.ts";

const PATIENCE = { timeout: 120_000, interval: 200 };
const { db, url } = await testDatabase(12);
const worker = new Process("app/worker.ts", { ...stripe.env, DATABASE_URL: url, LOG_LEVEL: "silent" });
let market: Market;
let chips: TestProduct;

beforeAll(async () => {
  market = await aMarket(db);
  chips = await aProduct(db, market.siti, { price: 18_000, stock: 500 });
  await worker.start();
});
afterAll(() => worker.end("SIGKILL"));

/** Dies when the provider has done what it was asked for, and comes back. */
async function diesAfter(what: RegExp, act: () => Promise<void>): Promise<void> {
  const from = stripe.asked.length;
  // the answer does not come: what was done is known to the provider alone
  stripe.goWrong(what, "lost", 2);
  await act();
  await expect.poll(() => stripe.asked.slice(from).some((one) => what.test(one)), PATIENCE).toBe(true);
  await worker.end("SIGKILL");
  stripe.mend();
  await worker.start();
}

const stateOf = async (order: CardOrder) => (await cardOf(db, order)).status;

async function hearAll(act: () => void): Promise<void> {
  const from = stripe.events.length;
  act();
  for (const event of stripe.events.slice(from)) await hear(db, event);
}

/** Whatever is waiting for a later try is tried now. */
const hurry = () =>
  sql`update graphile_worker._private_jobs set run_at = now() where run_at > now()`.execute(db);

it("charges once and gives back once, wherever it is killed", async () => {
  for (const killedAt of ["hold", "capture", "refund"] as const) {
    const order = await aCardOrder(db, aBasket(chips.variantId, market.riceId));
    const session = sessionOf(await askForPage(db, order));
    const pay = () => hearAll(() => void stripe.pay(session));
    if (killedAt === "hold") await diesAfter(/GET .*(sessions|payment_intents)/, pay);
    else await pay();
    await expect.poll(() => hurry().then(() => stateOf(order)), PATIENCE).toBe("held");

    await expect.poll(async () => (await askedWarung(db, order.id, market))?.name, PATIENCE).toBeTruthy();
    const { operator } = (await askedWarung(db, order.id, market))!;
    const accept = () => acceptOrder(operator, db, order);
    if (killedAt === "capture") await diesAfter(/capture$/, accept);
    else await accept();
    await expect.poll(() => hurry().then(() => stateOf(order)), PATIENCE).toBe("captured");
    const { id } = await cardOf(db, order);
    expect(stripe.charged(id)).toBe(order.total);
    expect(await findBreaches(db)).toEqual([]);

    const { code, secret } = order;
    const cancel = () => cancelOrder(guest, db, { code, reason: "uji", by: { as: "buyer", secret } });
    if (killedAt === "refund") await diesAfter(/POST .*refunds$/, cancel);
    else await cancel();
    const refund = () =>
      db.selectFrom("refund").select("status").where("order_id", "=", order.id).executeTakeFirst();
    await expect
      .poll(
        async () =>
          hurry()
            .then(refund)
            .then((row) => row?.status),
        PATIENCE,
      )
      .toBe("paid_back");
    expect(stripe.charged(id)).toBe(0);
    expect(await findBreaches(db)).toEqual([]);
  }
}, 600_000);
