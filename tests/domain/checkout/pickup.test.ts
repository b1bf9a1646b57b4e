import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { guest } from "#app/domain/accounts/actor.ts";
import { cartHolder } from "#app/domain/cart/cart-holder.server.ts";
import { findQuote } from "#app/domain/checkout/find-quote.server.ts";
import { placeOrder } from "#app/domain/checkout/place-order.server.ts";
import { acceptOrder } from "#app/domain/orders/accept-order.server.ts";
import { assignWarung } from "#app/domain/orders/assign-warung.server.ts";
import { declineOrder } from "#app/domain/orders/decline-order.server.ts";
import { deliverOrder } from "#app/domain/orders/deliver-order.server.ts";
import { dispatchOrder } from "#app/domain/orders/dispatch-order.server.ts";
import { findOfficerCase } from "#app/domain/orders/find-officer-case.server.ts";
import { findTracking } from "#app/domain/orders/find-tracking.server.ts";
import { gatherStaple } from "#app/domain/orders/gather-staple.server.ts";
import { markReady } from "#app/domain/orders/mark-ready.server.ts";
import { routeOrder } from "#app/domain/orders/route-order.server.ts";
import { sweepDeadlines } from "#app/domain/orders/sweep-deadlines.server.ts";
import { trackingSteps } from "#app/domain/orders/tracking-steps.ts";
import { BadInput, QuoteChanged, StaleOrder } from "#app/lib/errors.ts";
import { aMarket, aWarung, KEDATON, type Market, REGENCY, type TestWarung } from "#tests/factories/market.ts";
import { aCart, askedWarung, statusOf, type TestOrder } from "#tests/factories/order.ts";
import { findBreaches } from "#tests/support/always-true.ts";
import { testDatabase } from "#tests/support/database.ts";

const { db } = await testDatabase(20);
let market: Market;

beforeAll(async () => {
  market = await aMarket(db);
});

const slugOf = async ({ id }: TestWarung) =>
  (await db.selectFrom("warung").select("slug").where("id", "=", id).executeTakeFirstOrThrow()).slug;

const aRiceCart = () => aCart(db, [{ item: { stapleId: market.riceId, regencyCode: REGENCY }, quantity: 2 }]);
const quoteOf = (token: string, pickupSlug?: string) =>
  findQuote(db, { holder: cartHolder(guest, token), villageCode: KEDATON, pickupSlug });

async function aPickup(at: TestWarung): Promise<TestOrder> {
  const token = await aRiceCart();
  const pickupSlug = await slugOf(at);
  const { seal } = await quoteOf(token, pickupSlug);
  const form = {
    formKey: randomUUID(),
    seal,
    name: "Bu Wati",
    mobile: "+6281234567891",
    villageCode: KEDATON,
    street: "",
    rt: null,
    rw: null,
    landmark: null,
    missingChoice: "drop" as const,
    pickupSlug,
  };
  const placed = await placeOrder(guest, db, { token, form });
  const { id, pin } = await db
    .selectFrom("order")
    .select(["id", "pin"])
    .where("code", "=", placed.code)
    .executeTakeFirstOrThrow();
  return { ...placed, id, pin };
}

async function gathered(order: TestOrder, { operator }: TestWarung): Promise<void> {
  const lines = await db.selectFrom("order_line").select("id").where("order_id", "=", order.id).execute();
  for (const { id } of lines)
    await gatherStaple(operator, db, { code: order.code, lineId: id, gathered: true });
  await markReady(operator, db, order);
}
async function atCounter(at: TestWarung): Promise<TestOrder> {
  const order = await aPickup(at);
  await routeOrder(db, order.id);
  await acceptOrder(at.operator, db, order);
  await gathered(order, at);
  return order;
}
const rowOf = (order: TestOrder) =>
  db
    .selectFrom("order")
    .select(["status", "deadline_at", "pickup_until", "pickup_remind_at", "cancelled_reason", "delivery_fee"])
    .where("id", "=", order.id)
    .executeTakeFirstOrThrow();
const kindsOf = async (order: TestOrder) =>
  (
    await db.selectFrom("order_event").select("kind").where("order_id", "=", order.id).orderBy("id").execute()
  ).map(({ kind }) => kind);
const setPast = (order: TestOrder, column: "deadline_at" | "pickup_remind_at") =>
  sql`update "order" set ${sql.ref(column)} = now() - interval '1 minute' where id = ${order.id}`.execute(db);

describe("fetching what one orders", () => {
  it("costs no delivery, at any warung near the village that hands out and can have it ready", async () => {
    const token = await aRiceCart();
    const delivered = await quoteOf(token);
    expect(delivered.pickup).toBeNull();
    expect(delivered.pickupPlaces.map(({ name }) => name)).toEqual(
      expect.arrayContaining([market.budi.name, market.ani.name, market.dedi.name]),
    );
    const fetched = await quoteOf(token, await slugOf(market.ani));
    expect(fetched).toMatchObject({ deliveryFee: 0, total: 27_000, obstacle: undefined });
    expect(fetched.parts[0]?.warung?.name).toBe(market.ani.name);
    expect(
      new Set([delivered.seal, fetched.seal, (await quoteOf(token, await slugOf(market.budi))).seal]).size,
    ).toBe(3);
  });

  it("is possible at a warung next door that brings nothing to this village", async () => {
    const neighbour = await aWarung(db, { name: "Warung Tetangga", villages: ["18.71.01.1005"] });
    const { pickupPlaces } = await quoteOf(await aRiceCart());
    expect(pickupPlaces.map(({ name }) => name)).toContain("Warung Tetangga");
    const order = await aPickup(neighbour);
    await routeOrder(db, order.id);
    expect(await statusOf(db, order.id)).toBe("offered");
    await sql`update warung set status = 'suspended' where id = ${neighbour.id}`.execute(db);
  });

  it("is not possible where nothing is handed out or a staple is gone, and says so before anything is ordered", async () => {
    await sql`update warung set offers_pickup = false where id = ${market.dedi.id}`.execute(db);
    const token = await aRiceCart();
    const pickupSlug = await slugOf(market.dedi);
    const quote = await quoteOf(token, pickupSlug);
    expect(quote.obstacle).toMatch(/Pilih warung lain/);
    const form = {
      formKey: randomUUID(),
      seal: quote.seal,
      name: "Bu Wati",
      mobile: "+6281234567891",
      villageCode: KEDATON,
      street: "",
      rt: null,
      rw: null,
      landmark: null,
      missingChoice: "drop" as const,
    };
    await expect(placeOrder(guest, db, { token, form: { ...form, pickupSlug } })).rejects.toThrow(BadInput);
    await expect(
      placeOrder(guest, db, { token, form: { ...form, pickupSlug: await slugOf(market.budi) } }),
    ).rejects.toThrow(QuoteChanged);
    await sql`update warung set offers_pickup = true where id = ${market.dedi.id}`.execute(db);
  });
});

describe("an order to be fetched", () => {
  it("is asked of the chosen warung alone, waits at its counter, and is received by the PIN", async () => {
    const order = await aPickup(market.ani);
    await routeOrder(db, order.id);
    expect((await askedWarung(db, order.id, market))?.id).toBe(market.ani.id);
    await acceptOrder(market.ani.operator, db, order);
    await gathered(order, market.ani);
    const row = await rowOf(order);
    expect(row.status).toBe("ready_for_pickup");
    expect(row.deadline_at).toEqual(row.pickup_until);
    await expect(dispatchOrder(market.ani.operator, db, order)).rejects.toThrow(StaleOrder);
    await Promise.all([
      deliverOrder(market.ani.operator, db, order),
      deliverOrder(market.ani.operator, db, order),
    ]);
    const seen = await findTracking(db, { actor: guest, code: order.code, secret: order.secret });
    expect(seen).toMatchObject({
      status: "delivered",
      payment_status: "paid",
      total: 27_000,
      delivery_fee: 0,
    });
    expect(trackingSteps(seen as never, new Date()).map(({ title }) => title)).toEqual([
      "Pesanan masuk",
      "Diterima warung",
      "Barang lengkap di warung",
      "Diambil di warung",
    ]);
    expect(await findBreaches(db)).toEqual([]);
  });

  it("goes to an officer when the chosen warung says no, never silently to another", async () => {
    const order = await aPickup(market.ani);
    await routeOrder(db, order.id);
    await declineOrder(market.ani.operator, db, { code: order.code, reason: "ramai" });
    await routeOrder(db, order.id);
    const found = await findOfficerCase(db, market.officer, order.code);
    expect(found.order.status).toBe("needs_officer");
    expect(found.reason).toBe(`Pembeli ingin mengambil di ${market.ani.name}: sudah ditawari`);
    await sql`update warung set offers_pickup = false where id = ${market.dedi.id}`.execute(db);
    const { code } = order;
    await expect(assignWarung(market.officer, db, { code, warungId: market.dedi.id })).rejects.toThrow(
      BadInput,
    );
    await sql`update warung set offers_pickup = true where id = ${market.dedi.id}`.execute(db);
    await assignWarung(market.officer, db, { code, warungId: market.budi.id });
    await gathered(order, market.budi);
    expect(await statusOf(db, order.id)).toBe("ready_for_pickup");
  });

  it("is reminded of once when its last day begins", async () => {
    const order = await atCounter(market.ani);
    const { pickup_remind_at, pickup_until } = await rowOf(order);
    expect(pickup_until!.getTime()).toBeGreaterThan(pickup_remind_at!.getTime());
    await sweepDeadlines(db);
    expect(await kindsOf(order)).not.toContain("pickup_reminded");
    await setPast(order, "pickup_remind_at");
    await Promise.all([sweepDeadlines(db), sweepDeadlines(db)]);
    await sweepDeadlines(db);
    expect((await kindsOf(order)).filter((kind) => kind === "pickup_reminded")).toHaveLength(1);
  });

  it("has a day of grace after its time, and is then cancelled, which its buyer reads", async () => {
    const order = await atCounter(market.ani);
    await sql`update "order" set pickup_until = now() - interval '1 minute' where id = ${order.id}`.execute(
      db,
    );
    await sql`update "order" set deadline_at = pickup_until where id = ${order.id}`.execute(db);
    await Promise.all([sweepDeadlines(db), sweepDeadlines(db)]);
    expect((await rowOf(order)).status).toBe("ready_for_pickup");
    expect((await kindsOf(order)).filter((kind) => kind === "pickup_overdue")).toHaveLength(1);
    await sql`update "order" set pickup_until = now() - interval '1 day' where id = ${order.id}`.execute(db);
    await setPast(order, "deadline_at");
    await Promise.all([sweepDeadlines(db), sweepDeadlines(db)]);
    const row = await rowOf(order);
    expect(row.status).toBe("cancelled");
    expect(row.cancelled_reason).toMatch(/^Tidak diambil sampai /);
    expect(await findBreaches(db)).toEqual([]);
  });
});
