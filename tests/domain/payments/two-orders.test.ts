/** One checkout that becomes two orders is paid once: the card waits for both answers. */
import "#tests/support/stripe-shop.ts";
import { sql } from "kysely";
import { beforeAll, expect, it } from "vitest";
import { guest } from "#app/domain/accounts/actor.ts";
import { acceptOrder } from "#app/domain/orders/accept-order.server.ts";
import { cancelOrder } from "#app/domain/orders/cancel-order.server.ts";
import { routeOrder } from "#app/domain/orders/route-order.server.ts";
import { confirmCardPayment } from "#app/domain/payments/card/confirm-card-payment.server.ts";
import { sweepCardPayments } from "#app/domain/payments/card/sweep-card-payments.server.ts";
import {
  aCardOrder,
  askForPage,
  type CardOrder,
  cardOf,
  payOnPage,
  sessionOf,
} from "#tests/factories/card.ts";
import { aMarket, aProduct, type Market, REGENCY, type TestProduct } from "#tests/factories/market.ts";
import { askedWarung } from "#tests/factories/order.ts";
import { findBreaches } from "#tests/support/always-true.ts";
import { runCardJobs } from "#tests/support/card-jobs.ts";
import { testDatabase } from "#tests/support/database.ts";
import { stripe } from "#tests/support/stripe-shop.ts";

const { db } = await testDatabase();
let market: Market;
let cloth: TestProduct;

beforeAll(async () => {
  market = await aMarket(db);
  cloth = await aProduct(db, market.siti, { name: "Selendang Tapis", price: 175_000, stock: 50 });
  await sql`update product set made_in_district_code = '18.09.03', regency_code = '18.09' where id = ${cloth.productId}`.execute(
    db,
  );
  await sql`update umkm set village_code = (select min(code) from village where district_code = '18.09.03')
    where id = ${market.siti.id}`.execute(db);
});

type Part = { readonly id: number; readonly code: string; readonly total: number };

async function twoOrders(): Promise<{ order: CardOrder; soon: Part; later: Part }> {
  const order = await aCardOrder(db, [
    { item: { stapleId: market.riceId, regencyCode: REGENCY }, quantity: 5 },
    { item: { variantId: cloth.variantId }, quantity: 1 },
  ]);
  const [soon, later] = await db
    .selectFrom("order")
    .select(["id", "code", "total"])
    .where("checkout_id", "=", order.checkoutId)
    .orderBy("id")
    .execute();
  return { order, soon: soon!, later: later! };
}

async function twoHeld() {
  const made = await twoOrders();
  await payOnPage(db, made.order);
  await confirmCardPayment(guest, db, made.order);
  await runCardJobs(db);
  return made;
}

async function accept({ id, code }: Part): Promise<void> {
  await routeOrder(db, id);
  const { operator } = (await askedWarung(db, id, market))!;
  await acceptOrder(operator, db, { code });
  await runCardJobs(db);
}

const cancel = async ({ code }: Part, { secret }: CardOrder) => {
  await cancelOrder(guest, db, { code, reason: "uji", by: { as: "buyer", secret } });
  await runCardJobs(db);
};

async function expectCharged(order: CardOrder, charged: number, held: number): Promise<void> {
  const { id } = await cardOf(db, order);
  expect({ charged: stripe.charged(id), held: stripe.held(id) }).toEqual({ charged, held });
  expect(await findBreaches(db)).toEqual([]);
}

it("is held once for both, and charged when both are accepted", async () => {
  const { order, soon, later } = await twoHeld();
  expect(order.total).toBe(soon.total + later.total);
  await accept(soon);
  await expectCharged(order, 0, order.total);
  await accept(later);
  await expectCharged(order, order.total, 0);
});

it("is charged for the one that is left when the other is cancelled, before or after", async () => {
  const before = await twoHeld();
  await cancel(before.later, before.order);
  await accept(before.soon);
  await expectCharged(before.order, before.soon.total, 0);
  const after = await twoHeld();
  await accept(after.soon);
  await cancel(after.later, after.order);
  await expectCharged(after.order, after.soon.total, 0);
});

it("asks on the page for what is left, and holds no more for a page that was opened before", async () => {
  const { order, soon, later } = await twoOrders();
  const first = sessionOf(await askForPage(db, order));
  await cancel(later, order);
  const second = sessionOf(await askForPage(db, order));
  expect(stripe.pay(first)).toBeUndefined();
  stripe.pay(second);
  await confirmCardPayment(guest, db, order);
  await accept(soon);
  await expectCharged(order, soon.total, 0);
});

it("charges the accepted one in time, and has the other paid in cash", async () => {
  const { order, soon, later } = await twoHeld();
  await accept(soon);
  await db
    .updateTable("card_payment")
    .set({ hold_expires_at: new Date(Date.now() + 3_600_000) })
    .where("checkout_id", "=", order.checkoutId)
    .execute();
  await sweepCardPayments(db);
  const { method, status } = await db
    .selectFrom("payment")
    .select(["method", "status"])
    .where("order_id", "=", later.id)
    .executeTakeFirstOrThrow();
  expect({ method, status }).toEqual({ method: "cash", status: "due" });
  await expectCharged(order, soon.total, 0);
});
