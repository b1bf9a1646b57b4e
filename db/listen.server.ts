import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";

const CHANNEL = "lapak_change";
const PROBE_EVERY_MS = 10_000;
const PROBE_TIMEOUT_MS = 5_000;

export type ListenTo = {
  readonly url: string;
  /** something was announced */
  readonly onChange: (topic: string) => void;
  /** from now on changes may be missed */
  readonly onLost: () => void;
  /** listening (again): whatever happened meanwhile was missed */
  readonly onListening: () => void;
};

export type Listener = {
  /** True when PostgreSQL answers on this connection within `timeoutMs`. */
  readonly ping: (timeoutMs: number) => Promise<boolean>;
  readonly stop: () => Promise<void>;
};

/**
 * Keeps one connection of its own listening for announced changes and opens a new one whenever it breaks, for as long
 * as the process runs. Never throws: while it cannot listen, `onLost` was the last word.
 */
export function listenForChanges({ url, onChange, onLost, onListening }: ListenTo): Listener {
  let client: pg.Client | undefined;
  const stopping = new AbortController();

  async function ping(timeoutMs: number): Promise<boolean> {
    if (!client) return false;
    const answered = client.query("select 1").then(
      () => true,
      () => false,
    );
    return Promise.race([answered, sleep(timeoutMs, false, { ref: false })]);
  }

  /** Listens until the connection breaks; a silent one (the other side vanished) is found by asking now and then. */
  async function listenOnce(): Promise<void> {
    const fresh = new pg.Client({ connectionString: url, keepAlive: true, connectionTimeoutMillis: 5_000 });
    const broken = new Promise<void>((resolve) => {
      fresh.once("error", () => resolve());
      fresh.once("end", () => resolve());
      stopping.signal.addEventListener("abort", () => resolve(), { once: true });
    });
    try {
      await fresh.connect();
      fresh.on("notification", ({ payload }) => onChange(payload ?? ""));
      await fresh.query(`listen ${CHANNEL}`);
      client = fresh;
      onListening();
      while (!stopping.signal.aborted) {
        const isBroken = await Promise.race([
          broken.then(() => true),
          sleep(PROBE_EVERY_MS, false, { ref: false }),
        ]);
        if (isBroken || !(await ping(PROBE_TIMEOUT_MS))) break;
      }
    } finally {
      if (client) onLost();
      client = undefined;
      void fresh.end().catch(() => {});
    }
  }

  async function keepListening(): Promise<void> {
    for (let failures = 0; !stopping.signal.aborted; ) {
      try {
        await listenOnce();
        failures = 0;
      } catch {
        failures++;
      }
      if (!stopping.signal.aborted)
        await sleep(Math.min(100 * 2 ** failures, 2_000), undefined, { ref: false });
    }
  }

  const ended = keepListening();
  return {
    ping,
    stop: async () => {
      stopping.abort();
      await Promise.race([ended, sleep(1_000, undefined, { ref: false })]);
    },
  };
}
