import { sql } from "kysely";
import { beforeAll, expect, it } from "vitest";
import { guest } from "#app/domain/accounts/actor.ts";
import { cartHolder } from "#app/domain/cart/cart-holder.server.ts";
import { findQuote } from "#app/domain/checkout/find-quote.server.ts";
import { placeOrder } from "#app/domain/checkout/place-order.server.ts";
import { deliverOrder } from "#app/domain/orders/deliver-order.server.ts";
import { findTracking } from "#app/domain/orders/find-tracking.server.ts";
import { routeOrder } from "#app/domain/orders/route-order.server.ts";
import {
  aMarket,
  aProduct,
  KEDATON,
  type Market,
  REGENCY,
  type TestProduct,
} from "#tests/factories/market.ts";
import { aCart, aForm, askedWarung, walk } from "#tests/factories/order.ts";
import { testDatabase } from "#tests/support/database.ts";

const { db } = await testDatabase();
let market: Market;
let cloth: TestProduct;

beforeAll(async () => {
  market = await aMarket(db);
  // the nearest warung would win anyway: the second order must follow even where another one is nearer in rank
  cloth = await aProduct(db, market.siti, { name: "Selendang Tapis", price: 175_000 });
  await sql`update product set made_in_district_code = '18.09.03', regency_code = '18.09' where id = ${cloth.productId}`.execute(
    db,
  );
  await sql`update umkm set village_code = (select min(code) from village where district_code = '18.09.03')
    where id = ${market.siti.id}`.execute(db);
});

const basket = () =>
  aCart(db, [
    { item: { stapleId: market.riceId, regencyCode: REGENCY }, quantity: 5 },
    { item: { variantId: cloth.variantId }, quantity: 1 },
  ]);

async function place() {
  const token = await basket();
  const form = await aForm(db, token);
  const placed = await placeOrder(guest, db, { token, form });
  const orders = await db
    .selectFrom("order")
    .innerJoin("checkout", "checkout.id", "order.checkout_id")
    .select(["order.id", "order.code", "order.pin", "order.total", "order.goods_total", "order.delivery_fee"])
    .select(["order.first_leg_fee", "order.promise_until"])
    .where("checkout.form_key", "=", form.formKey)
    .orderBy("order.id")
    .execute();
  return { token, form, placed, orders };
}

it("quotes two parts with their own promise and fees, and their sum", async () => {
  const quote = await findQuote(db, { holder: cartHolder(guest, await basket()), villageCode: KEDATON });
  const [soon, later] = quote.parts;
  expect(quote.parts).toHaveLength(2);
  expect(soon!.lines.map((line) => line.name)).toEqual(["Beras Medium"]);
  expect(soon!.firstLegFee).toBe(0);
  expect(later!.firstLegFee).toBeGreaterThan(0);
  expect(later!.promise.until > soon!.promise.until).toBe(true);
  expect(quote.total).toBe(
    5 * 13_500 + 175_000 + soon!.deliveryFee + later!.deliveryFee + later!.firstLegFee,
  );
});

it("becomes two orders from one form, which sent again acts no more", async () => {
  const { token, form, placed, orders } = await place();
  expect(orders).toHaveLength(2);
  expect(orders[0]!.code).toBe(placed.code);
  for (const order of orders)
    expect(order.total).toBe(order.goods_total + order.delivery_fee + order.first_leg_fee);
  expect(await placeOrder(guest, db, { token, form })).toEqual(placed);
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from "order" o
    join checkout c on c.id = o.checkout_id where c.form_key = ${form.formKey}`.execute(db);
  expect(rows[0]!.count).toBe(2);
});

it("shows each on the other's page, to who holds the link", async () => {
  const { placed, orders } = await place();
  const seen = await findTracking(db, { actor: guest, code: placed.code, secret: placed.secret });
  expect(seen.siblings.map(({ code, goods }) => [code, goods])).toEqual([
    [orders[1]!.code, expect.stringContaining("Selendang Tapis")],
  ]);
  await findTracking(db, { actor: guest, code: orders[1]!.code, secret: placed.secret });
});

it("sends the second order to the warung of the first, though another ranks before it", async () => {
  const { orders } = await place();
  const [first, second] = orders as [(typeof orders)[0], (typeof orders)[0]];
  await routeOrder(db, first.id);
  await sql`update offer set status = 'withdrawn', decided_at = now() where order_id = ${first.id}`.execute(
    db,
  );
  await sql`update "order" set status = 'accepted', warung_id = ${market.ani.id} where id = ${first.id}`.execute(
    db,
  );
  await routeOrder(db, second.id);
  expect((await askedWarung(db, second.id, market))?.name).toBe(market.ani.name);
});

it("owes the seller the goods and the way, the warung its fee, and sums to zero", async () => {
  const { placed, orders } = await place();
  const later = { ...orders[1]!, secret: placed.secret };
  const { warung } = await walk(db, market, later, "out_for_delivery", [market.siti]);
  await deliverOrder(warung.operator, db, { code: later.code, pin: later.pin });
  const { rows } = await sql<{ account: string; amount: number }>`
    select e.account, e.amount from ledger_entry e join posting p on p.id = e.posting_id where p.order_id = ${later.id}`.execute(
    db,
  );
  const amounts = Object.fromEntries(rows.map(({ account, amount }) => [account, amount]));
  expect(amounts[`umkm:${market.siti.id}:piutang`]).toBe(-(175_000 + later.first_leg_fee));
  expect(amounts[`warung:${warung.id}:pendapatan`]).toBe(-later.delivery_fee);
  expect(rows.reduce((sum, { amount }) => sum + amount, 0)).toBe(0);
});
