import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { openDatabase } from "#db/client.server.ts";
import { startEmbeddedPostgres } from "#db/embedded.server.ts";
import { migrate } from "#db/migrate.server.ts";
import { cloneDatabase, TEMPLATE, urlOf } from "./clone-database.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** the PostgreSQL server of this run, as its superuser */
    serverUrl: string;
    /** DATA_DIR of this run: pictures and secrets that tests write */
    dataDir: string;
  }
}

// In a temporary database nothing has to survive a power cut.
const FLAGS = [
  "-c",
  "fsync=off",
  "-c",
  "synchronous_commit=off",
  "-c",
  "full_page_writes=off",
  "-c",
  "max_connections=200",
];

/** One PostgreSQL for the whole run with a migrated template that has the regions of Lampung. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "lapak-test-"));
  const dataDir = join(folder, "data");
  await mkdir(dataDir);
  const server = await startEmbeddedPostgres(folder, FLAGS);
  const close = async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await makeTemplate(server.url);
  } catch (error) {
    await close();
    throw error;
  }
  project.provide("serverUrl", server.url);
  project.provide("dataDir", dataDir);
  return close;
}

async function makeTemplate(serverUrl: string): Promise<void> {
  await cloneDatabase(serverUrl, "template1", TEMPLATE);
  const url = urlOf(serverUrl, TEMPLATE);
  const db = openDatabase(url, 2);
  try {
    await migrate(db, url);
    const importer = new URL("../../app/domain/regions/import-regions.server.ts", import.meta.url);
    if (existsSync(importer)) await ((await import(importer.href)) as RegionsImporter).importRegions(db);
  } finally {
    await db.destroy();
  }
}

type RegionsImporter = { importRegions: (db: ReturnType<typeof openDatabase>) => Promise<unknown> };
