/** 30,000 businesses through `npm run import`, as CSV and as a workbook: seconds, rows per second, peak memory. */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeSheet } from "#app/domain/sheets/write-sheet.server.ts";
import { startEmbeddedPostgres } from "#db/embedded.server.ts";
import { UMKM_COLUMNS, umkmRows } from "#db/seed/sheets/umkm-sheet.ts";

const ROWS = 30_000;
const MOST_SECONDS = 60;
const MOST_MB = 300;

export type ImportFigures = {
  readonly type: "csv" | "xlsx";
  readonly previewSeconds: number;
  readonly writeSeconds: number;
  readonly peakMb: number;
};

async function writeFile(path: string, type: "csv" | "xlsx"): Promise<void> {
  const rows = [...umkmRows({ sellers: ROWS })].map((row) => UMKM_COLUMNS.map((column) => row[column]));
  const pieces: Buffer[] = [];
  for await (const piece of writeSheet([[...UMKM_COLUMNS], ...rows], { type })) pieces.push(piece);
  writeFileSync(path, Buffer.concat(pieces));
}

/** Runs the command and watches its resident memory (Linux; elsewhere 0). @returns what it said, and the peak in MB */
async function runImport(
  path: string,
  env: Record<string, string>,
): Promise<{ said: string; peakMb: number }> {
  const command = (JSON.parse(readFileSync("package.json", "utf8")) as { scripts: { import: string } })
    .scripts.import;
  const flags = command.split(" ").slice(1);
  const child = spawn(process.execPath, [...flags, "umkm", path, "--status", "verified", "--tulis"], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, ...env },
  });
  let peakMb = 0;
  const watch = setInterval(() => {
    try {
      const kb = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1];
      if (kb) peakMb = Math.max(peakMb, Number(kb) / 1024);
    } catch {
      // gone, or not Linux
    }
  }, 100);
  let said = "";
  for await (const piece of child.stdout) said += String(piece);
  clearInterval(watch);
  return { said, peakMb };
}

const secondsAfter = (said: string, what: string) =>
  Number(new RegExp(`${what}: .*\\(([\\d.]+) dtk\\)`).exec(said)?.[1] ?? Number.NaN);

/** Each file goes into an empty database. */
export async function measureImports(): Promise<ImportFigures[]> {
  const figures: ImportFigures[] = [];
  for (const type of ["csv", "xlsx"] as const) {
    const folder = mkdtempSync(join(tmpdir(), "lapak-impor-"));
    const postgres = await startEmbeddedPostgres(folder);
    try {
      const path = join(folder, `usaha.${type}`);
      await writeFile(path, type);
      const { said, peakMb } = await runImport(path, { DATA_DIR: folder, DATABASE_URL: postgres.url });
      if (!/Tertulis: 30\.000 baru, 0 berubah, 0 sama, 0 salah/.test(said)) throw new Error(said);
      const previewSeconds = secondsAfter(said, "Akan menjadi");
      figures.push({ type, previewSeconds, writeSeconds: secondsAfter(said, "Tertulis"), peakMb });
    } finally {
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return figures;
}

export function printImports(figures: readonly ImportFigures[]): void {
  const number = (value: number, digits = 0) =>
    value.toLocaleString("id-ID", { maximumFractionDigits: digits });
  const seconds = (value: number) =>
    `${number(value, 1)} dtk (${number(ROWS / value)} baris/dtk)${value > MOST_SECONDS ? "  ← LAMBAT" : ""}`;
  console.log(`\nImpor ${number(ROWS)} UMKM (tujuan ≤ ${MOST_SECONDS} dtk, < ${MOST_MB} MB)`);
  for (const { type, previewSeconds, writeSeconds, peakMb } of figures) {
    const memory = `${number(peakMb)} MB${peakMb >= MOST_MB ? "  ← BANYAK" : ""}`;
    console.log(
      `${type.padEnd(5)} lihat ${seconds(previewSeconds)}, tulis ${seconds(writeSeconds)}, puncak ${memory}`,
    );
  }
}
