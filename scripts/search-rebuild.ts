/** `npm run search:rebuild`: builds the search index anew from PostgreSQL and swaps it in; the shop may be running. */
import { Presets, SingleBar } from "cli-progress";
import { env } from "#app/lib/env.server.ts";
import { count } from "#app/lib/rupiah.ts";
import { openSearchClient } from "#search/client.server.ts";
import { type RebuildProgress, rebuildSearchIndex } from "#search/rebuild.server.ts";
import { withOwnServers } from "./own-servers.ts";

/** A bar that grows on a screen, and a line every two seconds in a log. */
function progressBar(): { show: (progress: RebuildProgress) => void; stop: () => void } {
  const bar = new SingleBar(
    {
      format: "{bar} {percentage}%  {done} dari {all} produk, {rate}/dtk",
      noTTYOutput: true,
      notTTYSchedule: 2_000,
      hideCursor: true,
    },
    Presets.shades_classic,
  );
  const began = performance.now();
  return {
    show: ({ done, total }) => {
      const rate = count(Math.round(done / Math.max(0.001, (performance.now() - began) / 1_000)));
      const words = { done: count(done), all: count(total), rate };
      if (bar.isActive) {
        bar.setTotal(total);
        bar.update(done, words);
      } else bar.start(total, done, words);
    },
    stop: () => bar.stop(),
  };
}

try {
  await withOwnServers(async ({ db, search }) => {
    if (!search)
      throw new Error("Di mesin ini tidak ada Meilisearch: pencarian dijawab PostgreSQL, tanpa indeks.");
    const start = performance.now();
    const client = openSearchClient({ ...search, index: env().MEILISEARCH_INDEX });
    const bar = progressBar();
    const products = await rebuildSearchIndex(db, bar.show, client).finally(bar.stop);
    const seconds = (performance.now() - start) / 1_000;
    const rate = count(Math.round((products ?? 0) / seconds));
    console.log(
      `Indeks baru dipakai: ${count(products ?? 0)} produk, ${seconds.toFixed(1)} dtk, ${rate}/dtk.`,
    );
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  // not `process.exitCode`: the embedded server's hook ends the process with 0
  process.exit(1);
}
