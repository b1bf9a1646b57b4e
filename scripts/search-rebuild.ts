/** `npm run search:rebuild`: builds the search index anew from PostgreSQL and swaps it in; the shop may be running. */
import { env } from "#app/lib/env.server.ts";
import { count } from "#app/lib/rupiah.ts";
import { openSearchClient } from "#search/client.server.ts";
import { type RebuildProgress, rebuildSearchIndex } from "#search/rebuild.server.ts";
import { withOwnServers } from "./own-servers.ts";

const WIDTH = 30;

function showProgress({ done, total }: RebuildProgress): void {
  const share = total === 0 ? 1 : done / total;
  const bar = "█".repeat(Math.round(share * WIDTH)).padEnd(WIDTH, "░");
  const line = `${bar} ${String(Math.round(share * 100)).padStart(3)}%  ${count(done)} dari ${count(total)} produk`;
  // A log file gets one line per step, a screen one line that grows.
  if (process.stdout.isTTY) process.stdout.write(`\r${line}`);
  else console.log(line);
}

try {
  await withOwnServers(async ({ db, search }) => {
    if (!search)
      throw new Error("Di mesin ini tidak ada Meilisearch: pencarian dijawab PostgreSQL, tanpa indeks.");
    const start = performance.now();
    const client = openSearchClient({ ...search, index: env().MEILISEARCH_INDEX });
    const products = await rebuildSearchIndex(db, showProgress, client);
    const seconds = ((performance.now() - start) / 1_000).toFixed(1);
    if (process.stdout.isTTY) process.stdout.write("\n");
    console.log(`Indeks baru dipakai: ${count(products ?? 0)} produk, ${seconds} dtk.`);
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
