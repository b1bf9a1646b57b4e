import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { guest } from "#app/domain/accounts/actor.ts";
import { cancelOrder } from "#app/domain/orders/cancel-order.server.ts";
import { deliverOrder } from "#app/domain/orders/deliver-order.server.ts";
import { failDelivery } from "#app/domain/orders/delivery/fail-delivery.server.ts";
import { findRounds } from "#app/domain/orders/delivery/find-rounds.server.ts";
import { findTrip } from "#app/domain/orders/delivery/find-trip.server.ts";
import { leaveOutStop } from "#app/domain/orders/delivery/leave-out-stop.server.ts";
import { moveStop } from "#app/domain/orders/delivery/move-stop.server.ts";
import { planTrip } from "#app/domain/orders/delivery/plan-trip.server.ts";
import { startTrip } from "#app/domain/orders/delivery/start-trip.server.ts";
import { dispatchOrder } from "#app/domain/orders/dispatch-order.server.ts";
import { takeOverOrder } from "#app/domain/orders/take-over-order.server.ts";
import { BadInput, NotAllowed, NotFound, StaleOrder } from "#app/lib/errors.ts";
import { aMarket, type Market, REGENCY } from "#tests/factories/market.ts";
import { aPlacedOrder, statusOf, type TestOrder, walk } from "#tests/factories/order.ts";
import { findBreaches } from "#tests/support/always-true.ts";
import { testDatabase } from "#tests/support/database.ts";

const { db } = await testDatabase(20);
let market: Market;

beforeAll(async () => {
  market = await aMarket(db);
  // one warung, so that all orders ride with it
  await db
    .updateTable("warung")
    .set({ status: "paused", window_capacity: 500 })
    .where("id", "!=", market.budi.id)
    .execute();
  await db.updateTable("warung").set({ window_capacity: 500 }).where("id", "=", market.budi.id).execute();
});

const budi = () => market.budi.operator;

async function aReadyOrder(): Promise<TestOrder> {
  const order = await aPlacedOrder(db, [
    { item: { stapleId: market.riceId, regencyCode: REGENCY }, quantity: 1 },
  ]);
  await walk(db, market, order, "ready");
  return order;
}
const someReady = async (count: number) => {
  const orders: TestOrder[] = [];
  for (let made = 0; made < count; made++) orders.push(await aReadyOrder());
  return orders;
};
const codesOf = (orders: readonly TestOrder[]) => orders.map(({ code }) => code);
const plan = (orders: readonly TestOrder[], formKey: string = randomUUID()) =>
  planTrip(budi(), db, { formKey, codes: codesOf(orders) });
const seen = async (tripId: number) => findTrip(db, budi(), tripId);
const openStops = async () =>
  db.selectFrom("trip_stop").select("order_id").where("outcome", "is", null).execute();

const settled = async <T>(tries: readonly Promise<T>[]) => {
  const results = await Promise.allSettled(tries);
  return {
    done: results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : [])),
    refused: results.flatMap((result) => (result.status === "rejected" ? [result.reason as Error] : [])),
  };
};

let orders: TestOrder[];
beforeEach(async () => {
  orders = await someReady(3);
});

describe("a trip", () => {
  it("takes the ready orders, sets out with all at once, and ends with its last stop", async () => {
    const { ready } = await findRounds(db, budi());
    expect(ready.map(({ code }) => code)).toEqual(expect.arrayContaining(codesOf(orders)));
    const tripId = await plan(orders);
    expect((await findRounds(db, budi())).ready.map(({ code }) => code)).not.toContain(orders[0]!.code);
    await startTrip(budi(), db, { tripId });
    await startTrip(budi(), db, { tripId });
    for (const { id } of orders) expect(await statusOf(db, id)).toBe("out_for_delivery");
    const events = await db
      .selectFrom("order_event")
      .select("kind")
      .where("order_id", "=", orders[0]!.id)
      .where("kind", "=", "dispatched")
      .execute();
    expect(events).toHaveLength(1);

    const [first, second, third] = orders as [TestOrder, TestOrder, TestOrder];
    await deliverOrder(budi(), db, first);
    await deliverOrder(budi(), db, second);
    expect((await seen(tripId)).trip.ended_at).toBeNull();
    await failDelivery(budi(), db, { ...third, reason: "nobody_home", note: null, photo: null });
    const { trip, stops, cash } = await seen(tripId);
    expect(trip.ended_at).not.toBeNull();
    expect(new Map(stops.map(({ code, outcome }) => [code, outcome]))).toEqual(
      new Map([
        [first.code, "delivered"],
        [second.code, "delivered"],
        [third.code, "failed"],
      ]),
    );
    expect(cash).toEqual({ all: 2 * 18_500, collected: 2 * 18_500 });
  });

  it("is made once by a form sent twice", async () => {
    const formKey = randomUUID();
    const { done, refused } = await settled(Array.from({ length: 5 }, () => plan(orders, formKey)));
    expect(refused).toEqual([]);
    expect(new Set(done).size).toBe(1);
  });

  it("changes its order by a tap, and a second tap of the same hand does nothing", async () => {
    const tripId = await plan(orders);
    const before = (await seen(tripId)).stops;
    const last = before.at(-1)!;
    const up = { tripId, code: last.code, from: last.position, way: "up" } as const;
    await Promise.all([moveStop(budi(), db, up), moveStop(budi(), db, up)]);
    const after = (await seen(tripId)).stops.map(({ code }) => code);
    expect(after).toEqual([before[0]!.code, last.code, before[1]!.code]);
    await moveStop(budi(), db, { ...up, from: 1 });
    await moveStop(budi(), db, { tripId, code: before[0]!.code, from: 1, way: "up" });
    expect((await seen(tripId)).stops.map(({ code }) => code)).toEqual(after);
  });

  it("leaves behind what is not taken along, rides alone, is cancelled or is taken over", async () => {
    const [first, second, third] = orders as [TestOrder, TestOrder, TestOrder];
    const fourth = await aReadyOrder();
    const tripId = await plan([...orders, fourth]);
    await leaveOutStop(budi(), db, { tripId, code: first.code });
    await leaveOutStop(budi(), db, { tripId, code: first.code });
    await dispatchOrder(budi(), db, second);
    await cancelOrder(guest, db, { ...third, reason: "batal", by: { as: "buyer", secret: third.secret } });
    await takeOverOrder(market.officer, db, fourth);
    expect((await seen(tripId)).stops).toEqual([]);
    expect((await seen(tripId)).trip.ended_at).not.toBeNull();
    const again = await plan([first]);
    await startTrip(budi(), db, { tripId: again });
    await expect(leaveOutStop(budi(), db, { tripId: again, code: first.code })).rejects.toThrow(StaleOrder);
  });

  it("takes nothing that is not ready, or of another warung, and shows itself to nobody else", async () => {
    const [first] = orders as [TestOrder];
    await expect(
      planTrip(market.ani.operator, db, { formKey: randomUUID(), codes: [first.code] }),
    ).rejects.toThrow(StaleOrder);
    await expect(
      planTrip(market.siti.seller, db, { formKey: randomUUID(), codes: [first.code] }),
    ).rejects.toThrow(NotAllowed);
    await expect(plan([])).rejects.toThrow(BadInput);
    await dispatchOrder(budi(), db, first);
    await expect(plan(orders)).rejects.toThrow(StaleOrder);
    const tripId = await plan(orders.slice(1));
    await expect(findTrip(db, market.ani.operator, tripId)).rejects.toThrow(NotFound);
    await expect(startTrip(market.ani.operator, db, { tripId })).rejects.toThrow(NotFound);
    await expect(
      moveStop(market.ani.operator, db, { tripId, code: orders[1]!.code, from: 2, way: "up" }),
    ).rejects.toThrow(NotFound);
  });
});

describe("two phones of one warung, and the buyer, at the same moment", () => {
  it("put an order into one trip at most", async () => {
    const { done, refused } = await settled(Array.from({ length: 6 }, () => plan(orders)));
    expect(done).toHaveLength(1);
    expect(refused.every((error) => error instanceof StaleOrder)).toBe(true);
  });

  it("cancel or set out, never both", async () => {
    for (let round = 0; round < 8; round++) {
      const [first, second] = (await someReady(2)) as [TestOrder, TestOrder];
      const tripId = await plan([first, second]);
      const { refused } = await settled<unknown>([
        startTrip(budi(), db, { tripId }),
        cancelOrder(guest, db, { ...first, reason: "batal", by: { as: "buyer", secret: first.secret } }),
        startTrip(budi(), db, { tripId }),
        dispatchOrder(budi(), db, second),
      ]);
      expect(refused.every((error) => error instanceof StaleOrder)).toBe(true);
      expect(["cancelled", "out_for_delivery"]).toContain(await statusOf(db, first.id));
      expect(await statusOf(db, second.id)).toBe("out_for_delivery");
      const open = (await openStops()).map(({ order_id }) => order_id);
      if ((await statusOf(db, first.id)) === "cancelled") expect(open).not.toContain(first.id);
    }
    expect(await findBreaches(db)).toEqual([]);
  });

  it("end the trip although its last two stops are delivered at once", async () => {
    for (let round = 0; round < 8; round++) {
      const pair = await someReady(2);
      const tripId = await plan(pair);
      await startTrip(budi(), db, { tripId });
      await Promise.all(pair.map((order) => deliverOrder(budi(), db, order)));
      expect((await seen(tripId)).trip.ended_at).not.toBeNull();
    }
  });

  it("fail and deliver: one of them holds", async () => {
    for (let round = 0; round < 8; round++) {
      const order = await aReadyOrder();
      await dispatchOrder(budi(), db, order);
      const failure = { code: order.code, reason: "refused", note: null, photo: null } as const;
      const { done, refused } = await settled<unknown>([
        failDelivery(budi(), db, failure),
        deliverOrder(budi(), db, order),
        failDelivery(budi(), db, failure),
      ]);
      expect(refused.every((error) => error instanceof StaleOrder)).toBe(true);
      expect(done.length).toBeGreaterThan(0);
      const attempts = await db
        .selectFrom("delivery_attempt")
        .select("outcome")
        .where("order_id", "=", order.id)
        .execute();
      expect(attempts).toHaveLength(1);
    }
    expect(await findBreaches(db)).toEqual([]);
  });
});
