/** A rush of waiting orders: routed by the shop, and the same by its SQL alone. */
import { performance } from "node:perf_hooks";
import { MOST_TOGETHER, routeWaiting } from "#app/domain/orders/route-waiting.server.ts";
import { now } from "#app/lib/clock.ts";
import { type Db, openDatabase } from "#db/client.server.ts";
import { migrate } from "#db/migrate.server.ts";
import { seed } from "#db/seed/seed.ts";
import { loadMarket } from "../../scripts/simulate/market.ts";
import { placeRush } from "../../scripts/simulate/rush.ts";
import { cloneDatabase, dropDatabase, urlOf } from "../support/clone-database.ts";
import { measured, onCopy, replay } from "./copies.ts";
import type { Measured } from "./load.ts";
import { record } from "./record.ts";

const SOURCE = "bench_rute";

/** The seeded market with `orders` placed orders waiting, closed again so that it can be copied. */
async function fillSource(serverUrl: string, orders: number): Promise<number[]> {
  await dropDatabase(serverUrl, SOURCE);
  await cloneDatabase(serverUrl, "template1", SOURCE);
  const url = urlOf(serverUrl, SOURCE);
  const db = openDatabase(url, 4);
  try {
    await migrate(db, url);
    await seed(db);
    await placeRush(db, await loadMarket(db, now()), orders);
    const rows = await db
      .selectFrom("order")
      .select("id")
      .where("status", "=", "placed")
      .orderBy("id")
      .execute();
    return rows.map((row) => row.id);
  } finally {
    await db.destroy();
  }
}

/** One job after the other, each taking along as many as it may. @returns milliseconds of each */
async function routeAll(db: Db, ids: readonly number[]): Promise<number[]> {
  const times: number[] = [];
  for (let at = 0; at < ids.length; at += MOST_TOGETHER) {
    const began = performance.now();
    await routeWaiting(db, ids[at]!);
    times.push(performance.now() - began);
  }
  return times;
}

/** How many orders still wait must be none, or the figures mean nothing. */
async function failuresOn(url: string): Promise<number> {
  const db = openDatabase(url, 1);
  const { waiting } = await db
    .selectFrom("order")
    .select((eb) => eb.fn.countAll<number>().as("waiting"))
    .where("status", "=", "placed")
    .executeTakeFirstOrThrow();
  await db.destroy();
  return waiting;
}

/** Orders routed per second over one connection; p50 and p99 are of a whole round of many orders. */
export async function measureRouting(
  serverUrl: string,
  orders: number,
): Promise<{ routing: Measured; sql: Measured }> {
  const ids = await fillSource(serverUrl, orders);
  try {
    const statements = await onCopy(serverUrl, SOURCE, (url) => record(url, (db) => routeAll(db, ids)));
    const sql = await onCopy(serverUrl, SOURCE, async (url) => {
      const times = await replay(url, statements);
      return measured(times, ids.length, await failuresOn(url));
    });
    const routing = await onCopy(serverUrl, SOURCE, async (url) => {
      const db = openDatabase(url, 1);
      const times = await routeAll(db, ids).finally(() => db.destroy());
      return measured(times, ids.length, await failuresOn(url));
    });
    return { routing, sql };
  } finally {
    await dropDatabase(serverUrl, SOURCE);
  }
}
