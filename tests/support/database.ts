import { randomBytes } from "node:crypto";
import { afterAll, inject } from "vitest";
import { type Db, openDatabase } from "#db/client.server.ts";
import { cloneDatabase, dropDatabase, TEMPLATE, urlOf } from "./clone-database.ts";

export type TestDatabase = { readonly db: Db; readonly url: string };

/**
 * A database of its own for this test file: all migrations, the regions of Lampung, nothing else. Call it at the top
 * of the file (`const { db } = await testDatabase()`); it is dropped after the file's last test.
 * `max` is the number of connections, for tests of races.
 */
export async function testDatabase(max = 10): Promise<TestDatabase> {
  const serverUrl = inject("serverUrl");
  const name = `test_${randomBytes(6).toString("hex")}`;
  await cloneDatabase(serverUrl, TEMPLATE, name);
  const url = urlOf(serverUrl, name);
  const db = openDatabase(url, max);
  afterAll(async () => {
    await db.destroy();
    await dropDatabase(serverUrl, name);
  });
  return { db, url };
}
