/** Writes `db/schema.ts` from the migrated schema of a throw-away database. Run after adding a migration. */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generate, getDialect } from "kysely-codegen";
import { openDatabase } from "../db/client.server.ts";
import { startEmbeddedPostgres } from "../db/embedded.server.ts";
import { migrate } from "../db/migrate.server.ts";

const folder = await mkdtemp(join(tmpdir(), "lapak-schema-"));
const server = await startEmbeddedPostgres(folder);
const db = openDatabase(server.url, 2);
try {
  await migrate(db, server.url);
  await generate({
    db,
    dialect: getDialect("postgres", { dateParser: "string", numericParser: "number" }),
    outFile: "db/schema.ts",
    excludePattern: "{kysely_*,graphile_worker.*}",
    runtimeEnums: false,
  } as Parameters<typeof generate>[0]);
  // db/client.server.ts reads bigint as a safe integer
  const text = await readFile("db/schema.ts", "utf8");
  await writeFile("db/schema.ts", text.replace(/^export type Int8 = .*$/m, "export type Int8 = number;"));
} finally {
  await db.destroy();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
