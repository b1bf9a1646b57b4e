import type { Db } from "#db/client.server.ts";
import { countSearches } from "../../domain/searches/count-searches.server.ts";
import { log } from "../../lib/log.server.ts";
import type { SearchCounter } from "./search-counter.ts";

const EVERY = 5_000;

/**
 * Writes what was counted, in the background. What cannot be written is lost, and nobody waits for it.
 * @returns ends it, with a last writing
 */
export function writeSearches(counter: SearchCounter, db: Db): () => Promise<void> {
  let writing = Promise.resolve();
  const write = () => {
    const counts = counter.take();
    if (counts.length === 0) return writing;
    writing = writing
      .then(() => countSearches(db, counts))
      .catch((error: unknown) => log.warn({ reason: String(error) }, "searches not counted"));
    return writing;
  };
  const timer = setInterval(write, EVERY);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await write();
    await db.destroy();
  };
}
