/** `npm run seed -- --products 100000 --sellers 30000`: fills the database; without numbers, with the usual start. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { env } from "#app/lib/env.server.ts";
import { openDatabase } from "#db/client.server.ts";
import { type EmbeddedServer, startEmbeddedPostgres } from "#db/embedded.server.ts";
import { migrate } from "#db/migrate.server.ts";
import { DEFAULT_PRODUCTS, DEFAULT_SELLERS, seed } from "#db/seed/seed.ts";

/** The embedded PostgreSQL that a shop started here is running on; two of them cannot share its files. */
function runningServer(dataDir: string): EmbeddedServer | undefined {
  const pidFile = join(dataDir, "postgres", "postmaster.pid");
  if (!existsSync(pidFile)) return undefined;
  const [pid = "", , , port = ""] = readFileSync(pidFile, "utf8").split("\n");
  try {
    process.kill(Number(pid), 0);
  } catch {
    return undefined;
  }
  const password = readFileSync(join(dataDir, "postgres-password"), "utf8").trim();
  return { url: `postgres://lapak:${password}@127.0.0.1:${port}/lapak`, stop: async () => {} };
}

function wholeNumber(name: string, text: string | undefined, usual: number): number {
  const value = text === undefined ? usual : Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= 1_000_000) return value;
  throw new Error(`--${name} harus angka bulat antara 1 dan 1.000.000.`);
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { products: { type: "string" }, sellers: { type: "string" } } });
  const sellers = wholeNumber("sellers", values.sellers, DEFAULT_SELLERS);
  const products = wholeNumber("products", values.products, DEFAULT_PRODUCTS);
  const { DATABASE_URL, DATA_DIR } = env();
  const server = DATABASE_URL
    ? { url: DATABASE_URL, stop: async () => {} }
    : (runningServer(DATA_DIR) ?? (await startEmbeddedPostgres(DATA_DIR)));
  const db = openDatabase(server.url, 4);
  try {
    await migrate(db, server.url);
    const start = performance.now();
    const done = await seed(db, { sellers, products, say: console.log });
    const seconds = ((performance.now() - start) / 1_000).toFixed(1);
    console.log(done ? `Selesai dalam ${seconds} dtk.` : "Sudah terisi sebanyak itu; tidak ada yang diubah.");
  } finally {
    await db.destroy();
    await server.stop();
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  // not `process.exitCode`: the embedded server's hook ends the process with 0
  process.exit(1);
}
