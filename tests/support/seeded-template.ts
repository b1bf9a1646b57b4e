import pg from "pg";
import { inject } from "vitest";
import { openDatabase } from "#db/client.server.ts";
import { seed } from "#db/seed/seed.ts";
import { cloneDatabase, dropDatabase, TEMPLATE, urlOf } from "./clone-database.ts";

/** The market's start: what `npm start` fills an empty database with. */
const SEEDED = "lapak_seeded";
const UNFINISHED = "lapak_seeding";

/**
 * Makes the seeded database to clone from, once per run: by the first test file that asks, so that a run without
 * browser tests does not wait for it. @returns its name
 */
export async function seededTemplate(): Promise<string> {
  const serverUrl = inject("serverUrl");
  const server = new pg.Client({ connectionString: urlOf(serverUrl, "postgres") });
  await server.connect();
  try {
    const { rowCount } = await server.query("select 1 from pg_database where datname = $1", [SEEDED]);
    if (rowCount === 0) {
      await fill(serverUrl);
      // Under its name only once it is whole.
      await server.query(`alter database ${UNFINISHED} rename to ${SEEDED}`);
    }
  } finally {
    await server.end();
  }
  return SEEDED;
}

async function fill(serverUrl: string): Promise<void> {
  await dropDatabase(serverUrl, UNFINISHED);
  await cloneDatabase(serverUrl, TEMPLATE, UNFINISHED);
  const db = openDatabase(urlOf(serverUrl, UNFINISHED), 4);
  try {
    await seed(db);
  } finally {
    await db.destroy();
  }
}
