import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { logIn } from "#app/domain/accounts/log-in.server.ts";
import { parseMobile } from "#app/lib/mobile.ts";
import { type Db, openDatabase } from "#db/client.server.ts";
import { freePort, startEmbeddedPostgres } from "#db/embedded.server.ts";
import { migrate } from "#db/migrate.server.ts";
import { BU_SITI, CAST_PASSWORD } from "#db/seed/cast.ts";
import { seed } from "#db/seed/seed.ts";
import { indexExists, openSearchClient } from "#search/client.server.ts";
import { startEmbeddedMeilisearch } from "#search/embedded.server.ts";
import { ensureSearchKey } from "#search/ensure-key.server.ts";
import { rebuildSearchIndex } from "#search/rebuild.server.ts";
import { searchKeyOf } from "#search/search-key.ts";
import { buildWhenNeeded } from "../../scripts/start/build.ts";
import { PRODUCTS, SELLERS } from "./sizes.ts";

export type Limits = { readonly url: string; readonly close: () => Promise<void> };

export type BenchShop = {
  readonly url: string;
  readonly databaseUrl: string;
  readonly db: Db;
  readonly products: number;
  readonly productSlugs: readonly string[];
  readonly sessionCookie: string;
  readonly startupMs: number;
  /** resident memory of the web process, MB */
  readonly memoryMb: () => number;
  readonly openLimits: (pages: Record<string, string>, cookie: string) => Promise<Limits>;
  readonly close: () => Promise<void>;
};

async function stopChild(child: ChildProcess): Promise<void> {
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill("SIGTERM");
  await gone;
}

/** Starts the web process and tells how long it took to be ready. */
async function startWeb(env: Record<string, string>): Promise<{ child: ChildProcess; startupMs: number }> {
  const began = performance.now();
  const child = spawn(process.execPath, ["--import", "tsx", "app/server.ts"], {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    env: { ...process.env, ...env, LOG_LEVEL: "warn", NODE_ENV: "production" },
  });
  await new Promise<void>((resolve, reject) => {
    child.once("message", () => resolve());
    child.once("exit", (code) => reject(new Error(`web ended (${code})`)));
  });
  return { child, startupMs: performance.now() - began };
}

/** The large set, kept in `folder` for the next run, with the web process in front of it. */
export async function openShop(folder: string): Promise<BenchShop> {
  await buildWhenNeeded(console.log);
  process.env.DATA_DIR = folder;
  const postgres = await startEmbeddedPostgres(folder);
  const db = openDatabase(postgres.url, 10);
  await migrate(db, postgres.url);
  const grew = await seed(db, { sellers: SELLERS, products: PRODUCTS, say: console.log });
  const meilisearch = await startEmbeddedMeilisearch(folder);
  if (meilisearch) {
    const client = openSearchClient({ ...meilisearch, index: "katalog" });
    await ensureSearchKey(client);
    if (grew || !(await indexExists(client))) {
      const began = performance.now();
      await rebuildSearchIndex(db, undefined, client);
      console.log(`Indeks pencarian tersusun dalam ${Math.round((performance.now() - began) / 1000)} dtk`);
    }
  }
  const port = await freePort();
  const env = {
    DATABASE_URL: postgres.url,
    PORT: String(port),
    DATA_DIR: folder,
    ...(meilisearch && {
      MEILISEARCH_URL: meilisearch.url,
      MEILISEARCH_SEARCH_KEY: searchKeyOf({ apiKey: meilisearch.apiKey, index: "katalog" }),
    }),
  };
  const { child, startupMs } = await startWeb(env);
  const url = `http://127.0.0.1:${port}`;
  const slugs = await db
    .selectFrom("product")
    .select("slug")
    .where("public", "=", true)
    .orderBy("id")
    .limit(200)
    .execute();
  const { products } = await db
    .selectFrom("product")
    .select((eb) => eb.fn.countAll<number>().as("products"))
    .executeTakeFirstOrThrow();
  const token = await logIn(db, {
    mobile: parseMobile(BU_SITI.mobile)!,
    password: CAST_PASSWORD,
    address: "bench",
  });

  return {
    url,
    databaseUrl: postgres.url,
    db,
    products,
    productSlugs: slugs.map((row) => row.slug),
    sessionCookie: `sesi=${token}`,
    startupMs,
    memoryMb: () =>
      Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1] ?? 0) / 1024,
    openLimits: async (pages, cookie) => {
      const limits = spawn(process.execPath, ["--import", "tsx", "tests/bench/reference-react.ts"], {
        stdio: ["pipe", "pipe", "inherit"],
        env: { ...process.env, ...env, LOG_LEVEL: "warn", NODE_ENV: "production" },
      });
      limits.stdin.end(`${JSON.stringify({ base: url, pages, cookie })}\n`);
      const line = await new Promise<string>((resolve, reject) => {
        let said = "";
        limits.stdout.on("data", (data) => {
          said += String(data);
          const ready = /^\{"port":\d+\}$/m.exec(said);
          if (ready) resolve(ready[0]);
          else process.stderr.write(data);
        });
        limits.once("exit", (code) => reject(new Error(`limits ended (${code})`)));
      });
      return { url: `http://127.0.0.1:${JSON.parse(line).port}`, close: () => stopChild(limits) };
    },
    close: async () => {
      await stopChild(child);
      await db.destroy();
      await meilisearch?.stop();
      await postgres.stop();
    },
  };
}
