import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "#db/embedded.server.ts";
import {
  type EmbeddedSearch,
  hasMeilisearch,
  readMasterKey,
  startEmbeddedMeilisearch,
} from "./embedded.server.ts";

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 30_000;

export type KeptSearch = Pick<EmbeddedSearch, "url" | "apiKey" | "stop"> & {
  /** of the process running now, for tests that kill it */
  readonly pid: () => number | undefined;
};

/**
 * A Meilisearch of our own that is started again, at the same address, whenever it ends or would not start: the shop
 * goes on meanwhile, and uses it as soon as it is there.
 * @returns undefined where there is no program for this machine
 */
export async function keepEmbeddedMeilisearch(
  dataDir: string,
  say: (line: string) => void,
): Promise<KeptSearch | undefined> {
  if (!hasMeilisearch(dataDir)) return undefined;
  const port = await freePort();
  let running: EmbeddedSearch | undefined;
  const stopping = new AbortController();
  const { signal } = stopping;

  const start = async (): Promise<boolean> => {
    try {
      running = await startEmbeddedMeilisearch(dataDir, port);
      return true;
    } catch (error) {
      say(`  ${(error as Error).message}\n  Pencarian dijawab oleh PostgreSQL; nanti dicoba lagi.`);
      return false;
    }
  };
  const keep = async (isUp: boolean) => {
    for (let pause = FIRST_PAUSE; !signal.aborted; ) {
      if (isUp) {
        pause = FIRST_PAUSE;
        await running?.ended;
        if (!signal.aborted)
          say("Mesin pencari berhenti tiba-tiba; dinyalakan lagi. Pencarian dijawab PostgreSQL.");
      }
      await sleep(pause, undefined, { signal }).catch(() => {});
      pause = Math.min(pause * 2, LONGEST_PAUSE);
      if (!signal.aborted) isUp = await start();
    }
    await running?.stop();
  };
  const kept = keep(await start());
  return {
    url: `http://127.0.0.1:${port}`,
    apiKey: readMasterKey(join(dataDir, "meilisearch")),
    pid: () => running?.pid,
    stop: async () => {
      stopping.abort();
      await running?.stop();
      await kept;
    },
  };
}
