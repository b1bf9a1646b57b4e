import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { guest } from "#app/domain/accounts/actor.ts";
import { addToCart } from "#app/domain/cart/add-to-cart.server.ts";
import { cartHolder } from "#app/domain/cart/cart-holder.server.ts";
import { findQuote } from "#app/domain/checkout/find-quote.server.ts";
import { findShelfOffer } from "#app/domain/checkout/find-shelf-offer.server.ts";
import { placeOrder } from "#app/domain/checkout/place-order.server.ts";
import { findSellerShelves } from "#app/domain/consignment/find-shelves.server.ts";
import { acceptOrder } from "#app/domain/orders/accept-order.server.ts";
import { assignWarung } from "#app/domain/orders/assign-warung.server.ts";
import { cancelOrder } from "#app/domain/orders/cancel-order.server.ts";
import { decideShortage } from "#app/domain/orders/decide-shortage.server.ts";
import { declineOrder } from "#app/domain/orders/decline-order.server.ts";
import { deliverOrder } from "#app/domain/orders/deliver-order.server.ts";
import { dispatchOrder } from "#app/domain/orders/dispatch-order.server.ts";
import { eventText } from "#app/domain/orders/explain-event.ts";
import { findSellerToday } from "#app/domain/orders/find-seller-today.server.ts";
import { findTracking } from "#app/domain/orders/find-tracking.server.ts";
import { gatherStaple } from "#app/domain/orders/gather-staple.server.ts";
import { markReady } from "#app/domain/orders/mark-ready.server.ts";
import { reportWarungShortage } from "#app/domain/orders/report-warung-shortage.server.ts";
import { routeOrder } from "#app/domain/orders/route-order.server.ts";
import { takeOverOrder } from "#app/domain/orders/take-over-order.server.ts";
import { BadInput, QuoteChanged, SoldOut } from "#app/lib/errors.ts";
import { findOpenShortages } from "#db/queries/shortages.ts";
import { onShelf, shelfOf, stockOf } from "#tests/factories/consignment.ts";
import {
  aMarket,
  aProduct,
  KEDATON,
  type Market,
  REGENCY,
  type TestProduct,
} from "#tests/factories/market.ts";
import { aCart, aForm, aPlacedOrder, askedWarung, statusOf, type TestOrder } from "#tests/factories/order.ts";
import { findBreaches } from "#tests/support/always-true.ts";
import { testDatabase } from "#tests/support/database.ts";

const { db } = await testDatabase();
let market: Market | undefined;
let chips: TestProduct;
let itemId: number;

/** Made in another district of the city: a day away, unless it lies on the shelf. */
async function aFarProduct(stock: number): Promise<TestProduct> {
  const product = await aProduct(db, market!.siti, { stock });
  await sql`update product set made_in_district_code = '18.71.10' where id = ${product.productId}`.execute(
    db,
  );
  return product;
}

beforeEach(async () => {
  market ??= await aMarket(db);
  await sql`update warung_window set held = 0`.execute(db);
  chips = await aFarProduct(20);
  itemId = await onShelf(db, { seller: market.siti, warung: market.budi, product: chips, pieces: 5 });
});

const m = () => market!;
const basketOf = (quantity: number, product = chips) => [
  { item: { variantId: product.variantId, villageCode: KEDATON }, quantity },
];
const quoteOf = async (token: string) =>
  findQuote(db, { holder: cartHolder(guest, token), villageCode: KEDATON });
const lineOf = async (order: TestOrder) =>
  db
    .selectFrom("order_line")
    .innerJoin("seller_line", "seller_line.id", "order_line.seller_line_id")
    .select(["order_line.id", "order_line.shelf_item_id", "seller_line.status", "seller_line.from_shelf"])
    .select("seller_line.first_leg_fee")
    .where("order_line.order_id", "=", order.id)
    .execute();
const orderOf = async ({ id }: TestOrder) =>
  db.selectFrom("order").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
const pools = async () => [(await shelfOf(db, m().budi, chips))!.on_shelf, await stockOf(db, chips)];
const eventsOf = async ({ id }: TestOrder) => {
  const rows = await db
    .selectFrom("order_event")
    .select("kind")
    .where("order_id", "=", id)
    .orderBy("id")
    .execute();
  return rows.map((row) => row.kind);
};

describe("a quote", () => {
  it("lets what lies on the first warung's shelf leave today, without a first leg", async () => {
    const quote = await quoteOf(
      await aCart(db, [
        ...basketOf(5),
        { item: { stapleId: m().riceId, regencyCode: REGENCY }, quantity: 1 },
      ]),
    );
    expect(quote.parts).toHaveLength(1);
    expect(quote).toMatchObject({ firstLegFee: 0, obstacle: undefined });
    expect(quote.parts[0]!.warung?.name).toBe("Warung Pak Budi");
    const riceOnly = await quoteOf(
      await aCart(db, [{ item: { stapleId: m().riceId, regencyCode: REGENCY }, quantity: 1 }]),
    );
    expect(quote.parts[0]!.promise).toEqual(riceOnly.parts[0]!.promise);
  });

  it("takes a line from one pool: more than lies there is brought by the seller, for a fee", async () => {
    const quote = await quoteOf(await aCart(db, basketOf(6)));
    expect(quote.firstLegFee).toBeGreaterThan(0);
    expect(quote.cart.lines[0]!.shelf_item_id).toBeUndefined();
  });

  it("does not look at the shelf of a warung that is not asked first", async () => {
    const other = await aFarProduct(10);
    await onShelf(db, { seller: m().siti, warung: m().dedi, product: other, pieces: 5 });
    const quote = await quoteOf(await aCart(db, basketOf(1, other)));
    expect(quote.parts[0]!.warung?.name).toBe("Warung Pak Budi");
    expect(quote.firstLegFee).toBeGreaterThan(0);
    expect(
      await findShelfOffer(db, { productId: other.productId, villageCode: KEDATON, calendar: new Map() }),
    ).toBeNull();
  });

  it("sells what the seller has no more of, to those whom the shelf serves", async () => {
    await db.updateTable("variant").set({ stock: 0 }).where("id", "=", chips.variantId).execute();
    const quote = await quoteOf(await aCart(db, basketOf(2)));
    expect(quote.obstacle).toBeUndefined();
    const elsewhere = {
      item: { variantId: chips.variantId, villageCode: "18.09.03.2001" },
      quantity: 1,
      token: undefined,
    };
    await expect(addToCart(guest, db, elsewhere)).rejects.toThrow(SoldOut);
    await expect(
      addToCart(guest, db, { ...elsewhere, item: { variantId: chips.variantId } }),
    ).rejects.toThrow(SoldOut);
    expect(
      await findShelfOffer(db, { productId: chips.productId, villageCode: KEDATON, calendar: new Map() }),
    ).toMatchObject({
      warung: "Warung Pak Budi",
      pieces: { [chips.variantId]: 5 },
    });
  });
});

describe("an order from the shelf", () => {
  it("needs no seller, is ticked off like a staple, and owes the seller the goods at delivery", async () => {
    const order = await aPlacedOrder(db, basketOf(2));
    expect(await pools()).toEqual([3, 15]);
    const [line] = await lineOf(order);
    expect(line).toMatchObject({
      shelf_item_id: itemId,
      status: "received",
      from_shelf: true,
      first_leg_fee: 0,
    });
    await routeOrder(db, order.id);
    const { operator } = m().budi;
    await acceptOrder(operator, db, order);
    expect((await findSellerToday(db, m().siti.seller)).orders.map(({ code }) => code)).not.toContain(
      order.code,
    );
    const seen = await findTracking(db, { actor: guest, code: order.code, secret: order.secret });
    expect([seen.sellers, seen.lines[0]!.consigned_by]).toEqual([[], "Dapur Bu Siti"]);
    await expect(markReady(operator, db, order)).rejects.toThrow(BadInput);
    await gatherStaple(operator, db, { code: order.code, lineId: line!.id, gathered: true });
    await markReady(operator, db, order);
    await dispatchOrder(operator, db, order);
    await deliverOrder(operator, db, order);
    const owed = await db
      .selectFrom("ledger_entry")
      .innerJoin("posting", "posting.id", "ledger_entry.posting_id")
      .select("amount")
      .where("posting.order_id", "=", order.id)
      .where("account", "=", `umkm:${m().siti.id}:piutang`)
      .execute();
    expect(owed).toEqual([{ amount: -36_000 }]);
    expect(await pools()).toEqual([3, 15]);
  });

  it("stands beside what the same seller still brings, as a part of its own", async () => {
    const near = await aProduct(db, m().siti, { name: "Sambal", stock: 9 });
    const order = await aPlacedOrder(db, [...basketOf(1), ...basketOf(2, near)]);
    const lines = await lineOf(order);
    expect(lines.map(({ status, from_shelf }) => [status, from_shelf])).toEqual([
      ["received", true],
      ["pending", false],
    ]);
    const seen = await findTracking(db, { actor: guest, code: order.code, secret: order.secret });
    expect(seen.sellers).toHaveLength(1);
  });

  it("gives its pieces back to the shelf, once, when it is cancelled", async () => {
    const order = await aPlacedOrder(db, basketOf(2));
    const cancel = () =>
      cancelOrder(guest, db, { code: order.code, reason: "uji", by: { as: "buyer", secret: order.secret } });
    await Promise.all([cancel(), cancel()]);
    expect(await pools()).toEqual([5, 15]);
  });

  it("asks the buyer to look again when others emptied the shelf in between", async () => {
    const token = await aCart(db, basketOf(4));
    const form = await aForm(db, token);
    await aPlacedOrder(db, basketOf(4));
    await expect(placeOrder(guest, db, { token, form })).rejects.toThrow(QuoteChanged);
    expect(await pools()).toEqual([1, 15]);
  });
});

describe("pieces that were reserved and are not there when the order is gathered", () => {
  it("are written off, the buyer pays what comes, and nothing comes from nowhere", async () => {
    const order = await aPlacedOrder(db, basketOf(3));
    await routeOrder(db, order.id);
    const { operator } = m().budi;
    await acceptOrder(operator, db, order);
    const [line] = await lineOf(order);
    const report = { code: order.code, lineId: line!.id, pieces: 1, substitute: null } as const;
    await expect(reportWarungShortage(operator, db, { ...report, reason: "tidak-datang" })).rejects.toThrow(
      BadInput,
    );
    await reportWarungShortage(operator, db, { ...report, reason: "habis" });
    const [question] = await findOpenShortages(db, order.id);
    await decideShortage(guest, db, {
      code: order.code,
      shortageId: question!.id,
      decision: "dropped",
      by: { as: "buyer", secret: order.secret },
    });
    expect((await orderOf(order)).goods_total).toBe(36_000);
    expect(await pools()).toEqual([2, 15]);
    const { items } = await findSellerShelves(db, m().siti.seller);
    expect(items.find(({ id }) => id === itemId)).toMatchObject({ on_shelf: 2, sold: 2, lost: 1 });
    await cancelOrder(guest, db, {
      code: order.code,
      reason: "uji",
      by: { as: "buyer", secret: order.secret },
    });
    expect(await pools()).toEqual([4, 15]);
    // other tests here set stock by hand
    expect((await findBreaches(db)).filter((breach) => breach.includes("shelf"))).toEqual([]);
  });
});

describe("when the warung of the shelf does not take the order", () => {
  it("the goods change pools once, the seller brings them, the price stays and the promise is told anew", async () => {
    const order = await aPlacedOrder(db, basketOf(2));
    const before = await orderOf(order);
    await routeOrder(db, order.id);
    await declineOrder(m().budi.operator, db, { code: order.code, reason: "ramai" });
    await Promise.all([routeOrder(db, order.id), routeOrder(db, order.id)]);
    expect(await pools()).toEqual([5, 13]);
    const after = await orderOf(order);
    expect(after.total).toBe(before.total);
    expect(new Date(after.promise_until) > new Date(before.promise_until)).toBe(true);
    expect(await lineOf(order)).toMatchObject([
      { shelf_item_id: null, status: "pending", from_shelf: false },
    ]);
    expect((await askedWarung(db, order.id, m()))?.id).not.toBe(m().budi.id);
    expect(await eventsOf(order)).toEqual(["placed", "offered", "declined", "left_shelf", "offered"]);
    const told = await db
      .selectFrom("order_event")
      .select(["kind", "actor_kind", "actor_name", "detail"])
      .where("order_id", "=", order.id)
      .where("kind", "=", "left_shelf")
      .executeTakeFirstOrThrow();
    expect(eventText({ ...told, detail: told.detail as Record<string, unknown>, warung: null })).toMatch(
      /^Barang titipan kembali ke rak Warung Pak Budi; penjual mengantarnya sendiri, tiba besok, sebelum/,
    );
    await cancelOrder(guest, db, {
      code: order.code,
      reason: "uji",
      by: { as: "buyer", secret: order.secret },
    });
    expect(await pools()).toEqual([5, 15]);
  });

  it("and the seller has no more: the pieces stay reserved, and the officer gives it to that warung or cancels", async () => {
    await db.updateTable("variant").set({ stock: 1 }).where("id", "=", chips.variantId).execute();
    const [order, other] = [await aPlacedOrder(db, basketOf(2)), await aPlacedOrder(db, basketOf(2))];
    for (const { id, code } of [order, other]) {
      await routeOrder(db, id);
      await declineOrder(m().budi.operator, db, { code, reason: "ramai" });
      await routeOrder(db, id);
      expect(await statusOf(db, id)).toBe("needs_officer");
    }
    expect(await pools()).toEqual([1, 1]);
    const assign = (warungId: number) => assignWarung(m().officer, db, { code: order.code, warungId });
    await expect(assign(m().ani.id)).rejects.toThrow(BadInput);
    await assign(m().budi.id);
    expect(await lineOf(order)).toMatchObject([{ shelf_item_id: itemId, status: "received" }]);
    await cancelOrder(m().officer, db, { code: other.code, reason: "uji", by: { as: "officer" } });
    expect(await pools()).toEqual([3, 1]);
  });

  it("or an officer takes it away: reserved until it is clear who goes on", async () => {
    const order = await aPlacedOrder(db, basketOf(2));
    await routeOrder(db, order.id);
    await acceptOrder(m().budi.operator, db, order);
    await takeOverOrder(m().officer, db, order);
    expect(await pools()).toEqual([3, 15]);
    await assignWarung(m().officer, db, { code: order.code, warungId: m().ani.id });
    expect(await pools()).toEqual([5, 13]);
    expect(await lineOf(order)).toMatchObject([{ shelf_item_id: null, status: "pending" }]);
  });

  it("is paused before it was asked: the order goes on without its shelf", async () => {
    const order = await aPlacedOrder(db, basketOf(2));
    await db.updateTable("warung").set({ status: "paused" }).where("id", "=", m().budi.id).execute();
    await routeOrder(db, order.id);
    await db.updateTable("warung").set({ status: "ready" }).where("id", "=", m().budi.id).execute();
    expect(await statusOf(db, order.id)).toBe("offered");
    expect(await pools()).toEqual([5, 13]);
  });
});
