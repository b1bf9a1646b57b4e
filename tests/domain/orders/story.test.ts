import { beforeAll, describe, expect, it } from "vitest";
import { guest } from "#app/domain/accounts/actor.ts";
import { acceptOrder } from "#app/domain/orders/accept-order.server.ts";
import { assignWarung } from "#app/domain/orders/assign-warung.server.ts";
import { cancelOrder } from "#app/domain/orders/cancel-order.server.ts";
import { completeOrder } from "#app/domain/orders/complete-order.server.ts";
import { confirmSellerLine } from "#app/domain/orders/confirm-seller-line.server.ts";
import { declineOrder } from "#app/domain/orders/decline-order.server.ts";
import { deliverOrder } from "#app/domain/orders/deliver-order.server.ts";
import { expireOffer } from "#app/domain/orders/expire-offer.server.ts";
import { findTracking } from "#app/domain/orders/find-tracking.server.ts";
import { markReady } from "#app/domain/orders/mark-ready.server.ts";
import { receiveSellerLine } from "#app/domain/orders/receive-seller-line.server.ts";
import { routeOrder } from "#app/domain/orders/route-order.server.ts";
import { sweepDeadlines } from "#app/domain/orders/sweep-deadlines.server.ts";
import { BadInput, NotAllowed, NotFound, StaleOffer, StaleOrder, WrongPin } from "#app/lib/errors.ts";
import { aMarket, aProduct, type Market, REGENCY, type TestProduct } from "#tests/factories/market.ts";
import { aPlacedOrder, askedWarung, statusOf, walk } from "#tests/factories/order.ts";
import { testDatabase } from "#tests/support/database.ts";

const { db } = await testDatabase();
let market: Market;
let chips: TestProduct;

beforeAll(async () => {
  market = await aMarket(db);
  chips = await aProduct(db, market.siti, { price: 18_000, stock: 500 });
});

const riceAndChips = () => [
  { item: { variantId: chips.variantId }, quantity: 2 },
  { item: { stapleId: market.riceId, regencyCode: REGENCY }, quantity: 5 },
];

async function stockOf(variantId: number): Promise<number> {
  const row = await db
    .selectFrom("variant")
    .select("stock")
    .where("id", "=", variantId)
    .executeTakeFirstOrThrow();
  return row.stock;
}

async function heldBy(warungId: number): Promise<number> {
  const rows = await db
    .selectFrom("warung_window")
    .select("held")
    .where("warung_id", "=", warungId)
    .execute();
  return rows.reduce((sum, row) => sum + row.held, 0);
}

/** Makes a pending offer due, as the passing of time would. */
async function runOutOfTime(orderId: number): Promise<number> {
  const offer = await db
    .updateTable("offer")
    .set({ expires_at: new Date(Date.now() - 1000) })
    .where("order_id", "=", orderId)
    .where("status", "=", "pending")
    .returning("id")
    .executeTakeFirstOrThrow();
  await db
    .updateTable("order")
    .set({ deadline_at: new Date(Date.now() - 1000) })
    .where("id", "=", orderId)
    .execute();
  return offer.id;
}

describe("from basket to door", () => {
  it("walks seller and warung through to a delivery that is paid and booked", async () => {
    const order = await aPlacedOrder(db, riceAndChips());
    const { operator, warung } = await walk(db, market, order, "out_for_delivery", [market.siti]);
    expect(warung.name).toBe("Warung Pak Budi");
    await deliverOrder(operator, db, { code: order.code, pin: order.pin });

    const seen = await findTracking(db, { actor: guest, code: order.code, secret: order.secret });
    expect(seen.status).toBe("delivered");
    expect(seen.payment_status).toBe("paid");
    expect(seen.total).toBe(2 * 18_000 + 5 * 13_500 + 5_000);
    const entries = await db
      .selectFrom("ledger_entry")
      .innerJoin("posting", "posting.id", "ledger_entry.posting_id")
      .select(["account", "amount"])
      .where("order_id", "=", order.id)
      .orderBy("amount", "desc")
      .execute();
    expect(entries).toEqual([
      { account: `warung:${warung.id}:kas`, amount: 108_500 },
      { account: `umkm:${market.siti.id}:piutang`, amount: -36_000 },
      { account: `warung:${warung.id}:pendapatan`, amount: -72_500 },
    ]);
    expect(seen.events.map((event) => event.kind)).toEqual([
      "placed",
      "offered",
      "accepted",
      "seller_confirmed",
      "seller_handed_over",
      "seller_received",
      "ready",
      "dispatched",
      "delivered",
    ]);
    await completeOrder(db, order.id);
    expect(await statusOf(db, order.id)).toBe("completed");
  });

  it("is due when the sellers have to hand over, then when the buyer was promised it", async () => {
    const order = await aPlacedOrder(db, riceAndChips());
    const { operator } = await walk(db, market, order, "accepted");
    const times = () =>
      db
        .selectFrom("order")
        .innerJoin("seller_line", "seller_line.order_id", "order.id")
        .select(["order.deadline_at", "hand_over_by", "promise_until"])
        .where("order.id", "=", order.id)
        .executeTakeFirstOrThrow();
    const inAnHour = Date.now() + 3_600_000;
    const waiting = await times();
    const soonest = Math.max(waiting.hand_over_by.getTime(), inAnHour);
    expect(Math.abs(waiting.deadline_at!.getTime() - soonest)).toBeLessThan(60_000);
    await receiveSellerLine(operator, db, { code: order.code, umkmId: market.siti.id });
    const gathered = await times();
    const latest = Math.max(gathered.promise_until.getTime(), inAnHour);
    expect(Math.abs(gathered.deadline_at!.getTime() - latest)).toBeLessThan(60_000);
  });

  it("books a delivery once when the PIN is sent twice", async () => {
    const order = await aPlacedOrder(db, riceAndChips());
    const { operator } = await walk(db, market, order, "out_for_delivery", [market.siti]);
    await deliverOrder(operator, db, { code: order.code, pin: order.pin });
    await deliverOrder(operator, db, { code: order.code, pin: order.pin });
    const postings = await db.selectFrom("posting").select("id").where("order_id", "=", order.id).execute();
    expect(postings).toHaveLength(1);
  });

  it("counts wrong PINs and locks after five, also for the right one", async () => {
    const order = await aPlacedOrder(db, riceAndChips());
    const { operator } = await walk(db, market, order, "out_for_delivery", [market.siti]);
    const wrong = order.pin === "0000" ? "1111" : "0000";
    for (let left = 4; left >= 0; left--) {
      await expect(deliverOrder(operator, db, { code: order.code, pin: wrong })).rejects.toMatchObject({
        triesLeft: left,
      });
    }
    await expect(deliverOrder(operator, db, { code: order.code, pin: order.pin })).rejects.toThrow(WrongPin);
    expect(await statusOf(db, order.id)).toBe("out_for_delivery");
  });

  it("does not let an order leave while something is missing", async () => {
    const order = await aPlacedOrder(db, riceAndChips());
    const { operator } = await walk(db, market, order, "accepted");
    await expect(markReady(operator, db, { code: order.code })).rejects.toThrow(BadInput);
  });
});

describe("routing", () => {
  it("asks the next warung after a no and after silence, then an officer, with reasons kept", async () => {
    const order = await aPlacedOrder(db, riceAndChips());
    const { warung: first, operator } = await walk(db, market, order, "offered");
    const before = await heldBy(first.id);
    await declineOrder(operator, db, { code: order.code, reason: "ramai" });
    expect(await heldBy(first.id)).toBe(before - 1);
    await routeOrder(db, order.id);
    const second = (await askedWarung(db, order.id, market))!;
    expect(second.id).not.toBe(first.id);
    await expireOffer(db, await runOutOfTime(order.id));
    await routeOrder(db, order.id);
    const third = (await askedWarung(db, order.id, market))!;
    expect(new Set([first.id, second.id, third.id]).size).toBe(3);
    await declineOrder(third.operator, db, { code: order.code, reason: "habis" });
    await routeOrder(db, order.id);
    expect(await statusOf(db, order.id)).toBe("needs_officer");
    const routings = await db
      .selectFrom("routing")
      .select("candidates")
      .where("order_id", "=", order.id)
      .execute();
    expect(routings).toHaveLength(4);
    expect(routings[0]!.candidates).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: "Warung Pak Budi", rank: 1, filteredBy: null }),
      ]),
    );
    expect(routings[3]!.candidates).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: "Warung Pak Budi", rank: null, filteredBy: "already_asked" }),
      ]),
    );

    await expect(
      assignWarung(market.foreignOfficer, db, { code: order.code, warungId: first.id }),
    ).rejects.toThrow(NotAllowed);
    await assignWarung(market.officer, db, { code: order.code, warungId: first.id });
    expect(await statusOf(db, order.id)).toBe("accepted");
  });

  it("does not ask a warung whose staple is out", async () => {
    await db
      .updateTable("warung_staple")
      .set({ availability: "habis" })
      .where("warung_id", "=", market.budi.id)
      .where("staple_id", "=", market.eggsId)
      .execute();
    const order = await aPlacedOrder(db, [
      { item: { stapleId: market.eggsId, regencyCode: REGENCY }, quantity: 1 },
    ]);
    const { warung } = await walk(db, market, order, "offered");
    expect(warung.id).not.toBe(market.budi.id);
  });

  it("pauses a warung after three silences in a row, and an answer starts the count anew", async () => {
    const silence = async () => {
      const order = await aPlacedOrder(db, riceAndChips());
      await db
        .updateTable("order")
        .set({ chosen_warung_id: market.dedi.id })
        .where("id", "=", order.id)
        .execute();
      await routeOrder(db, order.id);
      expect((await askedWarung(db, order.id, market))!.id).toBe(market.dedi.id);
      return order;
    };
    const expire = async () => {
      const order = await silence();
      await expireOffer(db, await runOutOfTime(order.id));
    };
    const statusOfDedi = async () =>
      (
        await db
          .selectFrom("warung")
          .select("status")
          .where("id", "=", market.dedi.id)
          .executeTakeFirstOrThrow()
      ).status;
    await db.updateTable("warung").set({ expiries_in_row: 0 }).where("id", "=", market.dedi.id).execute();
    await expire();
    await expire();
    await declineOrder(market.dedi.operator, db, { code: (await silence()).code, reason: "lain" });
    await expire();
    await expire();
    expect(await statusOfDedi()).toBe("ready");
    await expire();
    expect(await statusOfDedi()).toBe("paused");
    await db.updateTable("warung").set({ status: "ready" }).where("id", "=", market.dedi.id).execute();
  });

  it("leaves an offer alone that is answered or not due", async () => {
    const order = await aPlacedOrder(db, riceAndChips());
    const { operator } = await walk(db, market, order, "offered");
    const offer = await db
      .selectFrom("offer")
      .select("id")
      .where("order_id", "=", order.id)
      .executeTakeFirstOrThrow();
    await expireOffer(db, offer.id);
    expect(await statusOf(db, order.id)).toBe("offered");
    await acceptOrder(operator, db, { code: order.code });
    await expireOffer(db, offer.id);
    expect(await statusOf(db, order.id)).toBe("accepted");
  });

  it("catches up by the sweep when jobs were lost", async () => {
    const order = await aPlacedOrder(db, riceAndChips());
    await db
      .updateTable("order")
      .set({ deadline_at: new Date(Date.now() - 1000) })
      .where("id", "=", order.id)
      .execute();
    await sweepDeadlines(db);
    expect(await statusOf(db, order.id)).toBe("offered");
    await runOutOfTime(order.id);
    await sweepDeadlines(db);
    expect(await statusOf(db, order.id)).toBe("placed");
  });
});

describe("cancelling", () => {
  it("gives stock and capacity back once, voids the payment, and tells the late operator", async () => {
    const before = await stockOf(chips.variantId);
    const order = await aPlacedOrder(db, riceAndChips());
    expect(await stockOf(chips.variantId)).toBe(before - 2);
    const { operator, warung } = await walk(db, market, order, "offered");
    const held = await heldBy(warung.id);
    const by = { as: "buyer", secret: order.secret } as const;
    await cancelOrder(guest, db, { code: order.code, reason: "Dibatalkan pembeli", by });
    await cancelOrder(guest, db, { code: order.code, reason: "Dibatalkan pembeli", by });
    expect(await stockOf(chips.variantId)).toBe(before);
    expect(await heldBy(warung.id)).toBe(held - 1);
    await expect(acceptOrder(operator, db, { code: order.code })).rejects.toThrow(StaleOffer);
    const payment = await db
      .selectFrom("payment")
      .select("status")
      .where("order_id", "=", order.id)
      .executeTakeFirst();
    expect(payment?.status).toBe("void");
  });

  it("is over once the goods have left", async () => {
    const order = await aPlacedOrder(db, riceAndChips());
    await walk(db, market, order, "out_for_delivery", [market.siti]);
    await expect(
      cancelOrder(guest, db, { code: order.code, reason: "x", by: { as: "buyer", secret: order.secret } }),
    ).rejects.toThrow(StaleOrder);
  });

  it("is not for strangers: without the secret the order does not exist", async () => {
    const order = await aPlacedOrder(db, riceAndChips());
    const by = { as: "buyer", secret: "guess" } as const;
    await expect(cancelOrder(guest, db, { code: order.code, reason: "x", by })).rejects.toThrow(NotFound);
    await expect(findTracking(db, { actor: guest, code: order.code, secret: undefined })).rejects.toThrow(
      NotFound,
    );
    await expect(
      cancelOrder(market.foreignOfficer, db, { code: order.code, reason: "x", by: { as: "officer" } }),
    ).rejects.toThrow(NotAllowed);
    await expect(confirmSellerLine(market.yuni.seller, db, { code: order.code })).rejects.toThrow(NotFound);
  });
});
