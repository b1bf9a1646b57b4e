import pg from "pg";

/** Migrated, with regions, otherwise empty. */
export const TEMPLATE = "lapak_template";

/** The address of another database on the same server. */
export function urlOf(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}

async function onServer(serverUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(serverUrl, "postgres") });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Makes `name` a copy of `template`, which nobody may be connected to meanwhile. */
export async function cloneDatabase(serverUrl: string, template: string, name: string): Promise<void> {
  await onServer(serverUrl, `create database "${name}" template "${template}"`);
}

/** Drops the database, ending whoever is still connected. */
export async function dropDatabase(serverUrl: string, name: string): Promise<void> {
  await onServer(serverUrl, `drop database if exists "${name}" with (force)`);
}
