/**
 * `npm run import -- umkm|warung|produk|harga FILE`: looks a spreadsheet through and tells what it would do; with
 * `--tulis` writes it. The shop may be running or not.
 */
import { createWriteStream, existsSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import exitHook from "async-exit-hook";
import { system } from "#app/domain/accounts/actor.ts";
import {
  importSheet,
  type Opened,
  openImport,
  type Progress,
} from "#app/domain/imports/import-sheet.server.ts";
import { IMPORT_KINDS, isImportKind, KIND_NAMES } from "#app/domain/imports/kinds.ts";
import type { RunOptions } from "#app/domain/imports/run-options.ts";
import { writeWrongRows, wrongFileName } from "#app/domain/imports/wrong-rows.server.ts";
import { importRegions } from "#app/domain/regions/import-regions.server.ts";
import { loadResolver } from "#app/domain/regions/load-resolver.server.ts";
import type { BatchDone } from "#app/domain/sheets/take-batch.server.ts";
import { BadInput } from "#app/lib/errors.ts";
import type { WrongCell } from "#app/lib/import-rows.ts";
import { count } from "#app/lib/rupiah.ts";
import type { Db } from "#db/client.server.ts";
import { withOwnServers } from "./own-servers.ts";

const USAGE = `npm run import -- ${KIND_NAMES.join("|")} BERKAS [pilihan]
  --tulis               tulis ke data; tanpa ini hanya diperiksa
  --kabupaten NAMA      hanya baris kabupaten/kota ini
  --status STATUS       yang baru masuk sebagai draft (biasa), submitted, verified, published, nominated, designated
  --tanggal 2020-08-31  tanggal pendataan omzet
  --sumber TEKS         sumber data omzet`;
const WIDTH = 30;

class Cancelled extends Error {
  constructor(rehearse: boolean) {
    const left = "Bagian yang sudah ditulis tetap ada; jalankan lagi untuk melanjutkan.";
    super(`Dibatalkan. ${rehearse ? "Belum ada yang ditulis." : left}`);
  }
}

type Totals = { new: number; changed: number; same: number; rows: number; wrong: WrongCell[] };
type Job = {
  readonly opened: Opened;
  readonly options: RunOptions;
  readonly regencyCode: string | null;
};

const cancelling = new AbortController();

function showProgress(what: string, share: number, rows: number, began: number): void {
  const bar = "█".repeat(Math.round(share * WIDTH)).padEnd(WIDTH, "░");
  const rate = Math.round((rows * 1_000) / Math.max(1, performance.now() - began));
  const percent = `${String(Math.round(share * 100)).padStart(3)}%`;
  const line = `${what} ${bar} ${percent}  ${count(rows)} baris, ${count(rate)} baris/dtk`;
  // A log file gets one line per step, a screen one line that grows.
  if (process.stdout.isTTY) process.stdout.write(`\r${line}  `);
  else console.log(line);
}

/** One pass over the sheet; `rehearse` writes nothing. @throws Cancelled between two batches */
async function pass(db: Db, { opened, options, regencyCode }: Job, rehearse: boolean): Promise<Totals> {
  const totals: Totals = { new: 0, changed: 0, same: 0, rows: 0, wrong: [] };
  const progress: Progress = { read: 0 };
  const began = performance.now();
  const afterBatch = async (_: unknown, done: BatchDone) => {
    if (cancelling.signal.aborted) throw new Cancelled(rehearse);
    for (const key of ["new", "changed", "same"] as const) totals[key] += done[key];
    totals.rows += done.size;
    totals.wrong.push(...done.wrong);
    showProgress(rehearse ? "Memeriksa" : "Menulis  ", progress.read, totals.rows, began);
  };
  const actor = system("impor", regencyCode);
  const { notes } = await importSheet(actor, db, opened, options, { rehearse, afterBatch }, progress);
  if (process.stdout.isTTY) process.stdout.write("\n");
  const wrongRows = new Set(totals.wrong.map((cell) => cell.row)).size;
  console.log(
    `${rehearse ? "Akan menjadi" : "Tertulis"}: ${count(totals.new)} baru, ${count(totals.changed)} berubah, ` +
      `${count(totals.same)} sama, ${count(wrongRows)} salah (${((performance.now() - began) / 1_000).toFixed(1)} dtk)`,
  );
  if (rehearse) for (const note of notes) console.log(note);
  return totals;
}

async function keepWrongRows(opened: Opened, path: string, wrong: readonly WrongCell[]): Promise<void> {
  if (wrong.length === 0) return;
  for (const { row, column, message } of wrong.slice(0, 10))
    console.log(`  baris ${row}, ${column}: ${message}`);
  const name = join(dirname(path), wrongFileName(basename(path), opened.sheet.format.type));
  await pipeline(writeWrongRows(opened, wrong), createWriteStream(name, { mode: 0o600 }));
  console.log(`Baris yang salah: ${name}`);
}

async function regencyOf(db: Db, name: string | undefined): Promise<string | null> {
  if (name === undefined) return null;
  const regency = (await loadResolver(db)).regency(name);
  if ("found" in regency) return regency.found.regencyCode;
  throw new Error(regency.message);
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      tulis: { type: "boolean", default: false },
      kabupaten: { type: "string" },
      status: { type: "string", default: "" },
      tanggal: { type: "string" },
      sumber: { type: "string" },
    },
  });
  const [kind, path] = positionals;
  if (!isImportKind(kind) || path === undefined) throw new Error(USAGE);
  if (!existsSync(path)) throw new Error(`Berkas ${path} tidak ada.`);
  const opened = await openImport(kind, readFileSync(path));
  const options = { status: values.status, countedOn: values.tanggal, countSource: values.sumber };
  console.log(`${IMPORT_KINDS[kind].label} dari ${path}`);
  await withOwnServers(
    async ({ db }) => {
      // A database that no shop was opened on yet knows no villages.
      await importRegions(db);
      const job = { opened, options, regencyCode: await regencyOf(db, values.kabupaten) };
      const found = await pass(db, job, true);
      await keepWrongRows(opened, path, found.wrong);
      if (values.tulis) await pass(db, job, false);
      else console.log("Belum ada yang ditulis. Tambahkan --tulis untuk menulisnya.");
    },
    { needsSearch: false },
  );
}

// The PostgreSQL package ends the process on these signals by itself, in the middle of a batch.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) exitHook.unhookEvent(signal);
process.on("SIGINT", () => cancelling.abort());
process.on("SIGTERM", () => cancelling.abort());

try {
  if (existsSync(".env")) process.loadEnvFile(".env");
  await main();
} catch (error) {
  if (process.stdout.isTTY) process.stdout.write("\n");
  const sentence =
    error instanceof BadInput ? Object.values(error.fields).join(" ") : (error as Error).message;
  console.error(sentence);
  // Said aloud: the PostgreSQL package would end the process with 0.
  process.exit(error instanceof Cancelled ? 130 : 1);
}
