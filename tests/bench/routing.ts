/** A rush of waiting orders: routed by the shop, and the same by its SQL alone. */
import { performance } from "node:perf_hooks";
import pg from "pg";
import { MOST_TOGETHER, routeWaiting } from "#app/domain/orders/route-waiting.server.ts";
import { now } from "#app/lib/clock.ts";
import { type Db, openDatabase } from "#db/client.server.ts";
import { migrate } from "#db/migrate.server.ts";
import { seed } from "#db/seed/seed.ts";
import { loadMarket } from "../../scripts/simulate/market.ts";
import { placeRush } from "../../scripts/simulate/rush.ts";
import { cloneDatabase, dropDatabase, urlOf } from "../support/clone-database.ts";
import type { Measured } from "./load.ts";
import { record, type Statement } from "./record.ts";

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

/** Does `work` on a copy of the waiting market. */
async function onCopy<T>(serverUrl: string, work: (url: string) => Promise<T>): Promise<T> {
  const name = `${SOURCE}_salinan`;
  await dropDatabase(serverUrl, name);
  await cloneDatabase(serverUrl, SOURCE, name);
  try {
    return await work(urlOf(serverUrl, name));
  } finally {
    await dropDatabase(serverUrl, name);
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

/** The recorded statements with the values they had: a copy of the same database draws the same ids. */
async function replay(url: string, statements: readonly Statement[]): Promise<number[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const times: number[] = [];
  try {
    let began = performance.now();
    for (const { name, text, values } of statements) {
      await client.query({ name, text, values: [...values] });
      if (text !== "commit") continue;
      times.push(performance.now() - began);
      began = performance.now();
    }
  } finally {
    await client.end();
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

function measured(times: readonly number[], orders: number, failures: number): Measured {
  const sorted = [...times].sort((a, b) => a - b);
  const total = times.reduce((sum, time) => sum + time, 0);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
  return { rate: (orders / total) * 1000, p50: at(0.5), p99: at(0.99), failures };
}

/** Orders routed per second over one connection; p50 and p99 are of a whole round of many orders. */
export async function measureRouting(
  serverUrl: string,
  orders: number,
): Promise<{ routing: Measured; sql: Measured }> {
  const ids = await fillSource(serverUrl, orders);
  try {
    const statements = await onCopy(serverUrl, (url) => record(url, (db) => routeAll(db, ids)));
    const sql = await onCopy(serverUrl, async (url) => {
      const times = await replay(url, statements);
      return measured(times, ids.length, await failuresOn(url));
    });
    const routing = await onCopy(serverUrl, async (url) => {
      const db = openDatabase(url, 1);
      const times = await routeAll(db, ids).finally(() => db.destroy());
      return measured(times, ids.length, await failuresOn(url));
    });
    return { routing, sql };
  } finally {
    await dropDatabase(serverUrl, SOURCE);
  }
}
