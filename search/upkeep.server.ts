import { setTimeout as sleep } from "node:timers/promises";
import { env } from "#app/lib/env.server.ts";
import { log } from "#app/lib/log.server.ts";
import type { Db } from "#db/client.server.ts";
import { countPublicProducts } from "#db/queries/search-rows.ts";
import {
  findSearchCheck,
  recordComparison,
  recordCounts,
  reviveIndexJobs,
} from "#db/queries/search-upkeep.ts";
import { countDocuments, type SearchClient, searchClient } from "./client.server.ts";
import { differences } from "./compare.server.ts";
import { ensureSearchIndex } from "./ensure.server.ts";
import { ensureSearchKey } from "./ensure-key.server.ts";
import { isTooMuch, mendIndex } from "./mend.server.ts";
import { dropAbandonedRebuild, RebuildUnderWay, rebuildSearchIndex } from "./rebuild.server.ts";

/** Counting is cheap and done each time; comparing 100,000 checksums takes seconds. Milliseconds. */
const COMPARE_EVERY = 10 * 60_000;
/** How long a change may be on its way into the index before it counts as lost. Milliseconds. */
const ON_ITS_WAY = 3_000;
/** More than this share of wrong documents: a new index is the shorter way. */
const TOO_MANY = 0.2;
/** How often a server that failed is asked whether it is back; less and less often when it is and still fails. ms. */
const LOOK_AGAIN = 2_000;
const LONGEST_PAUSE = 30_000;

const busy = new WeakSet<SearchClient>();
/** Whether something may have gone wrong since the last comparison: at start, and after an outage. */
const trusted = new WeakSet<SearchClient>();

/**
 * Keeps index and PostgreSQL the same: makes what is missing (key, index, settings), lets failed jobs run again, counts,
 * and every ten minutes, at start, after an outage or when the counts differ compares all checksums and mends. Does
 * nothing while Meilisearch is away, or while an earlier call is at it.
 * @returns whether it could look
 * @throws what goes wrong on the way; the next call begins anew
 */
export async function keepSearch(
  db: Db,
  client: SearchClient | undefined = searchClient(),
): Promise<boolean> {
  if (!client || busy.has(client)) return false;
  busy.add(client);
  try {
    if (!(await client.writer.isHealthy())) {
      trusted.delete(client);
      return false;
    }
    await keep(db, client);
    return true;
  } catch (error) {
    trusted.delete(client);
    if (!(error instanceof RebuildUnderWay)) throw error;
    return false;
  } finally {
    busy.delete(client);
  }
}

async function keep(db: Db, client: SearchClient): Promise<void> {
  if (!env().MEILISEARCH_SEARCH_KEY && !(await ensureSearchKey(client))) {
    log.warn("search: MEILISEARCH_API_KEY may not make keys, so MEILISEARCH_SEARCH_KEY must be set");
  }
  await dropAbandonedRebuild(db, client);
  const reason = await ensureSearchIndex(db, undefined, client);
  if (reason) log.info({ reason }, "search: index built");
  const revived = await reviveIndexJobs(db);
  if (revived > 0) log.info({ jobs: revived }, "search: failed jobs run again");
  if (await isCompareDue(db, client)) await compareAndMend(db, client);
}

async function countBoth(db: Db, client: SearchClient) {
  const [products, documents] = await Promise.all([countPublicProducts(db), countDocuments(client)]);
  return { products, documents, differ: products !== documents };
}

async function isCompareDue(db: Db, client: SearchClient): Promise<boolean> {
  let counts = await countBoth(db, client);
  if (counts.differ) {
    await sleep(ON_ITS_WAY);
    counts = await countBoth(db, client);
  }
  await recordCounts(db, counts);
  const last = (await findSearchCheck(db))?.compared_at;
  return counts.differ || !trusted.has(client) || !last || Date.now() - last.getTime() > COMPARE_EVERY;
}

async function compareAndMend(db: Db, client: SearchClient): Promise<void> {
  const found = await mendIndex(db, client, client.index, { patience: ON_ITS_WAY, tooMany: TOO_MANY });
  if (isTooMuch(found, TOO_MANY)) await rebuildSearchIndex(db, undefined, client);
  const { products, documents, tookMs } = found;
  const [missing, changed, extra] = [found.missing.length, found.changed.length, found.extra.length];
  await recordComparison(db, { products, documents, missing, changed, extra, tookMs });
  trusted.add(client);
  const figures = { products, documents, missing, changed, extra, ms: Math.round(tookMs) };
  if (differences(found) > 0) log.warn(figures, "search: index differed and was mended");
  else log.info(figures, "search: index compared");
}

const awaited = new WeakSet<SearchClient>();

/** After a failed job: asks every two seconds whether Meilisearch is back, and puts everything right as soon as it is. */
export function keepSearchOnceBack(db: Db, client: SearchClient | undefined = searchClient()): void {
  if (!client || awaited.has(client)) return;
  awaited.add(client);
  const wait = async () => {
    for (let pause = LOOK_AGAIN; ; ) {
      await sleep(pause, undefined, { ref: false });
      try {
        if (await keepSearch(db, client)) break;
      } catch (error) {
        pause = Math.min(pause * 2, LONGEST_PAUSE);
        log.warn({ reason: String(error) }, "search: index cannot be put right yet");
      }
    }
    awaited.delete(client);
  };
  void wait();
}
