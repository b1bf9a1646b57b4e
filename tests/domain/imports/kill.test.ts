/** A real worker process, killed without a word in the middle of an import. */
import { type ChildProcess, spawn } from "node:child_process";
import { sql } from "kysely";
import { afterAll, expect, test } from "vitest";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { cancelImport } from "#app/domain/imports/cancel-import.server.ts";
import { confirmImport } from "#app/domain/imports/confirm-import.server.ts";
import { retryImport } from "#app/domain/imports/retry-import.server.ts";
import { startImport } from "#app/domain/imports/start-import.server.ts";
import { UMKM_COLUMNS, umkmRows } from "#db/seed/sheets/umkm-sheet.ts";
import { testDatabase } from "#tests/support/database.ts";
import { csv } from "./files.ts";

const { db, url } = await testDatabase();
const SELLERS = 5_000;
const header = [...UMKM_COLUMNS];
const rows = [...umkmRows({ sellers: SELLERS })].map((row) => header.map((name) => row[name]));
// one wrong cell in every batch, and the first business once more at the end
for (let at = 500; at < SELLERS; at += 1_000) rows[at]![header.indexOf("no_hp")] = "8,12E+10";
const sheet = Buffer.from(csv([header, ...rows, rows[0]!]));
const WRONG = 5 + 1;
const RIGHT = SELLERS - 5;
const PATIENCE = { timeout: 90_000, interval: 20 };
const LONG = 240_000;

const { id: accountId } = await db
  .insertInto("account")
  .values({ name: "Bu Dewi", mobile: "+6281172009009", password_hash: "-" })
  .returning("id")
  .executeTakeFirstOrThrow();
const officer: Actor = {
  kind: "person",
  accountId,
  name: "Bu Dewi",
  mobile: "+6281172009009",
  memberships: [{ role: "officer", regencyCode: null, name: "Provinsi Lampung" }],
  secondFactor: true,
};

let worker: ChildProcess | undefined;

async function startWorker(): Promise<void> {
  const child = spawn(process.execPath, ["--import", "tsx", "app/worker.ts"], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    env: { ...process.env, DATABASE_URL: url, LOG_LEVEL: "error" },
  });
  worker = child;
  await new Promise<void>((resolve, reject) => {
    child.once("message", () => resolve());
    child.once("exit", (code) => reject(new Error(`worker ended (${code})`)));
  });
}

async function kill(): Promise<void> {
  const gone = new Promise((resolve) => worker?.once("exit", resolve));
  worker?.kill("SIGKILL");
  await gone;
}
afterAll(() => void worker?.kill("SIGKILL"));

const runOf = (id: number) =>
  db.selectFrom("import_run").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
const countUmkm = async () => {
  const { count } = await db
    .selectFrom("umkm")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return count;
};
const reaches = (id: number, done: number) =>
  expect.poll(async () => (await runOf(id)).rows_done, PATIENCE).toBeGreaterThanOrEqual(done);
const becomes = (id: number, status: string) =>
  expect.poll(async () => (await runOf(id)).status, PATIENCE).toBe(status);
const start = () =>
  startImport(officer, db, {
    kind: "umkm",
    fileName: "a.csv",
    bytes: sheet,
    options: { status: "verified" },
  });

test(
  "killed while it looks and twice while it writes, the import ends with exact counts",
  async () => {
    const id = await start();
    await startWorker();
    await reaches(id, 1_000);
    await kill();
    expect((await runOf(id)).status).toBe("reading");
    expect(await countUmkm()).toBe(0);
    await startWorker();
    await becomes(id, "previewed");
    expect(await runOf(id)).toMatchObject({ rows_new: RIGHT, rows_wrong: WRONG, rows_total: SELLERS + 1 });
    expect(await countUmkm()).toBe(0);

    await confirmImport(officer, db, id);
    for (const done of [1_000, 3_000]) {
      await reaches(id, done);
      await kill();
      const cut = await runOf(id);
      expect(cut.status).toBe("writing");
      // a batch and its checkpoint are both there, or neither
      expect(await countUmkm()).toBe(cut.rows_new);
      expect(cut.rows_done).toBe(cut.rows_new + cut.rows_wrong);
      await startWorker();
    }
    await becomes(id, "done");
    expect(await runOf(id)).toMatchObject({
      ...{ rows_new: RIGHT, rows_changed: 0, rows_same: 0, rows_wrong: WRONG, rows_total: SELLERS + 1 },
    });
    expect(await countUmkm()).toBe(RIGHT);
    const wrong = await db.selectFrom("import_wrong").select("row").where("run_id", "=", id).execute();
    expect(wrong).toHaveLength(WRONG);
  },
  LONG,
);

test(
  "killed at its last try, it ends as failed with a sentence, and may be started once more",
  async () => {
    await db.deleteFrom("umkm").execute();
    const id = await start();
    await reaches(id, 1_000);
    await kill();
    await sql`update graphile_worker._private_jobs set attempts = max_attempts
      where key = ${`import-run:${id}`}`.execute(db);
    await startWorker();
    await becomes(id, "failed");
    expect((await runOf(id)).failure).toContain("Belum ada yang ditulis. Coba lagi");
    expect((await runOf(id)).finished_at).not.toBeNull();
    await retryImport(officer, db, id);
    await becomes(id, "previewed");
    expect(await runOf(id)).toMatchObject({
      ...{ rows_new: RIGHT, rows_wrong: WRONG, failure: null, may_retry: false, finished_at: null },
    });
    await cancelImport(officer, db, id);
  },
  LONG,
);

test(
  "cancelled while it is written, it stops between two batches; the same file goes on from there",
  async () => {
    await db.deleteFrom("umkm").execute();
    const id = await start();
    await becomes(id, "previewed");
    await confirmImport(officer, db, id);
    await reaches(id, 1_000);
    await cancelImport(officer, db, id);
    const cut = await runOf(id);
    expect(cut.status).toBe("cancelled");
    expect(cut.rows_done).toBeLessThan(SELLERS);
    const again = await start();
    await becomes(again, "previewed");
    expect(await countUmkm()).toBe(cut.rows_new);
    expect((await runOf(id)).rows_new).toBe(cut.rows_new);
    expect(await runOf(again)).toMatchObject({ rows_new: RIGHT - cut.rows_new, rows_same: cut.rows_new });
  },
  LONG,
);
