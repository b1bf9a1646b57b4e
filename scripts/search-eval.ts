/**
 * `npm run search:eval -- FILE.csv [--semua]`: how well the search finds what people mean, on the seeded shop. Columns
 * query, kind, relevant_keys (skus and staple keys, separated by spaces). Prints recall@10, MRR and nDCG@10 per kind for
 * Meilisearch and for PostgreSQL, then the queries that miss something (`--semua`: all).
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { parse } from "csv-parse/sync";
import { env } from "#app/lib/env.server.ts";
import { openSearchClient } from "#search/client.server.ts";
import { openSearchEngine, type SearchEngine } from "#search/engine.server.ts";
import {
  type JudgedQuery,
  type Judgement,
  judgeSearch,
  meanScore,
  type Score,
} from "#search/evaluate.server.ts";
import { rebuildSearchIndex } from "#search/rebuild.server.ts";
import { withOwnServers } from "./own-servers.ts";

const text = (value: number) => value.toFixed(3);
const row = (cells: readonly string[]) =>
  cells.map((cell, index) => (index === 0 ? cell.padEnd(18) : cell.padStart(10))).join("");

function printTable(judgements: readonly Judgement[]): void {
  const line = (name: string, scores: readonly Score[]) => {
    const { recall, mrr, ndcg } = meanScore(scores);
    console.log(row([name, String(scores.length), text(recall), text(mrr), text(ndcg)]));
  };
  console.log(row(["jenis", "jumlah", "recall@10", "MRR", "nDCG@10"]));
  for (const kind of [...new Set(judgements.map((judgement) => judgement.kind))].sort()) {
    line(
      kind,
      judgements.filter((judgement) => judgement.kind === kind).map(({ score }) => score),
    );
  }
  line(
    "semua",
    judgements.map(({ score }) => score),
  );
}

function printMisses(judgements: readonly Judgement[], all: boolean): void {
  for (const { query, kind, relevant, score, found } of judgements) {
    if (!all && score.recall === 1 && score.mrr === 1) continue;
    console.log(`  [${kind}] ${query}: recall ${text(score.recall)}, MRR ${text(score.mrr)}`);
    console.log(`    dicari: ${relevant.join(" ")}\n    dapat:  ${found.join(" ") || "(kosong)"}`);
  }
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { semua: { type: "boolean" } },
    allowPositionals: true,
  });
  const [file] = positionals;
  if (!file) throw new Error("Sebutkan berkas CSV: npm run search:eval -- BERKAS.csv");
  const rows = parse(readFileSync(file, "utf8"), { columns: true, trim: true, bom: true }) as Record<
    string,
    string
  >[];
  const queries = rows.map(
    (cells): JudgedQuery => ({
      query: cells.query ?? "",
      kind: cells.kind ?? "",
      relevant: (cells.relevant_keys ?? "").split(/\s+/).filter((key) => key !== ""),
    }),
  );
  await withOwnServers(async ({ db, search }) => {
    const engines: [name: string, engine: SearchEngine | null][] = [["PostgreSQL", null]];
    if (search) {
      // What is judged is the order, not how busy this machine is.
      const client = openSearchClient({
        ...search,
        index: `${env().MEILISEARCH_INDEX}-uji`,
        searchTimeout: 10_000,
      });
      await rebuildSearchIndex(db, () => {}, client);
      engines.unshift(["Meilisearch", openSearchEngine(client)]);
    }
    for (const [name, engine] of engines) {
      // Once unjudged: the first search after a build warms the files.
      await judgeSearch(db, queries.slice(0, 3), engine).catch(() => {});
      const judgements = await judgeSearch(db, queries, engine);
      console.log(`\n${name}`);
      printTable(judgements);
      printMisses(judgements, values.semua ?? false);
    }
  });
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  // not `process.exitCode`: the embedded server's hook ends the process with 0
  process.exit(1);
}
