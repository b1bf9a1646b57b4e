import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";

export type Child = {
  /** resolves when it said that it is ready for the first time */
  readonly ready: Promise<void>;
  /** the process running now, for tests that kill it */
  readonly pid: () => number | undefined;
  readonly stop: () => Promise<void>;
};

const PATIENCE_MS = 8_000;
const LONGEST_PAUSE_MS = 15_000;

/**
 * Runs a TypeScript file as a process of its own and starts it again whenever it ends unasked, after a pause that
 * doubles up to 15 seconds and shrinks again once it has lived a minute.
 */
export function keepRunning(
  name: string,
  file: string,
  env: Record<string, string>,
  say: (line: string) => void,
  /** for Node, before the file */
  flags: readonly string[] = [],
): Child {
  let child: ChildProcess | undefined;
  let stopping = false;
  let pause = 250;
  let becameReady = () => {};
  let failed = (_error: Error) => {};
  const ready = new Promise<void>((resolve, reject) => {
    becameReady = resolve;
    failed = reject;
  });

  const start = () => {
    const began = Date.now();
    let wasReady = false;
    child = spawn(process.execPath, [...flags, "--import", "tsx", "--enable-source-maps", file], {
      stdio: ["ignore", "inherit", "inherit", "ipc"],
      env: { ...process.env, ...env },
    });
    child.on("message", () => {
      wasReady = true;
      becameReady();
    });
    child.once("exit", async (code, signal) => {
      if (stopping) return;
      if (!wasReady && pause > 4_000) failed(new Error(`${name} tidak mau menyala (${signal ?? code}).`));
      if (Date.now() - began > 60_000) pause = 250;
      say(`${name} berhenti (${signal ?? code}); dinyalakan lagi.`);
      await sleep(pause);
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
      if (!stopping) start();
    });
  };
  start();

  return {
    ready,
    pid: () => child?.pid,
    stop: async () => {
      stopping = true;
      const leaving = child;
      if (!leaving || leaving.exitCode !== null || leaving.signalCode !== null) return;
      const gone = new Promise<void>((resolve) => leaving.once("exit", () => resolve()));
      leaving.kill("SIGTERM");
      const late = setTimeout(() => leaving.kill("SIGKILL"), PATIENCE_MS);
      await gone;
      clearTimeout(late);
    },
  };
}
