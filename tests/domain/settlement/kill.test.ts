/** The worker dies while it draws a week up: nothing is lost, nothing is paid twice. */
import { afterAll, expect, it } from "vitest";
import { askAll } from "#app/domain/reports/check-ledger.server.ts";
import { lastMonday } from "#app/domain/settlement/settlement-week.ts";
import { addMinutes, now } from "#app/lib/clock.ts";
import { lockDrawing } from "#db/queries/settlements.ts";
import { testDatabase } from "#tests/support/database.ts";
import { fillManyOrders, finishManyOrders } from "#tests/support/many-sales.ts";
import { Process } from "#tests/support/process.ts";

const { db, url } = await testDatabase(4);
const worker = new Process("app/worker.ts", { DATABASE_URL: url, LOG_LEVEL: "error" });
afterAll(() => worker.end("SIGKILL"));

const SALES = { sellers: 2_000, warung: 10, orders: 2_000 };
const PAYEES = SALES.sellers + SALES.warung;

async function drawn(): Promise<number> {
  const row = await db
    .selectFrom("settlement")
    .select((eb) => eb.fn.countAll<number>().as("settlements"))
    .executeTakeFirstOrThrow();
  return row.settlements;
}

/** Waits for the first settlements, then stands in the way of the next ones. */
async function holdUp(): Promise<{ count: number; letGo: () => Promise<void> }> {
  await expect.poll(drawn, { timeout: 180_000, interval: 5 }).toBeGreaterThan(0);
  let letGo = () => {};
  const released = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let held = () => {};
  const isHeld = new Promise<void>((resolve) => {
    held = resolve;
  });
  const lock = db.transaction().execute(async (tx) => {
    await lockDrawing(tx);
    held();
    await released;
  });
  await isHeld;
  return {
    count: await drawn(),
    letGo: async () => {
      letGo();
      await lock;
    },
  };
}

it("draws up each payee once, although it was killed in the middle", async () => {
  const { before } = lastMonday(now());
  const at = addMinutes(before, -24 * 60);
  await fillManyOrders(db, SALES, at);
  await finishManyOrders(db, at);

  const starting = worker.start().catch(() => undefined);
  const { count, letGo } = await holdUp();
  expect(count).toBeGreaterThan(0);
  expect(count).toBeLessThan(PAYEES);
  await worker.end("SIGKILL");
  await starting;
  await letGo();
  const survived = await db.selectFrom("settlement").select(["id", "amount"]).orderBy("id").execute();

  await worker.start();
  await expect
    .poll(() => db.selectFrom("settlement_run").selectAll().execute(), { timeout: 180_000 })
    .toHaveLength(1);
  expect(await drawn()).toBe(PAYEES);
  const after = await db.selectFrom("settlement").select(["id", "amount"]).orderBy("id").execute();
  expect(after.slice(0, survived.length)).toEqual(survived);
  const { lines } = await db
    .selectFrom("settlement_line")
    .select((eb) => eb.fn.countAll<number>().as("lines"))
    .executeTakeFirstOrThrow();
  // each order owes its seller and its warung
  expect(lines).toBe(SALES.orders * 2);
  expect((await askAll(db)).filter(({ rows }) => rows > 0)).toEqual([]);
}, 480_000);
