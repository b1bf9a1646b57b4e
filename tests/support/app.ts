/** The built shop with a seeded database, its search, its web process and its worker, for tests that walk it. */
import { randomBytes } from "node:crypto";
import { mkdtemp, rm, symlink } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "kysely";
import { inject } from "vitest";
import { type Db, openDatabase } from "#db/client.server.ts";
import { freePort } from "#db/embedded.server.ts";
import { openSearchClient } from "#search/client.server.ts";
import { startEmbeddedMeilisearch } from "#search/embedded.server.ts";
import { ensureSearchKey } from "#search/ensure-key.server.ts";
import { rebuildSearchIndex } from "#search/rebuild.server.ts";
import { searchKeyOf } from "#search/search-key.ts";
import { buildWhenNeeded } from "../../scripts/start/build.ts";
import { cloneDatabase, dropDatabase, urlOf } from "./clone-database.ts";
import { Process } from "./process.ts";
import { seededTemplate } from "./seeded-template.ts";

export type App = {
  readonly url: string;
  readonly db: Db;
  /** SIGKILL, without a word */
  readonly killWeb: () => Promise<void>;
  readonly startWeb: () => Promise<void>;
  readonly killWorker: () => Promise<void>;
  readonly startWorker: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

export type AppOptions = {
  /** what this test needs beyond the market's start */
  readonly seed?: (db: Db) => Promise<void>;
  /** without it PostgreSQL answers searches, and the start is faster */
  readonly search?: boolean;
  /** further variables, such as OFFER_MINUTES */
  readonly env?: Readonly<Record<string, string>>;
};

async function startSearch(
  db: Db,
  folder: string,
): Promise<Awaited<ReturnType<typeof startEmbeddedMeilisearch>>> {
  const server = await startEmbeddedMeilisearch(folder);
  if (server) {
    const client = openSearchClient({ ...server, index: "katalog" });
    await ensureSearchKey(client);
    await rebuildSearchIndex(db, undefined, client);
  }
  return server;
}

/** Tests run at night and on holidays, too. */
async function openRoundTheClock(db: Db): Promise<void> {
  await sql`insert into warung_hours (warung_id, weekday, opens, closes)
    select id, weekday, 0, 1440 from warung, generate_series(0, 6) weekday
    on conflict (warung_id, weekday) do update set opens = 0, closes = 1440`.execute(db);
}

/** Starts everything on a database of its own, with warung that never close. */
export async function startApp({ seed, search = false, env = {} }: AppOptions = {}): Promise<App> {
  await buildWhenNeeded(console.log);
  const serverUrl = inject("serverUrl");
  const folder = await mkdtemp(join(inject("dataDir"), "app-"));
  const name = `app_${randomBytes(6).toString("hex")}`;
  await cloneDatabase(serverUrl, await seededTemplate(), name);
  // the pictures that were drawn once for the template
  await symlink(join(inject("dataDir"), "media"), join(folder, "media"));
  const databaseUrl = urlOf(serverUrl, name);
  const db = openDatabase(databaseUrl, 4);
  await openRoundTheClock(db);
  await seed?.(db);
  const meilisearch = search ? await startSearch(db, folder) : undefined;

  const port = await freePort();
  const common = {
    NODE_ENV: "production",
    DATABASE_URL: databaseUrl,
    DATA_DIR: folder,
    ...(meilisearch && { MEILISEARCH_URL: meilisearch.url }),
    ...env,
  };
  const keys = meilisearch && {
    web: { MEILISEARCH_SEARCH_KEY: searchKeyOf({ apiKey: meilisearch.apiKey, index: "katalog" }) ?? "" },
    worker: { MEILISEARCH_API_KEY: meilisearch.apiKey },
  };
  const web = new Process("app/server.ts", { ...common, ...keys?.web, PORT: String(port) });
  const worker = new Process("app/worker.ts", { ...common, ...keys?.worker });
  await Promise.all([web.start(), worker.start()]);
  return {
    url: `http://localhost:${port}`,
    db,
    killWeb: () => web.end("SIGKILL"),
    startWeb: () => web.start(),
    killWorker: () => worker.end("SIGKILL"),
    startWorker: () => worker.start(),
    stop: async () => {
      await Promise.all([web.end("SIGTERM"), worker.end("SIGTERM"), meilisearch?.stop()]);
      await db.destroy();
      await dropDatabase(serverUrl, name);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
