import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { enqueueAll } from "#app/domain/jobs/enqueue.server.ts";
import { newOrderCode } from "#app/domain/orders/order-code.server.ts";
import { addMinutes, now, startOfDayWib } from "#app/lib/clock.ts";
import type { Db } from "#db/client.server.ts";
import { countWaiting, findRush, insertWaitingOrders, type Rush } from "#db/queries/simulation.ts";
import { cpuSeconds } from "./cpu-time.ts";
import type { Market } from "./market.ts";
import { ordersOf } from "./people.ts";

const PER_INSERT = 1_000;
/** The rush is for deliveries over these days: in one day nobody could carry it. */
const DAYS = 30;

export type RushFigures = Rush & {
  readonly orders: number;
  readonly perMinute: number;
  /** what the processor time spent would give on two cores that do nothing else; undefined where it cannot be told */
  readonly perMinuteOnTwoCores: number | undefined;
};

/** Puts `count` placed orders of the simulated people into the database, each with its job, as checkouts leave them. */
export async function placeRush(db: Db, market: Market, count: number): Promise<void> {
  const start = addMinutes(startOfDayWib(now()), 24 * 60);
  const orders = ordersOf(market, { start, days: DAYS, count: count * 2 })
    .filter((order) => order.stapleIds.length > 0)
    .slice(0, count);
  const codes = new Set<string>();
  while (codes.size < orders.length) codes.add(newOrderCode());
  const waiting = [...codes].map((code, at) => {
    const { village, stapleIds, windowStart, promiseUntil } = orders[at]!;
    return {
      code,
      formKey: randomUUID(),
      villageCode: village.code,
      stapleIds,
      promiseFrom: windowStart,
      promiseUntil,
    };
  });
  for (let from = 0; from < waiting.length; from += PER_INSERT) {
    await db.transaction().execute(async (tx) => {
      const ids = await insertWaitingOrders(tx, waiting.slice(from, from + PER_INSERT));
      await enqueueAll(
        tx,
        ids.map((id) => ({
          name: "route-order" as const,
          payload: { orderId: id },
          options: { key: `route-order:${id}` },
        })),
      );
    });
  }
}

function startWorker(url: string, folder: string): ChildProcess {
  return spawn(process.execPath, ["--import", "tsx", "app/worker.ts"], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    env: { ...process.env, DATABASE_URL: url, DATA_DIR: folder, LOG_LEVEL: "warn", NODE_ENV: "production" },
  });
}

/**
 * Lets the shop's own worker route a rush of waiting orders, from their jobs to the offers, and takes the time between
 * the first routing and the last.
 * @param postgresPid whose processor time counts besides the worker's
 */
export async function routeRush(
  db: Db,
  { url, folder, postgresPid }: { url: string; folder: string; postgresPid: number },
): Promise<RushFigures> {
  const orders = await countWaiting(db);
  const worker = startWorker(url, folder);
  let ended = false;
  worker.once("exit", () => {
    ended = true;
  });
  const spent = () => cpuSeconds([worker.pid!, postgresPid]);
  try {
    while ((await countWaiting(db)) === orders && !ended) await sleep(20);
    const before = spent();
    const alreadyRouted = orders - (await countWaiting(db));
    while ((await countWaiting(db)) > 0 && !ended) await sleep(100);
    const after = spent();
    const rush = await findRush(db);
    const cpu = before === undefined || after === undefined ? undefined : after - before;
    return {
      ...rush,
      orders,
      perMinute: (orders / rush.seconds) * 60,
      perMinuteOnTwoCores: cpu === undefined ? undefined : ((orders - alreadyRouted) / cpu) * 2 * 60,
    };
  } finally {
    const gone = ended || new Promise((resolve) => worker.once("exit", resolve));
    worker.kill("SIGTERM");
    await gone;
  }
}
