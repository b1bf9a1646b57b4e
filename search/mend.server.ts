import { setTimeout as sleep } from "node:timers/promises";
import type { Db } from "#db/client.server.ts";
import { done, type SearchClient } from "./client.server.ts";
import {
  type Comparison,
  compareAgain,
  compareIndex,
  type Difference,
  differences,
} from "./compare.server.ts";
import { writeProducts } from "./index-products.server.ts";
import { writeStaples } from "./index-staples.server.ts";

const BATCH = 1_000;

export type Mended = Comparison & {
  /** milliseconds that comparing took */
  readonly tookMs: number;
};

/** Takes out what nothing stands behind, then writes anew what is missing or old. */
async function mend(db: Db, client: SearchClient, uid: string, wrong: Difference): Promise<void> {
  const index = client.writer.index(uid);
  for (let from = 0; from < wrong.extra.length; from += BATCH)
    await done(index.deleteDocuments(wrong.extra.slice(from, from + BATCH)));
  const ids = [...wrong.missing, ...wrong.changed];
  for (let from = 0; from < ids.length; from += BATCH)
    await writeProducts(db, client, uid, ids.slice(from, from + BATCH));
  if (wrong.staplesDiffer) await writeStaples(db, client, uid);
}

/**
 * Compares an index with PostgreSQL and mends what differs.
 * @param patience milliseconds that a job on its way has, before what it is to bring counts as a difference
 * @param tooMany a larger share of differing products (0 to 1) is left to a rebuild
 * @returns what was wrong, mended or not
 */
export async function mendIndex(
  db: Db,
  client: SearchClient,
  uid: string,
  { patience = 0, tooMany = 1 }: { readonly patience?: number; readonly tooMany?: number } = {},
): Promise<Mended> {
  const began = performance.now();
  const first = await compareIndex(db, client, uid);
  const tookMs = performance.now() - began;
  if (differences(first) === 0) return { ...first, tookMs };
  if (isTooMuch(first, tooMany)) return { ...first, tookMs };
  await sleep(patience);
  const wrong = patience > 0 ? await compareAgain(db, client, uid, first) : first;
  await mend(db, client, uid, wrong);
  return { ...first, ...wrong, tookMs };
}

/** True when so much differs that building anew is the shorter way. */
export const isTooMuch = (found: Comparison, share: number) =>
  found.missing.length + found.changed.length > Math.max(1_000, found.products * share);
