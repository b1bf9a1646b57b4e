import pg from "pg";
import { type Db, openDatabase } from "#db/client.server.ts";

export type Statement = {
  readonly name: string | undefined;
  readonly text: string;
  readonly values: readonly unknown[];
  readonly rows: readonly Record<string, unknown>[];
};
/** What node-pg was told and answered while `work` ran on connections of its own. */
export async function record(url: string, work: (db: Db) => Promise<unknown>): Promise<Statement[]> {
  const statements: Statement[] = [];
  const prototype = pg.Client.prototype as unknown as { query: (...args: unknown[]) => unknown };
  const original = prototype.query;
  prototype.query = function (this: unknown, ...args: unknown[]) {
    const answer = original.apply(this, args);
    const [told, given] = args;
    const { name, text, values } = (typeof told === "string" ? { text: told, values: given } : told) as {
      name?: string;
      text: string;
      values?: unknown[];
    };
    if (!(answer instanceof Promise)) return answer;
    return answer.then((result: pg.QueryResult) => {
      statements.push({ name, text, values: values ?? [], rows: result.rows ?? [] });
      return result;
    });
  };
  const db = openDatabase(url, 1);
  try {
    await work(db);
  } finally {
    prototype.query = original;
    await db.destroy();
  }
  return statements;
}
