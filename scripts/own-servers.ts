import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { env } from "#app/lib/env.server.ts";
import { type Db, openDatabase } from "#db/client.server.ts";
import { type EmbeddedServer, startEmbeddedPostgres } from "#db/embedded.server.ts";
import { migrate } from "#db/migrate.server.ts";
import { runningMeilisearch, startEmbeddedMeilisearch } from "#search/embedded.server.ts";

const leaveRunning = async () => {};

/** The embedded PostgreSQL that a shop started here is running on; two of them cannot share its files. */
function runningPostgres(dataDir: string): EmbeddedServer | undefined {
  const pidFile = join(dataDir, "postgres", "postmaster.pid");
  if (!existsSync(pidFile)) return undefined;
  const [pid = "", , , port = ""] = readFileSync(pidFile, "utf8").split("\n");
  try {
    process.kill(Number(pid), 0);
  } catch {
    return undefined;
  }
  const password = readFileSync(join(dataDir, "postgres-password"), "utf8").trim();
  return { url: `postgres://lapak:${password}@127.0.0.1:${port}/lapak`, stop: leaveRunning };
}

async function postgres(): Promise<EmbeddedServer> {
  const { DATABASE_URL, DATA_DIR } = env();
  if (DATABASE_URL) return { url: DATABASE_URL, stop: leaveRunning };
  return runningPostgres(DATA_DIR) ?? startEmbeddedPostgres(DATA_DIR);
}

type Search = { readonly url: string; readonly apiKey?: string; readonly stop: () => Promise<void> };

async function meilisearch(): Promise<Search | undefined> {
  const { MEILISEARCH_URL, MEILISEARCH_API_KEY, DATA_DIR } = env();
  if (MEILISEARCH_URL) return { url: MEILISEARCH_URL, apiKey: MEILISEARCH_API_KEY, stop: leaveRunning };
  const running = runningMeilisearch(DATA_DIR);
  return running ? { ...running, stop: leaveRunning } : startEmbeddedMeilisearch(DATA_DIR);
}

/**
 * Runs `work` with the servers of the environment, else with those a shop started here uses now, else with our own for
 * as long as it takes. `search` is undefined where there is no Meilisearch.
 */
export async function withOwnServers(
  work: (servers: { readonly db: Db; readonly search: Search | undefined }) => Promise<void>,
  { needsSearch = true }: { readonly needsSearch?: boolean } = {},
): Promise<void> {
  const server = await postgres();
  const db = openDatabase(server.url, 4);
  let search: Search | undefined;
  try {
    await migrate(db, server.url);
    if (needsSearch) search = await meilisearch();
    await work({ db, search });
  } finally {
    await search?.stop();
    await db.destroy();
    await server.stop();
  }
}
