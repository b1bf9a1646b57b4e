/** Posting of sales and the settlement of a week of 100,000 orders: the shop, and the same by its SQL alone. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { postSale } from "#app/domain/ledger/post-sale.server.ts";
import { importRegions } from "#app/domain/regions/import-regions.server.ts";
import { askAll } from "#app/domain/reports/check-ledger.server.ts";
import { drawUpSettlements } from "#app/domain/settlement/draw-up-settlements.server.ts";
import { lastMonday } from "#app/domain/settlement/settlement-week.ts";
import { addMinutes, now } from "#app/lib/clock.ts";
import { type Db, openDatabase } from "#db/client.server.ts";
import { startEmbeddedPostgres } from "#db/embedded.server.ts";
import { migrate } from "#db/migrate.server.ts";
import { closePayment, lockPayment } from "#db/queries/payments.ts";
import { cloneDatabase, urlOf } from "../support/clone-database.ts";
import { fillManyOrders, finishManyOrders } from "../support/many-sales.ts";
import { measured, onCopy, replay } from "./copies.ts";
import type { Measured } from "./load.ts";
import { record } from "./record.ts";
import type { Row } from "./table.ts";

const SOURCE = "bench_uang";
const SALES = { sellers: 10_000, warung: 226, orders: 100_000 };
/** Sales that are booked one by one; the others are booked in one statement, in the same shape. */
const SAMPLE = 3_000;
/** A market of this size is checked well within a night's minute. */
const MOST_CHECK_SECONDS = 60;

type Order = {
  readonly id: number;
  readonly code: string;
  readonly total: number;
  readonly warungId: number;
};

const inDatabase = async <T>(url: string, work: (db: Db) => Promise<T>): Promise<T> => {
  const db = openDatabase(url, 1);
  return work(db).finally(() => db.destroy());
};

async function ordersToPost(db: Db): Promise<Order[]> {
  const rows = await db
    .selectFrom("order")
    .select(["id", "code", "total", "warung_id"])
    .where("status", "=", "out_for_delivery")
    .orderBy("id")
    .limit(SAMPLE)
    .execute();
  return rows.map(({ warung_id, ...row }) => ({ ...row, warungId: warung_id! }));
}

/** As at hand-over: the payment is locked and closed, the sale is booked. @returns milliseconds of each */
async function postEach(db: Db, orders: readonly Order[]): Promise<number[]> {
  const times: number[] = [];
  for (const order of orders) {
    const began = performance.now();
    await db.transaction().execute(async (tx) => {
      await lockPayment(tx, order.id);
      await closePayment(tx, order.id, order.total);
      await postSale(tx, { ...order, cash: order.total });
    });
    times.push(performance.now() - began);
  }
  return times;
}

async function timed(work: () => Promise<unknown>): Promise<number[]> {
  const began = performance.now();
  await work();
  return [performance.now() - began];
}

/** How many sales are not booked must be none, or the figures mean nothing. */
const unposted = async (db: Db) =>
  SAMPLE -
  (
    await db
      .selectFrom("posting")
      .select((eb) => eb.fn.countAll<number>().as("sales"))
      .where("kind", "=", "sale")
      .executeTakeFirstOrThrow()
  ).sales;

/** Payees without a settlement of the week. */
const unsettled = async (db: Db) =>
  SALES.sellers +
  SALES.warung -
  (
    await db
      .selectFrom("settlement")
      .select((eb) => eb.fn.countAll<number>().as("settlements"))
      .executeTakeFirstOrThrow()
  ).settlements;

async function measurePosting(serverUrl: string): Promise<{ sql: Measured; shop: Measured }> {
  const orders = await inDatabase(urlOf(serverUrl, SOURCE), ordersToPost);
  const statements = await onCopy(serverUrl, SOURCE, (url) => record(url, (db) => postEach(db, orders)));
  const sql = await onCopy(serverUrl, SOURCE, async (url) => {
    const times = await replay(url, statements);
    return measured(times, orders.length, await inDatabase(url, unposted));
  });
  const shop = await onCopy(serverUrl, SOURCE, async (url) => {
    const times = await inDatabase(url, (db) => postEach(db, orders));
    return measured(times, orders.length, await inDatabase(url, unposted));
  });
  return { sql, shop };
}

async function measureSettlement(
  serverUrl: string,
): Promise<{ sql: Measured; shop: Measured; check: number }> {
  const at = now();
  const draw = (db: Db) => drawUpSettlements(db, at);
  const statements = await onCopy(serverUrl, SOURCE, (url) => record(url, draw));
  const sql = await onCopy(serverUrl, SOURCE, async (url) => {
    const times = await timed(() => replay(url, statements));
    return measured(times, SALES.orders, await inDatabase(url, unsettled));
  });
  return onCopy(serverUrl, SOURCE, async (url) => {
    const times = await timed(() => inDatabase(url, draw));
    const shop = measured(times, SALES.orders, await inDatabase(url, unsettled));
    const began = performance.now();
    const wrong = (await inDatabase(url, askAll)).filter(({ rows }) => rows > 0);
    if (wrong.length > 0) throw new Error(`the ledger disagrees: ${JSON.stringify(wrong)}`);
    return { sql, shop, check: (performance.now() - began) / 1_000 };
  });
}

/** Sales booked per second one after the other, and orders settled per second in one weekly run. */
export async function measureMoney(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "lapak-uang-"));
  const postgres = await startEmbeddedPostgres(folder);
  try {
    await cloneDatabase(postgres.url, "template1", SOURCE);
    const url = urlOf(postgres.url, SOURCE);
    const at = addMinutes(lastMonday(now()).before, -24 * 60);
    await inDatabase(url, async (db) => {
      await migrate(db, url);
      await importRegions(db);
      await fillManyOrders(db, SALES, at);
    });
    const posting = await measurePosting(postgres.url);
    await inDatabase(url, (db) => finishManyOrders(db, at));
    const { check, ...settlement } = await measureSettlement(postgres.url);
    const late = check > MOST_CHECK_SECONDS ? "  ← LAMBAT" : "";
    console.log(
      `  buku ${SALES.orders.toLocaleString("id-ID")} pesanan diperiksa dalam ${check.toFixed(1)} dtk (tujuan ≤ ${MOST_CHECK_SECONDS})${late}`,
    );
    return [
      { name: "bukukan penjualan: SQL-nya saja lewat node-pg", ...posting.sql },
      { name: "bukukan penjualan: lapak", ...posting.shop, limit: posting.sql.rate, aim: 1 / 2 },
      { name: "penyelesaian 100.000 pesanan: SQL-nya saja", ...settlement.sql },
      {
        name: "penyelesaian 100.000 pesanan: lapak",
        ...settlement.shop,
        limit: settlement.sql.rate,
        aim: 1 / 2,
      },
    ];
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
