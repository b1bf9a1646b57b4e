import { type ChildProcess, spawn } from "node:child_process";

/** A process of the shop that can be killed and started again; it is started when it says so. */
export class Process {
  #child: ChildProcess | undefined;

  constructor(
    private readonly file: string,
    private readonly env: Readonly<Record<string, string>>,
  ) {}

  async start(): Promise<void> {
    const child = spawn(process.execPath, ["--import", "tsx", this.file], {
      stdio: ["ignore", "inherit", "inherit", "ipc"],
      env: { ...process.env, ...this.env },
    });
    this.#child = child;
    await new Promise<void>((resolve, reject) => {
      child.once("message", () => resolve());
      child.once("exit", (code, signal) => reject(new Error(`${this.file} ended (${signal ?? code})`)));
    });
  }

  async end(signal: "SIGKILL" | "SIGTERM"): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
    child.kill(signal);
    await gone;
  }
}
