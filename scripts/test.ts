/** `npm test`: everything that must hold, one part after the other; the last line says how many passed and failed. */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { CAST_PASSWORD, CAST_TOTP_SECRET } from "#db/seed/cast.ts";
import { buildWhenNeeded } from "./start/build.ts";

type Outcome = {
  readonly passed: number;
  readonly failed: number;
  /** what nobody should overlook although it passed */
  readonly notes?: readonly string[];
};
type FileOutcome = Outcome & { readonly file: string };
type Part = { readonly name: string; readonly run: () => Promise<Outcome> };

/** What we read of vitest's JSON report. */
type Report = {
  readonly success: boolean;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
};

const outcomeOf = (isGood: boolean): Outcome =>
  isGood ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };

/** Runs a program of `node_modules` and shows what it says. @returns whether it ended well */
function runTool(file: string, args: readonly string[]): Promise<boolean> {
  const child = spawn(process.execPath, [join("node_modules", file), ...args], { stdio: "inherit" });
  return new Promise((resolve) => {
    child.once("error", () => resolve(false));
    child.once("exit", (code) => resolve(code === 0));
  });
}

/** An error outside every test file. */
const OUTSIDE: FileOutcome = { file: "", passed: 0, failed: 1 };

/**
 * What each file came to; a file that could not load, or whose set-up failed, has one failure. The exit code alone does
 * not tell (PostgreSQL's package ends the process with 0), nor does the report.
 */
function readReport(path: string, endedWell: boolean): FileOutcome[] {
  const report = JSON.parse(readFileSync(path, "utf8")) as Report;
  const files = report.testResults.map(({ name, status, assertionResults }) => {
    const count = (wanted: string) => assertionResults.filter((test) => test.status === wanted).length;
    const failed = count("failed") || (status === "failed" ? 1 : 0);
    return { file: relative(process.cwd(), name), passed: count("passed"), failed };
  });
  const isTold = files.some(({ failed }) => failed > 0);
  return isTold || (endedWell && report.success) ? files : [...files, OUTSIDE];
}

/** `only`: this file alone. */
async function runVitest(project: string, folder: string, only?: string): Promise<FileOutcome[]> {
  const path = join(folder, `${project}.json`);
  rmSync(path, { force: true });
  const endedWell = await runTool("vitest/vitest.mjs", [
    "run",
    ...(only ? [only] : []),
    `--project=${project}`,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${path}`,
  ]);
  return readReport(path, endedWell);
}

function sumOf(files: readonly FileOutcome[]): Outcome {
  const sum = (what: "passed" | "failed") => files.reduce((total, file) => total + file[what], 0);
  return { passed: sum("passed"), failed: sum("failed"), notes: files.flatMap(({ notes }) => notes ?? []) };
}

/** A browser test can fall over a hiccup of the machine: what failed is walked once more, by itself, and named. */
async function runBrowserTests(folder: string): Promise<Outcome> {
  const files = await runVitest("e2e", folder);
  const walkAgain = async (first: FileOutcome): Promise<FileOutcome> => {
    console.log(`\n── once more: ${first.file}`);
    const again = sumOf(await runVitest("e2e", folder, first.file));
    const note = `unsteady: ${first.file} (${first.failed} failed the first time)`;
    return { ...again, file: first.file, notes: again.failed === 0 ? [note] : [] };
  };
  const settled: FileOutcome[] = [];
  for (const one of files) settled.push(one.failed > 0 && one !== OUTSIDE ? await walkAgain(one) : one);
  return sumOf(settled);
}

/** Longest digits an honest line holds: moments and ids. A NIK has 16, an account number up to 20, a mobile number 10. */
const PERSONAL = /(?<![\d.])\+?\d{10,20}(?![\d])/;
const SECRETS = [CAST_PASSWORD, CAST_TOTP_SECRET];

/** Reads the log of the whole suite for what may never be in it: NIK, account and mobile numbers, passwords. */
function saysNothingPersonal(path: string): boolean {
  const lines = readFileSync(path, "utf8").split("\n").filter(Boolean);
  const telling = lines.filter((line) => {
    // pictures are named by a fingerprint of 32 hexadecimal digits
    const said = line.replace(/"(time|requestId)":"[^"]*"|\b[0-9a-f]{32}\b/g, "");
    return PERSONAL.test(said) || SECRETS.some((secret) => said.includes(secret));
  });
  console.log(`${lines.length} lines read, ${telling.length} with personal data`);
  for (const line of telling.slice(0, 10)) console.log(line.slice(0, 400));
  // A suite that logs next to nothing proves nothing.
  return lines.length > 200 && telling.length === 0;
}

async function build(): Promise<Outcome> {
  await buildWhenNeeded(console.log);
  return outcomeOf(true);
}

const folder = mkdtempSync(join(tmpdir(), "lapak-report-"));
// Every process of the suite writes its whole log here.
process.env.TEST_LOG = join(folder, "catatan.log");
const parts: readonly Part[] = [
  { name: "types", run: async () => outcomeOf(await runTool("typescript/bin/tsc", ["--noEmit"])) },
  { name: "lint", run: async () => outcomeOf(await runTool("@biomejs/biome/bin/biome", ["check", "."])) },
  { name: "build", run: build },
  { name: "unit", run: async () => sumOf(await runVitest("unit", folder)) },
  { name: "e2e", run: () => runBrowserTests(folder) },
  { name: "log", run: async () => outcomeOf(saysNothingPersonal(process.env.TEST_LOG ?? "")) },
];

const summary: string[] = [];
const notes: string[] = [];
let passed = 0;
let failed = 0;
for (const { name, run } of parts) {
  console.log(`\n── ${name}`);
  const began = performance.now();
  const outcome = await run().catch((error: unknown) => {
    console.error(error);
    return outcomeOf(false);
  });
  passed += outcome.passed;
  failed += outcome.failed;
  notes.push(...(outcome.notes ?? []));
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const word = outcome.failed === 0 ? "ok" : "FAILED";
  summary.push(
    `${name.padEnd(6)} ${word.padEnd(7)} ${outcome.passed} passed, ${outcome.failed} failed (${seconds} s)`,
  );
  console.log(summary.at(-1));
}
rmSync(folder, { recursive: true, force: true });

console.log(`\n${[...summary, ...notes].join("\n")}\n`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
