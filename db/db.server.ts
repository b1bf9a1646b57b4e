import { env } from "#app/lib/env.server.ts";
import { type Db, openDatabase } from "./client.server.ts";

let shared: Db | undefined;

/** This process's pool, opened at first use. */
export function database(): Db {
  const url = env().DATABASE_URL;
  if (!url)
    throw new Error("DATABASE_URL is not set: start with `npm start`, which brings its own PostgreSQL.");
  shared ??= openDatabase(url, env().DATABASE_POOL);
  return shared;
}

/** Closes the pool, for a clean end of the process. */
export async function closeDatabase(): Promise<void> {
  const closing = shared;
  shared = undefined;
  await closing?.destroy();
}
