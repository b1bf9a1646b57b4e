/** `npm start`: builds when needed, brings its own database and search, fills them, and keeps web and worker running. */
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import exitHook from "async-exit-hook";
import { BadEnvironment, type Env, env } from "#app/lib/env.server.ts";
import { buildWhenNeeded } from "./start/build.ts";
import { type Child, keepRunning } from "./start/child.ts";
import { CannotStart, folderTrouble, lockDataDir } from "./start/lock.ts";
import { type Services, startServices, webEnv, workerEnv } from "./start/services.ts";
import { firstToDie } from "./start/watch.ts";
import { welcome } from "./start/welcome.ts";

/** An import of 30,000 rows leaves much garbage: swept early, the worker stays below 300 MB. */
const WORKER_FLAGS = ["--max-semi-space-size=2", "--max-old-space-size=512"];

const say = (line: string) => console.log(line);
const undo: (() => Promise<void> | void)[] = [];
let stopping: Promise<void> | undefined;
const ending = new AbortController();

/** Stops everything that was started, the last first. */
function stop(code: number): Promise<void> {
  stopping ??= (async () => {
    ending.abort();
    for (const step of undo.reverse()) await Promise.resolve(step()).catch(() => {});
    process.exit(code);
  })();
  return stopping;
}

/** @throws CannotStart when somebody else listens there */
function checkPort(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => {
      const reason =
        error.code === "EADDRINUSE"
          ? `Port ${port} sedang dipakai program lain. Hentikan program itu, atau jalankan: PORT=${port + 1} npm start`
          : `Port ${port} tidak dapat dibuka (${error.code}). Pilih yang lain: PORT=3000 npm start`;
      reject(new CannotStart(reason));
    });
    probe.listen(port, () => probe.close(() => resolve()));
  });
}

/** Database, search, web and worker; `close` stops them, the last first. */
async function open(
  settings: Env,
  ready: Promise<unknown>,
): Promise<{ services: Services; close: () => Promise<void> }> {
  const services = await startServices(settings, say);
  try {
    // Only now: what it brings reads the settings, and a wrong one is to be told as a sentence.
    const { prepareData } = await import("./start/prepare.ts");
    await prepareData(services, say);
    await ready;
  } catch (error) {
    await services.stop();
    throw error;
  }
  const common = { NODE_ENV: "production", DATA_DIR: settings.DATA_DIR };
  const children: Child[] = [
    keepRunning("Web", "app/server.ts", { ...common, ...webEnv(services), PORT: String(settings.PORT) }, say),
    keepRunning("Pekerja", "app/worker.ts", { ...common, ...workerEnv(services) }, say, WORKER_FLAGS),
  ];
  const close = async () => {
    await Promise.all(children.map((child) => child.stop()));
    await services.stop();
  };
  undo.push(close);
  await Promise.all(children.map((child) => child.ready));
  return { services, close };
}

/** Opens the shop, and opens it again should its own database die. */
async function start(settings: Env): Promise<void> {
  const began = performance.now();
  const address = `http://localhost:${settings.PORT}`;
  undo.push(lockDataDir(settings.DATA_DIR, address));
  await checkPort(settings.PORT);
  const building = buildWhenNeeded(say);
  // Met in `open`; without this a failure before then would end the process without its sentence.
  building.catch(() => {});
  for (let times = 0; ; times++) {
    const { services, close } = await open(settings, building);
    if (times === 0) say(welcome(address, services, (performance.now() - began) / 1000));
    const dead = await firstToDie(services.needed, ending.signal);
    if (!dead) return;
    say(`${dead} berhenti tiba-tiba. Semuanya dinyalakan lagi; data tidak hilang.`);
    undo.pop();
    await close();
  }
}

// The PostgreSQL package ends the process on these signals by itself, before the rest could be stopped.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) exitHook.unhookEvent(signal);
process.on("SIGINT", () => void stop(0));
process.on("SIGTERM", () => void stop(0));
process.on("SIGHUP", () => void stop(0));

try {
  if (existsSync(".env")) process.loadEnvFile(".env");
  await start(env());
} catch (error) {
  const known = folderTrouble(error, process.env.DATA_DIR || ".data");
  if (known instanceof CannotStart || known instanceof BadEnvironment) console.error(`\n${known.message}\n`);
  else console.error(known);
  await stop(1);
}
