import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CannotStart } from "./lock.ts";

const SOURCES = ["app", "db/queries", "search", "public"];
const FILES = [
  "package-lock.json",
  "vite.config.ts",
  "remix.config.js",
  "db/client.server.ts",
  "db/db.server.ts",
];
const STAMP = "build/sources";

/** Names, sizes and times of everything that goes into the build: enough to notice a change, quick to read. */
function fingerprint(): string {
  const hash = createHash("sha256");
  const add = (path: string) => {
    const { size, mtimeMs } = statSync(path);
    hash.update(`${path}:${size}:${mtimeMs}\n`);
  };
  for (const folder of SOURCES) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (entry.isFile()) add(join(entry.parentPath, entry.name));
    }
  }
  for (const file of FILES) add(file);
  return hash.digest("hex");
}

/**
 * Builds pages and server when they are missing or older than the sources.
 * @returns whether it had to
 * @throws CannotStart with the builder's last words
 */
export async function buildWhenNeeded(say: (line: string) => void): Promise<boolean> {
  const wanted = fingerprint();
  const isBuilt = existsSync("build/server/index.js") && existsSync(STAMP);
  if (isBuilt && readFileSync(STAMP, "utf8") === wanted) return false;
  say("Membangun halaman …");
  const builder = spawn(process.execPath, ["node_modules/@remix-run/dev/dist/cli.js", "vite:build"], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NODE_ENV: "production" },
  });
  let words = "";
  const remember = (part: Buffer) => {
    words = (words + part.toString()).slice(-4_000);
  };
  builder.stdout.on("data", remember);
  builder.stderr.on("data", remember);
  const code = await new Promise<number | null>((resolve) => builder.once("close", resolve));
  if (code !== 0) throw new CannotStart(`Halaman tidak dapat dibangun:\n${words}`);
  writeFileSync(STAMP, wanted);
  return true;
}
