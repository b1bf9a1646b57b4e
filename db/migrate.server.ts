import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { runMigrations } from "graphile-worker";
import { type Kysely, type Migration, Migrator, sql } from "kysely";
import type { Db } from "./client.server.ts";

const folder = new URL("./migrations/", import.meta.url);

/** The SQL files of `db/migrations/`, by name. They only go up. */
async function readMigrations(): Promise<Record<string, Migration>> {
  const names = (await readdir(fileURLToPath(folder))).filter((name) => name.endsWith(".sql")).sort();
  return Object.fromEntries(
    await Promise.all(
      names.map(async (name) => {
        const text = await readFile(new URL(name, folder), "utf8");
        return [
          name.replace(/\.sql$/, ""),
          { up: async (db: Kysely<unknown>) => void (await sql.raw(text).execute(db)) },
        ] as const;
      }),
    ),
  );
}

/**
 * Brings the database to the newest schema, the job queue's own tables included. Safe to run from several processes.
 * @returns names of the migrations that ran
 */
export async function migrate(db: Db, connectionString: string): Promise<string[]> {
  await runMigrations({ connectionString });
  const migrator = new Migrator({ db, provider: { getMigrations: readMigrations } });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error) throw error;
  return results.map((result) => result.migrationName);
}
