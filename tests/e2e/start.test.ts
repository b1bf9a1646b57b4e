import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { freePort } from "#db/embedded.server.ts";
import { buildWhenNeeded } from "../../scripts/start/build.ts";
import { cloneDatabase, dropDatabase, urlOf } from "../support/clone-database.ts";
import { seededTemplate } from "../support/seeded-template.ts";

const PATIENCE = { timeout: 150_000, interval: 200 } as const;

let folder = "";
let databaseUrl = "";
const launches: Launch[] = [];
const database = `start_${randomBytes(6).toString("hex")}`;

beforeAll(async () => {
  await buildWhenNeeded(console.log);
  folder = await mkdtemp(join(inject("dataDir"), "start-"));
  await cloneDatabase(inject("serverUrl"), await seededTemplate(), database);
  databaseUrl = urlOf(inject("serverUrl"), database);
});
afterAll(async () => {
  // those of a test that failed half-way
  for (const { child } of launches) child.kill("SIGTERM");
  await Promise.all(launches.map(({ ended }) => ended));
  await dropDatabase(inject("serverUrl"), database);
  await rm(folder, { recursive: true, force: true });
});

type Launch = {
  readonly child: ChildProcess;
  /** everything it said so far */
  readonly words: () => string;
  readonly ended: Promise<number | null>;
};

/** `npm start` with its data in `data`, on the run's PostgreSQL. */
function launch(data: string, env: Readonly<Record<string, string>>): Launch {
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/start.ts"], {
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      NODE_ENV: "production",
      LOG_LEVEL: "error",
      DATA_DIR: join(folder, data),
      DATABASE_URL: databaseUrl,
      ...env,
    },
  });
  let words = "";
  const remember = (part: Buffer) => {
    words += part.toString();
  };
  child.stdout.on("data", remember);
  child.stderr.on("data", remember);
  const ended = new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));
  const launched = { child, words: () => words, ended };
  launches.push(launched);
  return launched;
}

/** Everything that descends from a process, as far as the machine tells. */
function descendants(pid: number): number[] {
  const children = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((candidate) => {
      try {
        const stat = readFileSync(`/proc/${candidate}/stat`, "utf8");
        return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]) === pid;
      } catch {
        return false;
      }
    });
  return children.flatMap((child) => [child, ...descendants(child)]);
}

describe("a start that cannot be", () => {
  it.each([
    ["PORT", "abc"],
    ["DATABASE_URL", "mysql://x"],
    ["MEILISEARCH_URL", "bukan alamat"],
    ["SESSION_SECRET", "pendek"],
    ["OFFER_MINUTES", "-3"],
  ])("names the wrong variable %s", async (name, value) => {
    const { words, ended } = launch("wrong", { [name]: value });
    expect(await ended).toBe(1);
    expect(words()).toContain("Pengaturan salah.");
    expect(words()).toContain(`${name}: `);
    expect(words()).not.toMatch(/^\s+at /m);
  });

  it("says that the port is taken, and what to type instead", async () => {
    const port = await freePort();
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(port, resolve));
    const { words, ended } = launch("taken", { PORT: String(port) });
    expect(await ended).toBe(1);
    other.close();
    expect(words()).toContain(`Port ${port} sedang dipakai program lain.`);
    expect(words()).toContain(`PORT=${port + 1} npm start`);
    expect(existsSync(join(folder, "taken", "lapak.pid"))).toBe(false);
  });

  it("says that PostgreSQL does not answer", async () => {
    const port = String(await freePort());
    const gone = `postgres://x:y@127.0.0.1:${await freePort()}/x`;
    const { words, ended } = launch("gone", { PORT: port, DATABASE_URL: gone });
    expect(await ended).toBe(1);
    expect(words()).toContain("PostgreSQL di DATABASE_URL tidak dapat dihubungi");
  });
});

describe("a shop that is open", () => {
  it("tells a second start where it is, and leaves nothing running when it is stopped", async () => {
    const port = await freePort();
    const { child, words, ended } = launch("open", { PORT: String(port) });
    await expect.poll(words, PATIENCE).toContain(`Lapak Lampung buka di http://localhost:${port}`);
    expect(words()).toContain("Pak Budi");
    expect((await fetch(`http://localhost:${port}/`)).status).toBe(200);

    const second = launch("open", { PORT: String(await freePort()) });
    expect(await second.ended).toBe(1);
    expect(second.words()).toContain(`Lapak Lampung sudah berjalan di http://localhost:${port}`);
    expect((await fetch(`http://localhost:${port}/healthz`)).status).toBe(200);

    const running = process.platform === "linux" ? descendants(child.pid!) : [];
    if (process.platform === "linux") expect(running.length).toBeGreaterThanOrEqual(2);
    child.kill("SIGTERM");
    expect(await ended).toBe(0);
    // what compiles for a process ends a moment after it
    await expect.poll(() => running.filter((pid) => existsSync(`/proc/${pid}`))).toEqual([]);
    expect(existsSync(join(folder, "open", "lapak.pid"))).toBe(false);
    await expect(fetch(`http://localhost:${port}/`)).rejects.toThrow();
  });
});

describe("a search server that dies", () => {
  it("closes no shop: it is started again where it was, and found by the same web process", async () => {
    const port = await freePort();
    const { child, words, ended } = launch("search", { PORT: String(port) });
    const open = `http://localhost:${port}`;
    await expect.poll(words, PATIENCE).toContain(`Lapak Lampung buka di ${open}`);
    if (!words().includes("Meilisearch")) return child.kill("SIGTERM");
    const health = async () => {
      const answer = await fetch(`${open}/healthz`);
      const { search } = (await answer.json()) as { search: { answers: string; meilisearch: string } };
      return { status: answer.status, answers: search.answers, meilisearch: search.meilisearch };
    };
    const well = { status: 200, answers: "meilisearch", meilisearch: "ok" };
    // the index is built while the shop is open
    await expect.poll(health, PATIENCE).toEqual(well);
    const before = descendants(child.pid!);

    const pidFile = join(folder, "search", "meilisearch", "pid");
    const [killed = ""] = readFileSync(pidFile, "utf8").split("\n");
    process.kill(Number(killed), "SIGKILL");
    const page = await fetch(`${open}/produk?q=keripik&urut=terbaru`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain("/produk/keripik");
    await expect.poll(words, PATIENCE).toContain("Mesin pencari berhenti tiba-tiba; dinyalakan lagi.");
    await expect.poll(health, PATIENCE).toEqual(well);
    // nothing else was started anew
    const after = descendants(child.pid!);
    expect(before.filter((pid) => !after.includes(pid))).toEqual([Number(killed)]);
    child.kill("SIGTERM");
    expect(await ended).toBe(0);
    await expect.poll(() => after.filter((pid) => existsSync(`/proc/${pid}`))).toEqual([]);
  });
});
