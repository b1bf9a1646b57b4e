import { Kysely, PostgresDialect, type Transaction } from "kysely";
import pg from "pg";
import { PreparedClient } from "./prepared-client.server.ts";
import type { DB } from "./schema.ts";

export type Schema = DB;
/** A pooled connection: for reads, and to open a transaction. */
export type Db = Kysely<DB>;
/** Someone's open transaction. A plain `Db` does not fit: steps cannot run outside one. */
export type Tx = Transaction<DB>;

// bigint: rupiah and ids stay far below 2^53, so a number is exact; anything above is a bug worth a loud end.
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint beyond the safe range: ${text}`);
  return value;
});
// date: a calendar day in WIB is text, not a moment in some time zone
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

/** Opens a pool of at most `max` connections. The caller ends it with `db.destroy()`. */
export function openDatabase(url: string, max: number): Db {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    Client: PreparedClient,
  });
  // A connection that breaks while idle (the server restarts) must not end the process; the next query opens another.
  pool.on("error", () => {});
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
}
