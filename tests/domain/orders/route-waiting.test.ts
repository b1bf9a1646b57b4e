import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { beforeAll, beforeEach, expect, it } from "vitest";
import { enqueue } from "#app/domain/jobs/enqueue.server.ts";
import { newOrderCode } from "#app/domain/orders/order-code.server.ts";
import { routeOrder } from "#app/domain/orders/route-order.server.ts";
import { routeWaiting } from "#app/domain/orders/route-waiting.server.ts";
import { DELIVERY_WINDOWS } from "#app/domain/warung/delivery-window.ts";
import { addMinutes, startOfDayWib } from "#app/lib/clock.ts";
import { openDatabase } from "#db/client.server.ts";
import { findRush, insertWaitingOrders } from "#db/queries/simulation.ts";
import { aMarket, KEDATON, type Market } from "#tests/factories/market.ts";
import { statusOf } from "#tests/factories/order.ts";
import { testDatabase } from "#tests/support/database.ts";

const { db, url } = await testDatabase(20);
let market: Market;

beforeAll(async () => {
  market = await aMarket(db);
});
beforeEach(async () => {
  await sql`update "order" set status = 'cancelled', cancelled_reason = 'uji', next_action = null, deadline_at = null
    where status = 'placed'`.execute(db);
});

const tomorrow = addMinutes(startOfDayWib(new Date()), 24 * 60);

/** Placed orders of rice for Kedaton with their jobs, as checkouts leave them; `window` counts windows from tomorrow. */
async function waiting(count: number, window: number): Promise<number[]> {
  const { starts, ends } = DELIVERY_WINDOWS[window % DELIVERY_WINDOWS.length]!;
  const day = addMinutes(tomorrow, Math.floor(window / DELIVERY_WINDOWS.length) * 24 * 60);
  return db.transaction().execute(async (tx) => {
    const ids = await insertWaitingOrders(
      tx,
      Array.from({ length: count }, () => ({
        formKey: randomUUID(),
        code: newOrderCode(),
        villageCode: KEDATON,
        stapleIds: [market.riceId],
        promiseFrom: addMinutes(day, starts),
        promiseUntil: addMinutes(day, ends),
      })),
    );
    for (const orderId of ids)
      await enqueue(tx, "route-order", { orderId }, { key: `route-order:${orderId}` });
    return ids;
  });
}

const warungIds = () => [market.budi.id, market.ani.id, market.dedi.id];
const setCapacity = (capacity: number) =>
  sql`update warung set window_capacity = ${capacity} where id = any(${warungIds()}::bigint[])`.execute(db);
const statusesOf = async (ids: readonly number[]) => {
  const { rows } = await sql<{ status: string; count: number }>`
    select status, count(*)::int as count from "order" where id = any(${ids}::bigint[]) group by status`.execute(
    db,
  );
  return Object.fromEntries(rows.map((row) => [row.status, row.count]));
};
const jobsOf = async (ids: readonly number[]) => {
  const keys = ids.map((id) => `route-order:${id}`);
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from graphile_worker.jobs where key = any(${keys}::text[])`.execute(db);
  return rows[0]!.count;
};
const heldOf = async (ids: readonly number[]) => {
  const { rows } = await sql<{ held: number; offers: number }>`
    select coalesce(sum(x.held), 0)::int as held,
           (select count(*)::int from offer f where f.order_id = any(${ids}::bigint[]) and f.status = 'pending') as offers
      from warung_window x
     where x.starts_at in (select held_window from "order" where id = any(${ids}::bigint[]))`.execute(db);
  return rows[0]!;
};

it("routes a rush by several workers at once: each order once, no warung beyond its capacity, none lost", async () => {
  await setCapacity(50);
  const ids = await waiting(200, 0);
  // two processes with four jobs each; every job is run twice, as after a restart
  const other = openDatabase(url, 4);
  const queue = [...ids, ...ids];
  const work = async (own: typeof db) => {
    for (let id = queue.shift(); id !== undefined; id = queue.shift()) await routeWaiting(own, id);
  };
  await Promise.all([db, db, db, db, other, other, other, other].map(work));
  await other.destroy();
  expect(await statusesOf(ids)).toEqual({ offered: 150, needs_officer: 50 });
  expect(await heldOf(ids)).toEqual({ held: 150, offers: 150 });
  expect(await findRush(db)).toMatchObject({ placed: 0, wrong: 0, overfull: 0 });
  const { rows } = await sql<{ routings: number; events: number }>`
    select (select count(*)::int from routing where order_id = any(${ids}::bigint[])) as routings,
           (select count(*)::int from order_event where order_id = any(${ids}::bigint[])
              and kind in ('offered', 'needs_officer')) as events`.execute(db);
  expect(rows[0]).toEqual({ routings: 200, events: 200 });
});

it("lets each order of a round see the places given away before it: the village's own is filled, the others share", async () => {
  await setCapacity(15);
  const ids = await waiting(40, 3);
  await routeWaiting(db, ids[0]!);
  expect(await statusesOf(ids)).toEqual({ offered: 40 });
  const { rows } = await sql<{ orders: number }>`
    select count(*)::int as orders from offer where order_id = any(${ids}::bigint[])
     group by warung_id order by 1`.execute(db);
  expect(rows.map((row) => row.orders)).toEqual([12, 13, 15]);
});

it("takes along who waits, and takes their jobs back", async () => {
  await setCapacity(50);
  const ids = await waiting(10, 4);
  await routeWaiting(db, ids[9]!);
  expect(await statusesOf(ids)).toEqual({ offered: 10 });
  // its own job is the one that runs
  expect(await jobsOf(ids)).toBe(1);
});

it("passes over an order that somebody is busy with, and waits only for its own", async () => {
  await setCapacity(50);
  const [busy, own] = (await waiting(2, 5)) as [number, number];
  await db.transaction().execute(async (tx) => {
    await sql`select from "order" where id = ${busy} for update`.execute(tx);
    await routeWaiting(db, own);
    expect(await statusOf(db, own)).toBe("offered");
  });
  expect(await statusOf(db, busy)).toBe("placed");
  await routeWaiting(db, busy);
  expect(await statusOf(db, busy)).toBe("offered");
});

it("asks one warung for both orders of a checkout, whoever routes them", async () => {
  await setCapacity(50);
  for (let round = 0; round < 6; round++) {
    const [first, second] = (await waiting(2, 6 + round)) as [number, number];
    await sql`update "order" set checkout_id = (select checkout_id from "order" where id = ${first})
      where id = ${second}`.execute(db);
    await (round % 2
      ? Promise.all([routeWaiting(db, second), routeWaiting(db, first)])
      : Promise.all([routeOrder(db, first), routeOrder(db, second)]));
    const { rows } = await sql<{ warung_id: number }>`
      select distinct warung_id from offer where order_id in (${first}, ${second}) and status = 'pending'`.execute(
      db,
    );
    expect(rows).toHaveLength(1);
  }
});

it("does not let one spoiled order hold up the others", async () => {
  await setCapacity(50);
  const [spoiled, ...others] = (await waiting(4, 13)) as [number, ...number[]];
  await sql
    .raw(`create function spoil() returns trigger language plpgsql as
    $$ begin if new.order_id = ${spoiled} then raise exception 'spoiled'; end if; return new; end $$`)
    .execute(db);
  await sql`create trigger spoil before insert on routing for each row execute function spoil()`.execute(db);
  try {
    await expect(routeWaiting(db, spoiled)).rejects.toThrow("spoiled");
    for (const id of others) await routeWaiting(db, id);
    expect(await statusesOf(others)).toEqual({ offered: 3 });
    expect(await statusOf(db, spoiled)).toBe("placed");
  } finally {
    await sql`drop trigger spoil on routing`.execute(db);
  }
});
